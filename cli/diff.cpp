#include "cli/diff.hpp"

#include <string>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "cli/employers.hpp"
#include "cli/files.hpp"
#include "cli/job.hpp"
#include "cli/pipeline.hpp"
#include "cli/report.hpp"
#include "cli/text_diff.hpp"
#include "export/export.hpp"

namespace cvtex::cli {
namespace {

/// What tells versions apart besides their text, a line each.
std::string settings_of(const profile::Profile& profile) {
    const profile::Employer* employer = profile.employer ? &*profile.employer : nullptr;
    std::string text = "lang: " + profile.lang + "\n";
    const auto add = [&](const char* name, const std::optional<profile::Field>& own,
                         const std::optional<profile::Field>& common) {
        const std::optional<profile::Field>& field = own ? own : common;
        if (field) text += std::string(name) + ": " + field->text + "\n";
    };
    add("style", employer != nullptr ? employer->style_name : std::nullopt, profile.style_name);
    add("output", employer != nullptr ? employer->output : std::nullopt, std::nullopt);
    return text + "\n";
}

/// One employer's version as text. Its errors are printed; findings of the leak guard do not
/// stand in the way of looking at it.
std::optional<std::string> text_of_version(const Parsed& parsed, const std::string& employer,
                                           const Options& options, ExitCode& code) {
    Options errors_only = options;
    errors_only.quiet = true;
    const Version version = read_version(parsed, employer, options);
    for (const std::string& message : format_diagnostics(version.compiled, errors_only))
        print_to(stderr, message);
    if (version.compiled.diagnostics.error_count() > 0)
        code = worse(code, ExitCode::DocumentErrors);
    if (!version.profile) return std::nullopt;
    return settings_of(*version.profile) + exporting::to_text(*version.profile);
}

std::string head_line(const char* sign, const char* code, const std::string& input,
                      const std::string& employer, bool color) {
    const std::string whom = employer.empty() ? "everybody" : employer;
    const std::string line = sign + (" " + escape_for_terminal(input + " for " + whom));
    return color ? "\x1b[1;" + std::string(code) + "m" + line + "\x1b[0m\n" : line + "\n";
}

}  // namespace

ExitCode diff_versions(const Options& options) {
    const std::string& input = options.inputs.front();
    Outcome outcome;
    const std::optional<Parsed> parsed = read_document(input, options, outcome);
    for (const std::string& message : outcome.messages) print_to(stderr, message);
    if (!parsed) return outcome.code;
    std::vector<std::string> employers = expand_employers(options.employers, parsed->employers);
    if (employers.size() == 1) employers.insert(employers.begin(), "");
    if (employers.size() != 2) {
        print_to(stderr, format_error({"a difference has two sides, not " +
                                           std::to_string(employers.size()),
                                       "write --for with one employer or two"},
                                      options));
        return ExitCode::Usage;
    }
    ExitCode code = ExitCode::Ok;
    const auto before = text_of_version(*parsed, employers[0], options, code);
    const auto after = text_of_version(*parsed, employers[1], options, code);
    if (!before || !after) return code;
    const bool color = colors_output(options);
    std::string text = diff_texts(*before, *after, color);
    if (text.empty()) return code;
    text = head_line("---", "31", input, employers[0], color) +
           head_line("+++", "32", input, employers[1], color) + text;
    if (const Status status = write_output("-", text); !status.ok()) {
        print_to(stderr, format_error(status.error(), options));
        return worse(code, ExitCode::Environment);
    }
    return code;
}

}  // namespace cvtex::cli
