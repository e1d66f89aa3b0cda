#include "cli/watch.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

#include "base/diagnostic_print.hpp"
#include "cli/batch.hpp"
#include "cli/compile_all.hpp"
#include "cli/folder.hpp"
#include "cli/preview_server.hpp"
#include "cli/report.hpp"
#include "cli/watcher.hpp"

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

/// An editor that deletes a file before it writes it again is given so long.
constexpr std::chrono::milliseconds kStep{25};
constexpr int kSteps = 12;
/// More outputs than this are counted, not named.
constexpr std::size_t kNamedOutputs = 8;
/// Never the stamp of a file: one that holds it counts as changed.
constexpr std::int64_t kChangedMeanwhile = -1;
/// File systems count time in steps as long as this: what changed within one can change again
/// without leaving a mark.
constexpr std::int64_t kTick = 10'000'000;

/// One document: what came of it last, and what it was made from as it stood before.
struct Watched {
    std::vector<Outcome> outcomes;
    Snapshot made_from;
    std::vector<serve::ShownDocument> shown;  ///< with `--serve`, one an outcome

    [[nodiscard]] bool is_stale() const {
        return std::any_of(made_from.begin(), made_from.end(), [](const auto& file) {
            return stamp_of(file.first) != file.second;
        });
    }
};

/// `stamp`, unless the file changed so late that what is read may be another state.
Stamp settled(Stamp stamp, std::int64_t started) {
    if (stamp.changed >= started - kTick) stamp.changed = kChangedMeanwhile;
    return stamp;
}

std::string employers_folder(const std::string& input) {
    return (fs::path(input).parent_path() / "employers").string();
}

class Watch {
public:
    Watch(const Options& options, PreviewServer* server)
        : options_(options), server_(server), on_terminal_(::isatty(STDERR_FILENO) != 0) {}

    void run(FolderWatch& folders) {
        while (true) {
            update();
            std::set<std::string> files(options_.inputs.begin(), options_.inputs.end());
            files.insert(options_.font_dirs.begin(), options_.font_dirs.end());
            for (const auto& [input, watched] : documents_)
                for (const auto& [file, stamp] : watched.made_from) files.insert(file);
            for (const std::string& folder : searched_) files.insert(folder);
            folders.watch(files);
            // What changed before the folders were watched made no event.
            if (!stale_inputs().empty()) continue;
            if (!folders.wait()) return;
        }
    }

private:
    /// Compiles what is not as it was made from.
    void update() {
        const bool others = find_inputs();
        const std::vector<std::string> stale = stale_inputs();
        if (stale.empty() && !others) return;
        for (const std::string& input : stale) wait_for(input);
        renew_library();
        compile(stale);
        print(stale);
        if (server_ != nullptr) show();
    }

    /// Looks for documents again where folders are built. True: there are others than before.
    bool find_inputs() {
        const std::vector<std::string> before = current_.inputs;
        const std::string problem_before = problem_;
        problem_.clear();
        current_ = options_;
        if (options_.tree) {
            const Result<Options> expanded = expand_folders(options_);
            if (expanded)
                current_ = *expanded;
            else
                problem_ = format_error(expanded.error(), options_);
            if (!expanded) current_.inputs.clear();
        }
        searched_.clear();
        for (const auto& [input, folder] : current_.subfolders)
            searched_.insert(input);  // the folder it stands in is watched
        std::erase_if(documents_, [&](const auto& document) {
            return std::find(current_.inputs.begin(), current_.inputs.end(), document.first) ==
                   current_.inputs.end();
        });
        return before != current_.inputs || problem_before != problem_;
    }

    [[nodiscard]] std::vector<std::string> stale_inputs() const {
        std::vector<std::string> stale;
        for (const std::string& input : current_.inputs) {
            const auto known = documents_.find(input);
            if (known == documents_.end() || known->second.is_stale()) stale.push_back(input);
        }
        return stale;
    }

    static void wait_for(const std::string& input) {
        std::error_code error;
        for (int step = 0; step < kSteps && !fs::exists(input, error); ++step)
            std::this_thread::sleep_for(kStep);
    }

    /// Fonts are mapped and remembered: when one changes, all are opened again.
    void renew_library() {
        Snapshot fonts;
        for (const std::string& folder : options_.font_dirs) fonts[folder] = stamp_of(folder);
        for (const auto& [file, stamp] : fonts_) fonts[file] = stamp_of(file);
        if (library_ && fonts == fonts_) return;
        library_ = std::make_unique<fonts::FontLibrary>(
            fonts::FontLibraryOptions{.font_dirs = options_.font_dirs});
        fonts_ = std::move(fonts);
    }

    void compile(const std::vector<std::string>& inputs) {
        const std::int64_t started = file_clock();
        for (const std::string& input : inputs) {
            Snapshot& made_from = documents_[input].made_from;
            made_from[input];
            made_from[employers_folder(input)];
            for (const std::string& folder : options_.font_dirs) made_from[folder];
            for (auto& [file, stamp] : made_from) stamp = settled(stamp_of(file), started);
        }
        Options asked = current_;
        asked.inputs = inputs;
        OutputPlan plan(current_);
        const Status possible = plan.check();
        if (!possible.ok()) problem_ = format_error(possible.error(), options_);
        pictures_.forget_failures();
        const Shared shared{*library_, options_.allow_remote ? &pictures_ : nullptr};
        compile_units(asked, plan, shared,
                      [&](std::size_t index, std::vector<Outcome> outcomes) {
                          take(documents_[inputs[index]], std::move(outcomes));
                      });
        remember(inputs, started);
    }

