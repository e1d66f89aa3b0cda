#include "cli/which.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "cli/compile_all.hpp"
#include "cli/files.hpp"
#include "cli/qpdf_module.hpp"
#include "cli/report.hpp"

namespace cvtex::cli {
namespace {

constexpr const char* kUsage = "Usage: cvtex which [--json] FILE.pdf…\n";

std::string for_people(const std::string& file, const verify::StampEntries& entries) {
    constexpr std::size_t kColumn = 11;
    std::string out = escape_for_terminal(file) + "\n";
    for (const auto& [name, value] : entries) {
        out += "  " + name + std::string(kColumn - std::min(kColumn - 1, name.size()), ' ') +
               escape_for_terminal(value) + "\n";
    }
    return out;
}

std::string as_json(const std::string& file, const verify::StampEntries& entries) {
    nlohmann::ordered_json object;
    object["file"] = file;
    for (const auto& [name, value] : entries) object[name] = value;
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<verify::StampEntries> stamp_of(const std::string& file) {
    const Result<std::string> bytes = read_input(file);
    if (!bytes) return bytes.error();
    const Result<const verify::Functions*> functions = qpdf_functions();
    if (!functions) return functions.error();
    Result<verify::StampEntries> entries = (*functions)->read_stamp(*bytes);
    if (!entries) return Error{file + ": " + entries.error().message, {}};
    return entries;
}

ExitCode stop(ExitCode code, const std::string& text) {
    return print_and_stop({code, text});
}

}  // namespace

ExitCode which(std::span<const char* const> arguments) {
    bool json = false;
    std::vector<std::string> files;
    for (const std::string argument : arguments) {
        if (argument == "--help" || argument == "-h") return stop(ExitCode::Ok, kUsage);
        if (argument == "--json") {
            json = true;
        } else if (argument.size() > 1 && argument[0] == '-') {
            return stop(ExitCode::Usage, "cvtex: error: which takes --json only, not '" +
                                             escape_for_terminal(argument) + "'\n" + kUsage);
        } else {
            files.push_back(argument);
        }
    }
    if (files.empty()) return stop(ExitCode::Usage, kUsage);
    ExitCode code = ExitCode::Ok;
    std::string out;
    for (const std::string& file : files) {
        const Result<verify::StampEntries> entries = stamp_of(file);
        if (entries) {
            out += json ? as_json(file, *entries) : for_people(file, *entries);
        } else {
            print_to(stderr, format_error(entries.error(), {}));
            code = ExitCode::Environment;
        }
    }
    return write_output("-", out).ok() ? code : ExitCode::Environment;
}

}  // namespace cvtex::cli
