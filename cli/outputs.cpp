#include "cli/outputs.hpp"

#include <filesystem>

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

std::string extension(const Options& options) {
    if (options.to == Target::Html) return ".html";
    if (options.to == Target::Json) return ".json";
    if (options.to == Target::Latex) return ".tex";
    return options.to == Target::Text ? ".txt" : ".pdf";
}

/// Dumps and documents from standard input are printed unless told otherwise.
bool prints_by_default(const Options& options, const std::string& input) {
    return input == "-" || options.command == Command::Advise ||
           (options.emit && *options.emit != Stage::Pdf);
}

/// `profile-tencent.pdf`, unless the employer names it.
std::string name_in(const fs::path& folder, const std::string& input,
                    const std::string& employer, const std::string& name,
                    const Options& options) {
    std::string stem = input == "-" ? "stdin" : fs::path(input).stem().string();
    if (!employer.empty()) stem += "-" + employer;
    if (!name.empty()) stem = name;
    return (folder / (stem + extension(options))).string();
}

/// `OUT/sub/profile/tencent.pdf`, or `OUT/sub/profile.pdf` for everybody: as cvtex.mk does it.
std::string name_in_tree(const std::string& input, const std::string& employer,
                         const std::string& name, const Options& options) {
    fs::path folder = options.output;
    if (const auto sub = options.subfolders.find(input); sub != options.subfolders.end())
        folder /= sub->second;
    const std::string stem = fs::path(input).stem().string();
    if (!employer.empty()) folder /= stem;
    std::string own = employer.empty() ? stem : employer;
    if (!name.empty()) own = name;
    return (folder / (own + extension(options))).string();
}

bool names_folder(const std::string& output) {
    std::error_code error;
    return !output.empty() && (output.back() == '/' || fs::is_directory(output, error));
}

std::string output_for(const Options& options, const std::string& input,
                       const std::string& employer, const std::string& name) {
    if (options.tree) return name_in_tree(input, employer, name, options);
    if (names_folder(options.output))
        return name_in(options.output, input, employer, name, options);
    if (!options.output.empty()) return options.output;
    if (prints_by_default(options, input)) return "-";
    return name_in(fs::path(input).parent_path(), input, employer, name, options);
}

std::string made_from(const std::string& input, const std::string& employer) {
    return employer.empty() ? "'" + input + "'" : "'" + input + "' for " + employer;
}

Error shared_output(const std::string& one, const std::string& other,
                    const std::string& output) {
    return {one + " and " + other + " would both be written to '" + output + "'",
            "give -o a folder, or compile them apart"};
}

bool would_overwrite(const std::string& input, const std::string& output) {
    std::error_code error;
    return input != "-" && fs::equivalent(input, output, error) && !error;
}

Error overwriting(const std::string& input) {
    return {"the output would overwrite the input '" + input + "'",
            "choose another name with -o"};
}

}  // namespace

Status OutputPlan::check() const {
    if (options_.inputs.size() > 1 && options_.output == "-" && options_.to == Target::Pdf &&
        !options_.emit) {
        return Error{"several PDFs can't go to standard output", "give -o a folder"};
    }
    // With employers or a pattern the names are known only when the documents are read.
    if (!options_.employers.empty() || !options_.name_pattern.empty()) return Done{};
    std::map<std::string, std::string> taken;
    for (const std::string& input : options_.inputs) {
        const std::string output = output_for(options_, input, {}, {});
        if (output == "-") continue;
        if (would_overwrite(input, output)) return overwriting(input);
        const auto [other, is_new] =
            taken.emplace(fs::path(output).lexically_normal().string(), input);
        if (!is_new)
            return shared_output(made_from(other->second, {}), made_from(input, {}), output);
    }
    return Done{};
}

Result<std::string> OutputPlan::choose(const std::string& input, const std::string& employer,
                                       const std::string& name) {
    const std::string output = output_for(options_, input, employer, name);
    if (output == "-") return output;
    for (const std::string& other : options_.inputs)
        if (would_overwrite(other, output)) return overwriting(other);
    const std::string source = made_from(input, employer);
    const std::lock_guard lock(mutex_);
    const auto [other, is_new] =
        taken_.emplace(fs::path(output).lexically_normal().string(), source);
    if (!is_new && other->second != source) return shared_output(other->second, source, output);
    return output;
}

}  // namespace cvtex::cli