    /// Keeps what came of a document; pages of an earlier state stay when there are none now.
    static void take(Watched& watched, std::vector<Outcome> outcomes) {
        std::vector<serve::ShownDocument> shown;
        for (Outcome& outcome : outcomes) {
            // One that could not even be read has no title: every version of it failed.
            if (outcome.title.empty() && !watched.shown.empty()) {
                shown = std::move(watched.shown);
                for (serve::ShownDocument& each : shown) {
                    each.failed = true;
                    each.messages = outcome.plain_messages;
                }
                break;
            }
            shown.push_back(shown_now(outcome, watched.shown));
        }
        watched.shown = std::move(shown);
        watched.outcomes = std::move(outcomes);
    }

    static serve::ShownDocument shown_now(Outcome& outcome,
                                          std::vector<serve::ShownDocument>& before) {
        serve::ShownDocument now{outcome.title.empty() ? "cvtex" : outcome.title,
                                 !outcome.pictures.has_value(),
                                 outcome.plain_messages,
                                 {}};
        if (outcome.pictures) now.pages = *std::exchange(outcome.pictures, {});
        for (serve::ShownDocument& earlier : before) {
            if (now.failed && earlier.title == now.title) now.pages = std::move(earlier.pages);
        }
        return now;
    }

    /// What each document was made from, as it stood when its compilation began. A file that
    /// was not known then and has changed since may have been read before or after.
    void remember(const std::vector<std::string>& inputs, std::int64_t started) {
        const std::vector<std::string> opened = library_->opened_files();
        for (const std::string& font : opened)
            if (!fonts_.contains(font)) fonts_[font] = stamp_of(font);
        for (const std::string& input : inputs) {
            Watched& watched = documents_[input];
            std::set<std::string> files{input, employers_folder(input)};
            files.insert(options_.font_dirs.begin(), options_.font_dirs.end());
            files.insert(opened.begin(), opened.end());
            for (const Outcome& outcome : watched.outcomes)
                files.insert(outcome.dependencies.begin(), outcome.dependencies.end());
            Snapshot made_from;
            for (const std::string& file : files) {
                const auto before = watched.made_from.find(file);
                made_from[file] = before != watched.made_from.end()
                                      ? before->second
                                      : settled(stamp_of(file), started);
            }
            watched.made_from = std::move(made_from);
        }
    }

    // ---- telling --------------------------------------------------------------------------

    /// On a terminal the screen shows what holds now, in the place of what held before.
    void print(const std::vector<std::string>& compiled) {
        if (on_terminal_) print_to(stderr, "\x1b[H\x1b[2J\x1b[3J");
        print_to(stderr, problem_);
        std::vector<std::string> written;
        for (auto& [input, watched] : documents_) {
            const bool is_new =
                std::find(compiled.begin(), compiled.end(), input) != compiled.end();
            if (!is_new && !on_terminal_) continue;
            // The exit code of one state says nothing about the next.
            static_cast<void>(print_unit(input, watched.outcomes, options_));
            for (const Outcome& outcome : watched.outcomes) {
                if (is_new && outcome.written) written.push_back(say_written(outcome));
                if (outcome.code != ExitCode::Ok && watched.outcomes.size() == 1)
                    print_to(stderr,
                             "cvtex: " + escape_for_terminal(input) +
                                 (options_.command == Command::Check ? ": not as it should be\n"
                                                                     : ": not written\n"));
            }
        }
        if (options_.quiet) return;
        if (written.size() > kNamedOutputs)
            written = {"cvtex: wrote " + std::to_string(written.size()) + " files\n"};
        for (const std::string& line : written) print_to(stderr, line);
        if (on_terminal_ && server_ != nullptr)
            print_to(stderr, "cvtex: preview at " + server_->address() + "\n");
        if (on_terminal_) print_to(stderr, "cvtex: watching; Ctrl-C ends\n");
    }

    [[nodiscard]] static std::string say_written(const Outcome& outcome) {
        return "cvtex: wrote " + escape_for_terminal(outcome.output) +
               (outcome.pages == 0   ? "\n"
                : outcome.pages == 1 ? " (1 page)\n"
                                     : " (" + std::to_string(outcome.pages) + " pages)\n");
    }

    void show() {
        std::vector<serve::ShownDocument> shown;
        for (const std::string& input : current_.inputs) {
            for (const serve::ShownDocument& document : documents_[input].shown)
                shown.push_back(document);
        }
        server_->show(std::move(shown));
    }

    const Options& options_;
    PreviewServer* server_;
    bool on_terminal_;
    Options current_;      ///< with folders expanded
    std::string problem_;  ///< with the run as a whole
    std::set<std::string> searched_;
    std::map<std::string, Watched> documents_;
    std::unique_ptr<fonts::FontLibrary> library_;
    RemotePictures pictures_;  ///< of the network, as they were when first asked for
    Snapshot fonts_;
};

}  // namespace

ExitCode watch(const Options& options) {
    FolderWatch folders;  // First: threads that come later leave signals to it.
    std::unique_ptr<PreviewServer> server;
    if (options.serve_port) {
        Result<std::unique_ptr<PreviewServer>> started =
            PreviewServer::start(*options.serve_port);
        if (!started) {
            print_to(stderr, format_error(started.error(), options));
            return ExitCode::Environment;
        }
        server = std::move(started).value();
        print_to(stderr, "cvtex: preview at " + server->address() + "\n");
    }
    Watch(options, server.get()).run(folders);
    return ExitCode::Ok;
}

}  // namespace cvtex::cli
