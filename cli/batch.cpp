#include "cli/batch.hpp"

#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "base/diagnostic_print.hpp"
#include "cli/employers.hpp"
#include "cli/files.hpp"
#include "cli/job.hpp"
#include "cli/report.hpp"

namespace cvtex::cli {
namespace {

/// One input and what came of it, an outcome for each employer.
struct Unit {
    std::vector<Outcome> outcomes;
    std::size_t open = 1;  ///< outcomes still to come
};

/// Compiles in worker threads and hands units over in input order, as soon as each is its turn.
/// The first task of a unit reads the document; it adds one for each employer, in front, so
/// that few documents are in memory at a time.
class Batch {
public:
    Batch(const Options& options, OutputPlan& plan, fonts::FontLibrary& library)
        : options_(options), plan_(plan), library_(library), units_(options.inputs.size()) {
        for (std::size_t i = 0; i < units_.size(); ++i) tasks_.push_back({i, 0, nullptr, {}});
    }

    template <class Consume>
    void run(Consume consume) {
        if (options_.jobs <= 1) {
            for (std::size_t i = 0; i < units_.size(); ++i) {
                while (units_[i].open > 0) perform(take());
                consume(i, std::exchange(units_[i], {}));
            }
            return;
        }
        std::vector<std::thread> workers;
        for (unsigned i = 0; i < options_.jobs; ++i) workers.emplace_back([this] { work(); });
        for (std::size_t i = 0; i < units_.size(); ++i) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return units_[i].open == 0; });
            lock.unlock();
            consume(i, std::exchange(units_[i], Unit{{}, 0}));
        }
        for (std::thread& worker : workers) worker.join();
    }

private:
    struct Task {
        std::size_t unit = 0;
        std::size_t slot = 0;                  ///< of the unit's outcomes
        std::shared_ptr<const Parsed> parsed;  ///< null: still to be read
        std::string employer;
    };

    void work() {
        while (true) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return !tasks_.empty() || finished_ == units_.size(); });
            if (tasks_.empty()) return;
            lock.unlock();
            perform(take());
        }
    }

    /// The next task, or one without a unit when another worker was faster.
    Task take() {
        const std::lock_guard lock(mutex_);
        if (tasks_.empty()) return {units_.size(), 0, nullptr, {}};
        Task task = std::move(tasks_.front());
        tasks_.pop_front();
        return task;
    }

    void perform(Task task) {
        if (task.unit == units_.size()) return;
        const std::string& input = options_.inputs[task.unit];
        if (task.parsed) {
            Outcome outcome =
                run_job(input, *task.parsed, task.employer, options_, plan_, library_);
            finish(task.unit, task.slot, std::move(outcome));
            return;
        }
        Outcome outcome;
        std::optional<Parsed> parsed = read_document(input, options_, outcome);
        if (!parsed) {
            finish(task.unit, 0, std::move(outcome));
        } else if (options_.employers.empty()) {
            finish(task.unit, 0,
                   run_job(input, std::move(*parsed), {}, options_, plan_, library_));
        } else {
            spread(task.unit, std::move(*parsed));
        }
    }

    /// A task for each employer of the document.
    void spread(std::size_t unit, Parsed parsed) {
        const std::vector<std::string> employers =
            expand_employers(options_.employers, parsed.employers);
        if (employers.empty()) {
            Outcome outcome;
            outcome.code = ExitCode::DocumentErrors;
            outcome.messages.push_back(format_error(
                {"'" + options_.inputs[unit] + "' has no employers",
                 "write employers/NAME.toml beside it, or employers.NAME in its front matter"},
                options_));
            return finish(unit, 0, std::move(outcome));
        }
        const auto shared = std::make_shared<const Parsed>(std::move(parsed));
        const std::lock_guard lock(mutex_);
        units_[unit].open = employers.size();
        units_[unit].outcomes.resize(employers.size());
        for (std::size_t slot = employers.size(); slot-- > 0;)
            tasks_.push_front({unit, slot, shared, employers[slot]});
        changed_.notify_all();
    }

    void finish(std::size_t unit, std::size_t slot, Outcome outcome) {
        const std::lock_guard lock(mutex_);
        Unit& done = units_[unit];
        if (done.outcomes.size() <= slot) done.outcomes.resize(slot + 1);
        done.outcomes[slot] = std::move(outcome);
        if (--done.open > 0) return;
        ++finished_;
        changed_.notify_all();
    }

    const Options& options_;
    OutputPlan& plan_;
    fonts::FontLibrary& library_;
    std::vector<Unit> units_;
    std::deque<Task> tasks_;
    std::size_t finished_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
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

/// What all units together came to.
struct Summary {
    ExitCode code = ExitCode::Ok;
    std::vector<std::string> outputs;
    std::vector<std::string> dependencies;
};

/// Prints a unit's messages, each once however many employers it is about.
void print_unit(const std::string& input, const Unit& unit, const Options& options,
                Summary& summary) {
    std::set<std::string> printed;
    for (const Outcome& outcome : unit.outcomes) {
        for (const std::string& message : outcome.messages)
            if (printed.insert(message).second) print_to(stderr, message);
        if (outcome.code != ExitCode::Ok && unit.outcomes.size() > 1 && !options.check &&
            options.error_format == ErrorFormat::Human) {
            print_to(stderr, "cvtex: " + escape_for_terminal(input) + " for " +
                                 escape_for_terminal(outcome.employer) + ": not written\n");
        }
        summary.code = worse(summary.code, outcome.code);
        if (!outcome.output.empty()) summary.outputs.push_back(outcome.output);
        summary.dependencies.insert(summary.dependencies.end(), outcome.dependencies.begin(),
                                    outcome.dependencies.end());
        if (outcome.printed.empty()) continue;
        if (const Status status = write_output("-", outcome.printed); !status.ok()) {
            print_to(stderr, format_error(status.error(), options));
            summary.code = worse(summary.code, ExitCode::Environment);
        }
    }
}

ExitCode write_depfile(const Options& options, const Summary& summary,
                       const fonts::FontLibrary& library) {
    if (options.depfile.empty()) return ExitCode::Ok;
    std::vector<std::string> dependencies = summary.dependencies;
    for (const std::string& font : library.opened_files()) dependencies.push_back(font);
    std::string targets;
    for (const std::string& output : summary.outputs)
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
    OutputPlan plan(options);
    if (const Status status = plan.check(); !status.ok()) {
        print_to(stderr, format_error(status.error(), options));
        return ExitCode::Usage;
    }
    fonts::FontLibrary library({.font_dirs = options.font_dirs});
    Progress progress(options, options.inputs.size());
    Summary summary;
    Batch(options, plan, library).run([&](std::size_t index, const Unit& unit) {
        progress.clear();
        const std::string& input = options.inputs[index];
        print_unit(input, unit, options, summary);
        progress.advance(input);
        if (input != "-") summary.dependencies.push_back(input);
    });
    progress.clear();
    if (options.timings) print_to(stderr, format_memory());
    return worse(summary.code, write_depfile(options, summary, library));
}

}  // namespace cvtex::cli
