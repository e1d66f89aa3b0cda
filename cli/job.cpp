#include "cli/job.hpp"

#include <algorithm>
#include <filesystem>

#include "base/diagnostic_print.hpp"
#include "cli/files.hpp"
#include "cli/report.hpp"

namespace cvtex::cli {
namespace {

constexpr const char* kStandardStream = "-";

ExitCode code_of(const Compiled& compiled, const Options& options) {
    if (compiled.environment_error) return ExitCode::Environment;
    return is_refused(compiled.diagnostics, options) ? ExitCode::DocumentErrors : ExitCode::Ok;
}

/// In a tree of outputs each has a folder of its own; `-o out/` asks for one too.
void make_folder(const std::string& output) {
    std::error_code error;  // Writing says what is wrong.
    std::filesystem::create_directories(std::filesystem::path(output).parent_path(), error);
}

void deliver(Compiled& compiled, const std::string& input, const Options& options,
             OutputPlan& plan, Outcome& outcome) {
    if (!compiled.output) return;
    const Result<std::string> output =
        plan.choose(input, outcome.employer, compiled.name.value_or(""));
    if (!output) return fail(outcome, ExitCode::Usage, output.error(), options);
    outcome.output = *output;
    if (*output == kStandardStream) {
        outcome.printed = std::move(*compiled.output);
        return;
    }
    if (options.tree || options.output.ends_with('/')) make_folder(*output);
    if (const Status status = write_output(*output, *compiled.output); !status.ok())
        return fail(outcome, ExitCode::Environment, status.error(), options);
    outcome.written = true;
    outcome.bytes = compiled.output->size();
}

void count(const Compiled& compiled, const Options& options, Outcome& outcome) {
    outcome.warnings = compiled.diagnostics.warning_count();
    outcome.errors = compiled.diagnostics.error_count();
    outcome.pages = compiled.output ? compiled.pages : 0;
    if (options.report.empty()) return;
    for (const Diagnostic& diagnostic : compiled.diagnostics.all())
        outcome.records.push_back(format_json(diagnostic, compiled.sources));
}

/// What a browser shows of it.
void show(Compiled& compiled, const std::string& input, const Options& options,
          Outcome& outcome) {
    outcome.title = input + (outcome.employer.empty() ? "" : " · " + outcome.employer);
    Options plain = options;
    plain.color = ColorMode::Never;
    plain.error_format = ErrorFormat::Human;
    std::string messages;
    for (const std::string& message : format_diagnostics(compiled, plain)) messages += message;
    outcome.plain_messages = messages + outcome.plain_messages;
    if (compiled.output) outcome.pictures = std::move(compiled.pictures);
}

}  // namespace

ExitCode worse(ExitCode a, ExitCode b) {
    return std::max(a, b);
}

void fail(Outcome& outcome, ExitCode code, const Error& error, const Options& options) {
    outcome.messages.push_back(format_error(error, options));
    outcome.records.push_back(format_error(error, ErrorFormat::Json));
    outcome.plain_messages += format_error(error, ErrorFormat::Human);
    outcome.code = worse(outcome.code, code);
    ++outcome.errors;
}

std::optional<Parsed> read_document(const std::string& input, const Options& options,
                                    Outcome& outcome) {
    Result<std::string> bytes = read_input(input);
    if (!bytes) {
        fail(outcome, ExitCode::Environment, bytes.error(), options);
        return std::nullopt;
    }
    const bool is_stdin = input == kStandardStream;
    const std::string folder =
        is_stdin ? "" : std::filesystem::path(input).parent_path().string();
    return parse_document(is_stdin ? "<stdin>" : input, std::move(bytes).value(), folder,
                          options);
}

Outcome run_job(const std::string& input, Parsed parsed, const std::string& employer,
                const Options& options, OutputPlan& plan, const Shared& shared) {
    Outcome outcome;
    outcome.employer = employer;
    Compiled compiled = compile(std::move(parsed), employer, options, shared);
    outcome.messages = format_diagnostics(compiled, options);
    outcome.code = code_of(compiled, options);
    count(compiled, options, outcome);
    if (compiled.environment_error)
        fail(outcome, ExitCode::Environment, *compiled.environment_error, options);
    if (options.timings) outcome.messages.push_back(format_times(input, compiled));
    if (options.serve_port) show(compiled, input, options, outcome);
    outcome.dependencies = std::move(compiled.dependencies);
    if (options.command != Command::Check) deliver(compiled, input, options, plan, outcome);
    return outcome;
}

}  // namespace cvtex::cli
