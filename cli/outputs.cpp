#include <filesystem>
#include <map>

#include "cli/batch.hpp"

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

std::string extension(const Options& options) {
    if (options.to == Target::Html) return ".html";
    return options.to == Target::Text ? ".txt" : ".pdf";
}

/// Dumps and documents from standard input are printed unless told otherwise.
bool prints_by_default(const Options& options, const std::string& input) {
    return input == "-" || (options.emit && *options.emit != Stage::Pdf);
}

std::string name_in(const fs::path& folder, const std::string& input, const Options& options) {
    const std::string stem = input == "-" ? "stdin" : fs::path(input).stem().string();
    return (folder / (stem + extension(options))).string();
}

bool names_folder(const std::string& output) {
    std::error_code error;
    return !output.empty() && (output.back() == '/' || fs::is_directory(output, error));
}

std::string output_for(const Options& options, const std::string& input) {
    if (names_folder(options.output)) return name_in(options.output, input, options);
    if (!options.output.empty()) return options.output;
    if (prints_by_default(options, input)) return "-";
    return name_in(fs::path(input).parent_path(), input, options);
}

}  // namespace

Result<std::vector<std::string>> plan_outputs(const Options& options) {
    std::vector<std::string> outputs;
    std::map<std::string, std::string> taken;
    for (const std::string& input : options.inputs) {
        const std::string output = output_for(options, input);
        outputs.push_back(output);
        if (output == "-") continue;
        std::error_code error;
        if (input != "-" && fs::equivalent(input, output, error) && !error) {
            return Error{"the output would overwrite the input '" + input + "'",
                         "choose another name with -o"};
        }
        const auto [other, is_new] =
            taken.emplace(fs::path(output).lexically_normal().string(), input);
        if (!is_new) {
            return Error{"'" + other->second + "' and '" + input +
                             "' would both be written to '" + output + "'",
                         "give -o a folder, or compile them apart"};
        }
    }
    if (options.inputs.size() > 1 && options.output == "-" && options.to == Target::Pdf &&
        !options.emit) {
        return Error{"several PDFs can't go to standard output", "give -o a folder"};
    }
    return outputs;
}

}  // namespace cvtex::cli
