#include "cli/batch.hpp"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "cli/employers.hpp"

namespace cvtex::cli {
namespace {

/// One input and what came of it so far, an outcome for each employer.
struct Unit {
    std::vector<Outcome> outcomes;
    std::size_t open = 1;  ///< outcomes still to come
};

/// Compiles in worker threads and hands units over in input order, as soon as each is its turn.
/// The first task of a unit reads the document; it adds one for each employer, in front, so
/// that few documents are in memory at a time.
class Batch {
public:
    Batch(const Options& options, OutputPlan& plan, const Shared& shared)
        : options_(options), plan_(plan), shared_(shared), units_(options.inputs.size()) {
        for (std::size_t i = 0; i < units_.size(); ++i) tasks_.push_back({i, 0, nullptr, {}});
    }

    void run(const UnitSink& consume) {
        if (options_.jobs <= 1) {
            for (std::size_t i = 0; i < units_.size(); ++i) {
                while (units_[i].open > 0) perform(take());
                consume(i, std::exchange(units_[i], {}).outcomes);
            }
            return;
        }
        std::vector<std::thread> workers;
        for (unsigned i = 0; i < options_.jobs; ++i) workers.emplace_back([this] { work(); });
        for (std::size_t i = 0; i < units_.size(); ++i) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return units_[i].open == 0; });
            lock.unlock();
            consume(i, std::exchange(units_[i], Unit{{}, 0}).outcomes);
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
                run_job(input, *task.parsed, task.employer, options_, plan_, shared_);
            finish(task.unit, task.slot, std::move(outcome));
            return;
        }
        Outcome outcome;
        std::optional<Parsed> parsed = read_document(input, options_, outcome);
        if (!parsed) {
            finish(task.unit, 0, std::move(outcome));
        } else if (options_.employers.empty()) {
            finish(task.unit, 0,
                   run_job(input, std::move(*parsed), {}, options_, plan_, shared_));
        } else {
            spread(task.unit, std::move(*parsed));
        }
    }

    /// A task for each employer of the document.
    void spread(std::size_t unit, Parsed parsed) {
        const std::vector<std::string> employers =
            expand_employers(options_.employers, parsed.employers);
        if (employers.empty()) return for_nobody(unit, std::move(parsed));
        const auto shared = std::make_shared<const Parsed>(std::move(parsed));
        const std::lock_guard lock(mutex_);
        units_[unit].open = employers.size();
        units_[unit].outcomes.resize(employers.size());
        for (std::size_t slot = employers.size(); slot-- > 0;)
            tasks_.push_front({unit, slot, shared, employers[slot]});
        changed_.notify_all();
    }

    /// A document without any of the employers asked for.
    void for_nobody(std::size_t unit, Parsed parsed) {
        const std::string& input = options_.inputs[unit];
        if (options_.employers_if_any)
            return finish(unit, 0,
                          run_job(input, std::move(parsed), {}, options_, plan_, shared_));
        Outcome outcome;
        fail(outcome, ExitCode::DocumentErrors,
             {"'" + input + "' has no employers",
              "write employers/NAME.toml beside it, or employers.NAME in its front matter"},
             options_);
        finish(unit, 0, std::move(outcome));
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
    const Shared& shared_;
    std::vector<Unit> units_;
    std::deque<Task> tasks_;
    std::size_t finished_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
};

}  // namespace

void compile_units(const Options& options, OutputPlan& plan, const Shared& shared,
                   const UnitSink& consume) {
    Batch(options, plan, shared).run(consume);
}

}  // namespace cvtex::cli
