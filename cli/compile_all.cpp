#include "cli/compile_all.hpp"

#include <unistd.h>

#include <set>

#include "base/diagnostic_print.hpp"
#include "cli/batch.hpp"
#include "cli/files.hpp"
#include "cli/folder.hpp"
#include "cli/report.hpp"
#include "cli/summary.hpp"

namespace cvtex::cli {
namespace {

/// A counter on the terminal while several documents compile; erased before messages.
class Progress {
public:
    Progress(const Options& options, std::size_t total)
        : total_(total), shown_(total > 1 && !options.quiet && ::isatty(STDERR_FILENO) != 0) {}

    void advance(const std::string& name) {
        ++done_;
        if (!shown_) return;
        print_to(stderr, "\r\x1b[K[" + std::to_string(done_) + "/" + std::to_string(total_) +
                             "] " + escape_for_terminal(name));
        std::fflush(stderr);
    }

    void clear() const {
        if (shown_) print_to(stderr, "\r\x1b[K");
    }

private:
    std::size_t total_;
    std::size_t done_ = 0;
    bool shown_;
};

/// Writes a file about the whole run.
ExitCode write_about(const std::string& path, const std::string& text, const Options& options) {
    const Status status = write_output(path, text);
    if (status.ok()) return ExitCode::Ok;
    print_to(stderr, format_error(status.error(), options));
    return ExitCode::Environment;
}

ExitCode fail_at_once(const Error& error, ExitCode code, const Options& options) {
    print_to(stderr, format_error(error, options));
    return code;
}

ExitCode compile_inputs(const Options& options) {
    OutputPlan plan(options);
    if (const Status status = plan.check(); !status.ok())
        return fail_at_once(status.error(), ExitCode::Usage, options);
    fonts::FontLibrary library({.font_dirs = options.font_dirs});
    RemotePictures pictures;
    const Shared shared{library, options.allow_remote ? &pictures : nullptr};
    Progress progress(options, options.inputs.size());
    Summary summary(options);
    ExitCode code = ExitCode::Ok;
    compile_units(options, plan, shared, [&](std::size_t index, std::vector<Outcome> outcomes) {
        progress.clear();
        const std::string& input = options.inputs[index];
        code = worse(code, print_unit(input, outcomes, options));
        progress.advance(input);
        summary.add(input, outcomes);
    });
    progress.clear();
    if (options.timings)
        print_to(stderr, format_memory() + format_shaping(library.shape_statistics()));
    if (options.tree && !options.quiet && options.error_format == ErrorFormat::Human)
        code = worse(code, write_about("-", summary.table(), options));
    if (!options.report.empty())
        code = worse(code, write_about(options.report, summary.json(), options));
    // A rule without targets would stop make.
    if (!options.depfile.empty() && summary.has_outputs())
        code = worse(code, write_about(options.depfile, summary.depfile(library.opened_files()),
                                       options));
    return code;
}

}  // namespace

ExitCode print_unit(const std::string& input, std::vector<Outcome>& outcomes,
                    const Options& options) {
    std::set<std::string> printed;
    ExitCode code = ExitCode::Ok;
    for (Outcome& outcome : outcomes) {
        for (const std::string& message : outcome.messages)
            if (printed.insert(message).second) print_to(stderr, message);
        if (outcome.code != ExitCode::Ok && outcomes.size() > 1 &&
            options.command != Command::Check && options.error_format == ErrorFormat::Human) {
            print_to(stderr, "cvtex: " + escape_for_terminal(input) + " for " +
                                 escape_for_terminal(outcome.employer) + ": not written\n");
        }
        if (!outcome.printed.empty()) {
            const Status status = write_output("-", outcome.printed);
            if (!status.ok()) {
                print_to(stderr, format_error(status.error(), options));
                outcome.code = worse(outcome.code, ExitCode::Environment);
            }
        }
        code = worse(code, outcome.code);
    }
    return code;
}

ExitCode print_and_stop(const StopEarly& stop) {
    const bool failed = stop.code != ExitCode::Ok;
    if (failed) {
        print_to(stderr, stop.text);
        return stop.code;
    }
    return write_output("-", stop.text).ok() ? ExitCode::Ok : ExitCode::Environment;
}

ExitCode compile_all(const Options& options) {
    if (!options.tree) return compile_inputs(options);
    const Result<Options> expanded = expand_folders(options);
    if (!expanded) return fail_at_once(expanded.error(), ExitCode::Environment, options);
    return compile_inputs(*expanded);
}

}  // namespace cvtex::cli
