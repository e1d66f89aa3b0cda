#include "cli/batch.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <thread>

#include "base/diagnostic_print.hpp"
#include "base/units.hpp"
#include "cli/files.hpp"
#include "cli/pipeline.hpp"

namespace cvtex::cli {
namespace {

/// What one input came to: its messages, ready to print in input order.
struct Outcome {
    ExitCode code = ExitCode::Ok;
    std::string messages;
    std::string printed;  ///< for standard output
    std::vector<std::string> dependencies;
};

void print_to(std::FILE* stream, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

bool use_color(const Options& options) {
    if (options.color != ColorMode::Auto) return options.color == ColorMode::Always;
    return ::isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

ExitCode worse(ExitCode a, ExitCode b) {
    return std::max(a, b);
}

/// An environment error in the form asked for; `base/diagnostic_print` renders both.
std::string format_error(const Error& error, const Options& options) {
    Diagnostic diagnostic{.severity = Severity::Error,
                          .code = "environment",
                          .message = error.message,
                          .span = {},
                          .hint = error.hint,
                          .notes = {}};
    const Sources none;
    if (options.error_format == ErrorFormat::Json) return format_json(diagnostic, none);
    return "cvtex: " + format_human(diagnostic, none, use_color(options));
}

std::string format_diagnostics(const Compiled& compiled, const Options& options) {
    std::string text;
    for (const Diagnostic& diagnostic : compiled.diagnostics.all()) {
        if (options.quiet && diagnostic.severity != Severity::Error) continue;
        text += options.error_format == ErrorFormat::Json
                    ? format_json(diagnostic, compiled.sources)
                    : format_human(diagnostic, compiled.sources, use_color(options));
    }
    const std::size_t hidden = compiled.diagnostics.suppressed();
    if (hidden > 0 && !options.quiet && options.error_format == ErrorFormat::Human) {
        text += "cvtex: " + std::to_string(hidden) +
                " more messages of the same kinds are not shown\n";
    }
    return text;
}

std::string format_times(const std::string& name, const std::vector<StageTime>& times) {
    std::string text;
    double total = 0;
    const auto line = [&](const std::string& stage, double milliseconds) {
        // Pt only lends its locale-free formatting here.
        text += name + ": " + stage + " " + format_fixed(Pt::of(milliseconds), 3) + " ms\n";
    };
    for (const StageTime& time : times) {
        line(time.stage, time.milliseconds);
        total += time.milliseconds;
    }
    line("total", total);
    return text;
}

/// The most memory that was resident at once; Linux counts in KiB.
std::string format_memory() {
    struct rusage usage {};

    ::getrusage(RUSAGE_SELF, &usage);
    return "cvtex: memory " + std::to_string(usage.ru_maxrss / 1024) + " MiB\n";
}

ExitCode code_of(const Compiled& compiled, const Options& options) {
    if (compiled.environment_error) return ExitCode::Environment;
    return is_refused(compiled.diagnostics, options) ? ExitCode::DocumentErrors : ExitCode::Ok;
}

void deliver(Compiled& compiled, const std::string& output, const Options& options,
             Outcome& outcome) {
    if (!compiled.output) return;
    if (output == "-") {
        outcome.printed = std::move(*compiled.output);
        return;
    }
    if (const Status status = write_output(output, *compiled.output); !status.ok()) {
        outcome.messages += format_error(status.error(), options);
        outcome.code = worse(outcome.code, ExitCode::Environment);
    }
}

Outcome compile_one(const std::string& input, const std::string& output, const Options& options,
                    fonts::FontLibrary& library) {
    Outcome outcome;
    Result<std::string> bytes = read_input(input);
    if (!bytes) {
        outcome.messages = format_error(bytes.error(), options);
        outcome.code = ExitCode::Environment;
        return outcome;
    }
    const bool is_stdin = input == "-";
    const std::string folder =
        is_stdin ? "" : std::filesystem::path(input).parent_path().string();
    Compiled compiled = compile(is_stdin ? "<stdin>" : input, std::move(bytes).value(), folder,
                                options, library);
    outcome.messages = format_diagnostics(compiled, options);
    if (compiled.environment_error)
        outcome.messages += format_error(*compiled.environment_error, options);
    if (options.timings) outcome.messages += format_times(input, compiled.times);
    outcome.code = code_of(compiled, options);
    outcome.dependencies = std::move(compiled.dependencies);
    deliver(compiled, output, options, outcome);
    return outcome;
}

/// Compiles in worker threads and hands outcomes over in input order, as soon as each is its
/// turn.
class Batch {
public:
    Batch(const Options& options, const std::vector<std::string>& outputs,
          fonts::FontLibrary& library)
        : options_(options),
          outputs_(outputs),
          library_(library),
          outcomes_(outputs.size()),
          done_(outputs.size(), false) {}

    template <class Consume>
    void run(Consume consume) {
        const std::size_t count = outputs_.size();
        std::vector<std::thread> workers;
        for (std::size_t i = 0; i < std::min<std::size_t>(options_.jobs, count); ++i) {
            workers.emplace_back([this] { work(); });
        }
        for (std::size_t i = 0; i < count; ++i) {
            std::unique_lock lock(mutex_);
            finished_.wait(lock, [&] { return done_[i]; });
            lock.unlock();
            consume(i, std::move(outcomes_[i]));
        }
        for (std::thread& worker : workers) worker.join();
    }

private:
    void work() {
        while (true) {
            const std::size_t index = next_.fetch_add(1);
            if (index >= outputs_.size()) return;
            Outcome outcome =
                compile_one(options_.inputs[index], outputs_[index], options_, library_);
            const std::lock_guard lock(mutex_);
            outcomes_[index] = std::move(outcome);
            done_[index] = true;
            finished_.notify_one();
        }
    }

    const Options& options_;
    const std::vector<std::string>& outputs_;
    fonts::FontLibrary& library_;
    std::vector<Outcome> outcomes_;
    std::vector<bool> done_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::condition_variable finished_;
};

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

ExitCode write_depfile(const Options& options, const std::vector<std::string>& outputs,
                       std::vector<std::string> dependencies,
                       const fonts::FontLibrary& library) {
    if (options.depfile.empty()) return ExitCode::Ok;
    for (const std::string& font : library.opened_files()) dependencies.push_back(font);
    std::string targets;
    for (const std::string& output : outputs)
        targets += (targets.empty() ? "" : " ") + escape_for_make(output);
    const Status status = write_output(options.depfile, make_depfile(targets, dependencies));
    if (status.ok()) return ExitCode::Ok;
    print_to(stderr, format_error(status.error(), options));
    return ExitCode::Environment;
}

}  // namespace

ExitCode print_and_stop(const StopEarly& stop) {
    const bool failed = stop.code != ExitCode::Ok;
    if (failed) {
        print_to(stderr, stop.text);
        return stop.code;
    }
    return write_output("-", stop.text).ok() ? ExitCode::Ok : ExitCode::Environment;
}

ExitCode compile_all(const Options& options) {
    const Result<std::vector<std::string>> outputs = plan_outputs(options);
    if (!outputs) {
        print_to(stderr, format_error(outputs.error(), options));
        return ExitCode::Usage;
    }
    fonts::FontLibrary library({.font_dirs = options.font_dirs});
    Progress progress(options, options.inputs.size());
    ExitCode code = ExitCode::Ok;
    std::vector<std::string> dependencies;
    const auto consume = [&](std::size_t index, Outcome outcome) {
        progress.clear();
        print_to(stderr, outcome.messages);
        if (!outcome.printed.empty()) {
            if (const Status status = write_output("-", outcome.printed); !status.ok()) {
                print_to(stderr, format_error(status.error(), options));
                outcome.code = ExitCode::Environment;
            }
        }
        progress.advance(options.inputs[index]);
        if (options.inputs[index] != "-") dependencies.push_back(options.inputs[index]);
        dependencies.insert(dependencies.end(), outcome.dependencies.begin(),
                            outcome.dependencies.end());
        code = worse(code, outcome.code);
    };
    if (options.jobs > 1 && options.inputs.size() > 1) {
        Batch(options, *outputs, library).run(consume);
    } else {
        for (std::size_t i = 0; i < outputs->size(); ++i) {
            consume(i, compile_one(options.inputs[i], (*outputs)[i], options, library));
        }
    }
    progress.clear();
    if (options.timings) print_to(stderr, format_memory());
    return worse(code, write_depfile(options, *outputs, std::move(dependencies), library));
}

}  // namespace cvtex::cli
