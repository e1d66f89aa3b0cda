#include "cli/employers.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/files.hpp"
#include "grammar/toml.hpp"

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "employers";
constexpr const char* kExtension = ".toml";
constexpr const char* kEverybody = "all";

std::vector<fs::path> employer_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (at->path().extension() == kExtension && !name.starts_with('.'))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

profile::EmployerSource read_file(const fs::path& path, Sources& sources) {
    profile::EmployerSource source;
    source.id = path.stem().string();
    source.path = path.string();
    Result<std::string> text = read_style_file(path.string());
    if (!text) {
        source.diagnostics.error("unreadable-employer", {}, text.error().message,
                                 text.error().hint);
        return source;
    }
    const FileId file = sources.add(Source::decode(path.string(), std::move(text).value()));
    const auto size = static_cast<std::uint32_t>(sources[file].text().size());
    source.values = grammar::parse_toml(sources, {file, 0, size}, source.diagnostics);
    return source;
}

}  // namespace

std::vector<profile::EmployerSource> read_employers(const std::string& document_dir,
                                                    const ast::Mapping& front_matter,
                                                    Sources& sources) {
    std::vector<profile::EmployerSource> employers = profile::employers_in(front_matter);
    for (const fs::path& path : employer_files(fs::path(document_dir) / kFolder)) {
        const std::string id = path.stem().string();
        const bool known =
            std::any_of(employers.begin(), employers.end(),
                        [&](const profile::EmployerSource& other) { return other.id == id; });
        if (!known) employers.push_back(read_file(path, sources));
    }
    std::sort(employers.begin(), employers.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return employers;
}

std::vector<std::string> expand_employers(
    const std::vector<std::string>& wanted,
    const std::vector<profile::EmployerSource>& employers) {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const std::string& id : wanted) {
        if (id != kEverybody) {
            add(id);
            continue;
        }
        for (const profile::EmployerSource& employer : employers)
            if (!employer.id.starts_with('_')) add(employer.id);
    }
    return ids;
}

}  // namespace cvtex::cli
