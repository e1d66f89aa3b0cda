#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <thread>
#include <utility>

#include "cli/companion.hpp"
#include "cli/option_checks.hpp"
#include "cli/option_list.hpp"
#include "cli/source_facts.hpp"
#include "fonts/fonts.hpp"
#include "pdf/pdf.hpp"

namespace cvtex::cli {
namespace {

constexpr const char* kDescription =
    "Typesets Markdown résumés into print-ready PDF, Chinese first.\n\n"
    "  cvtex profile.md                     writes profile.pdf\n"
    "  cvtex profile.md -o cv.pdf --style plain --set body.size=10pt\n"
    "  cvtex profile.md --for tencent       for one employer\n"
    "  cvtex profile.md --pages 1           fits exactly one page\n"
    "  cvtex check profile.md --for all     finds problems, writes nothing\n"
    "  cvtex check --fix profile.md         repairs what it can in the file itself\n"
    "  cvtex diff profile.md --for a --for b\n"
    "  cvtex explain body.size profile.md   where a value comes from\n"
    "  cvtex advise profile.md --pages 1    says where a few words less save a line\n"
    "  cvtex *.md -o out/ -j 4\n"
    "  cvtex build people/ -j 4 -o out/     a folder of people, for all their employers\n"
    "  cvtex watch profile.md --serve       again at each save, shown in the browser\n"
    "  cvtex new cv/                        starts a folder: profile, employers, Makefile\n"
    "  cvtex which cv.pdf                   what a PDF was made from";
constexpr const char* kFooter =
    "Exit status: 0 success, 1 errors in a document, 2 wrong usage, 3 a file or font is "
    "missing or unwritable.";
/// First arguments that are commands.
constexpr std::array<std::pair<std::string_view, Command>, 6> kCommands{{
    {"build", Command::Build},
    {"check", Command::Check},
    {"diff", Command::Diff},
    {"explain", Command::Explain},
    {"watch", Command::Watch},
    {"advise", Command::Advise},
}};

std::string version_text() {
    const fonts::Versions versions = fonts::versions();
    return "cvtex " CVTEX_VERSION "\nHarfBuzz " + versions.harfbuzz + "\nFreeType " +
           versions.freetype + "\nlibharu " + pdf::library_version() + "\n";
}

/// The path of cvtex.mk, or why make can't include it.
StopEarly find_makefile() {
    const std::optional<std::string> path = find_companion("cvtex.mk", "share/cvtex");
    if (path) return {ExitCode::Ok, *path + "\n"};
    return {ExitCode::Environment,
            "cvtex: error: there is no cvtex.mk\nhint: install cvtex with 'make install'\n"};
}

std::variant<Options, StopEarly> finish(const CLI::App& app, Options options,
                                        const RawOptions& raw) {
    if (raw.version) return StopEarly{ExitCode::Ok, version_text()};
    if (raw.makefile) return find_makefile();
    if (!raw.completion_shell.empty()) {
        return StopEarly{ExitCode::Ok,
                         completion_script(raw.completion_shell, describe_options(app))};
    }
    if (options.inputs.empty() && options.tree) options.inputs.emplace_back(".");
    if (auto error = check_options(raw, options)) return *error;
    std::error_code ignored;
    for (const std::string& input : options.inputs)  // `cvtex watch people/` builds it
        options.tree |= options.watch && std::filesystem::is_directory(input, ignored);
    Result<std::optional<std::string>> date = source_date();
    if (!date) return usage_error(date.error().message + ": " + date.error().hint);
    options.source_date = std::move(date).value();
    options.warnings_are_errors = raw.warning_mode == "error";
    if (options.jobs == 0) options.jobs = std::max(1U, std::thread::hardware_concurrency());
    return options;
}

/// Takes the command off the arguments, and the key that is to be explained.
void take_command(int& argc, const char* const*& argv, Options& options) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    const auto* const found =
        std::find_if(kCommands.begin(), kCommands.end(),
                     [&](const auto& command) { return command.first == first; });
    if (found == kCommands.end()) return;
    options.command = found->second;
    options.tree = options.command == Command::Build;
    options.watch = options.command == Command::Watch;
    ++argv;
    --argc;
    if (options.command != Command::Explain || argc < 2 || argv[1][0] == '-') return;
    options.explained_key = argv[1];
    ++argv;
    --argc;
}

}  // namespace

std::variant<Options, StopEarly> parse_options(int argc, const char* const* argv) {
    CLI::App app{kDescription, "cvtex"};
    app.footer(kFooter);
    Options options;
    RawOptions raw;
    take_command(argc, argv, options);
    add_options(app, options, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return StopEarly{ExitCode::Ok, app.help()};
    } catch (const CLI::ParseError& error) {
        return usage_error(error.what());
    }
    return finish(app, std::move(options), raw);
}

}  // namespace cvtex::cli
