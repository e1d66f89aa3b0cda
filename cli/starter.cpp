#include "cli/starter.hpp"

#include <filesystem>
#include <optional>

#include "base/diagnostic_print.hpp"
#include "cli/arguments.hpp"
#include "cli/files.hpp"
#include "cli/report.hpp"

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

/// What a user may write for a language, and the folder of its files.
const std::map<std::string, std::string> kLanguages{
    {"zh", "zh"},    {"zh-CN", "zh"}, {"zh-TW", "zh-TW"}, {"zh-HK", "zh-TW"},
    {"en", "en"},    {"en-US", "en"}, {"en-GB", "en"},    {"ja", "ja"},
    {"ja-JP", "ja"}, {"ko", "ko"},    {"ko-KR", "ko"}};
constexpr std::string_view kCommon = "common";

struct StarterOptions {
    std::string folder = ".";
    std::string lang = "zh";
};

/// Where a file of the starter goes below the new folder; nothing when it is another
/// language's.
std::optional<fs::path> place_of(const StarterFile& file, const std::string& lang) {
    const std::string_view path = file.path;
    const std::size_t slash = path.find('/');
    const std::string_view language = path.substr(0, slash);
    if (language != lang && language != kCommon) return std::nullopt;
    const std::string_view rest = path.substr(slash + 1);
    // A .gitignore in the sources would be obeyed there.
    return rest == "gitignore" ? fs::path(".gitignore") : fs::path(rest);
}

std::string shown(const fs::path& path) {
    return escape_for_terminal(path.lexically_normal().string());
}

/// Writes one file, or says that there is one already.
Status write_file(const fs::path& path, const StarterFile& file) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const Result<bool> made = create_file(path.string(), file.text);
    if (!made) return made.error();
    print_to(stdout, (*made ? "wrote " : "kept  ") + shown(path) + "\n");
    return Done{};
}

ExitCode write_all_files(const StarterOptions& options) {
    for (const StarterFile& file : starter_files()) {
        const std::optional<fs::path> place = place_of(file, kLanguages.at(options.lang));
        if (!place) continue;
        const Status status = write_file(fs::path(options.folder) / *place, file);
        if (status.ok()) continue;
        print_to(stderr, format_error(status.error(), ErrorFormat::Human));
        return ExitCode::Environment;
    }
    const std::string go = options.folder == "." ? "" : "cd " + shown(options.folder) + " && ";
    print_to(stdout, "next: " + go + "make -j, or cvtex build; make watch while you write\n");
    return ExitCode::Ok;
}

}  // namespace

ExitCode make_starter(int argc, const char* const* argv) {
    CLI::App app{
        "Starts a folder: profile.md, two employers, Makefile and .gitignore. "
        "Files that exist are kept.",
        "cvtex new"};
    StarterOptions options;
    app.add_option("DIR", options.folder, "the folder (default: this one)")->type_name("");
    app.add_option("--lang", options.lang, "language of the profile (default zh)")
        ->check(CLI::IsMember(&kLanguages).description(""))
        ->type_name("zh|zh-TW|en|ja|ko");
    if (const auto code = parse_arguments(app, argc, argv)) return *code;
    return write_all_files(options);
}

}  // namespace cvtex::cli
