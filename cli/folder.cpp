#include "cli/folder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDefaultOutput = "build";
/// Deeper folders than this are somebody's mistake.
constexpr int kMaxDepth = 32;

bool is_hidden(const std::string& name) {
    return name.starts_with('.') || name.starts_with('_');
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// README.md, README.zh-CN.md and the like speak about a project, not about a person.
bool is_about_the_project(const std::string& name) {
    constexpr std::array<const char*, 5> kPages{"README", "CHANGELOG", "CONTRIBUTING",
                                                "LICENSE", "CODE_OF_CONDUCT"};
    const std::string page = upper(name.substr(0, name.find('.')));
    return std::find(kPages.begin(), kPages.end(), page) != kPages.end();
}

bool is_document(const fs::directory_entry& entry) {
    std::error_code error;
    const std::string name = entry.path().filename().string();
    return entry.path().extension() == ".md" && !is_hidden(name) &&
           !is_about_the_project(name) && entry.is_regular_file(error);
}

bool is_searched(const fs::directory_entry& entry, const fs::path& output) {
    std::error_code error;
    const std::string name = entry.path().filename().string();
    return !entry.is_symlink(error) && !is_hidden(name) && name != "employers" &&
           name != "node_modules" && !fs::equivalent(entry.path(), output, error);
}

std::vector<fs::path> documents_below(const fs::path& folder, const fs::path& output) {
    std::vector<fs::path> found;
    std::error_code error;
    // A folder that may not be read is passed over.
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                        error);
    for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->is_directory(ignored)) {
            if (!is_searched(*at, output) || at.depth() >= kMaxDepth)
                at.disable_recursion_pending();
        } else if (is_document(*at)) {
            found.push_back(at->path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The outputs of a document named by itself stand at the top.
Status expand(const std::string& input, Options& expanded) {
    std::error_code error;
    if (input == "-") return Error{"build takes files and folders, not standard input", {}};
    if (!fs::is_directory(input, error)) {
        expanded.inputs.push_back(input);
        return Done{};
    }
    const std::vector<fs::path> found = documents_below(input, expanded.output);
    if (found.empty())
        return Error{"there are no documents (*.md) in '" + input + "'",
                     "'cvtex new " + input + "' makes a folder to start with"};
    for (const fs::path& path : found) {
        const std::string name = path.lexically_normal().string();
        expanded.inputs.push_back(name);
        expanded.subfolders[name] =
            path.parent_path().lexically_relative(input).lexically_normal().string();
    }
    return Done{};
}

}  // namespace

Result<Options> expand_folders(const Options& options) {
    Options expanded = options;
    expanded.inputs.clear();
    std::error_code error;
    const fs::path first = options.inputs.front();
    if (expanded.output.empty()) {
        const fs::path base = fs::is_directory(first, error) ? first : first.parent_path();
        expanded.output = (base / kDefaultOutput).lexically_normal().string();
    }
    if (expanded.employers.empty()) {
        expanded.employers = {"all"};
        expanded.employers_if_any = true;
    }
    for (const std::string& input : options.inputs) {
        if (const Status status = expand(input, expanded); !status.ok()) return status.error();
    }
    return expanded;
}

}  // namespace cvtex::cli
