#include "cli/watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <ctime>
#include <filesystem>

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

/// Quiet for so long: the editor is done. Saving by renaming takes less than a millisecond.
constexpr int kQuiet = 25;
/// In a stream of events there is a build all the same.
constexpr int kMaxRounds = 20;
/// Without events stamps are compared once a second.
constexpr int kLookAgain = 1000;
constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE |
                                  IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                                  IN_MOVE_SELF | IN_ONLYDIR;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
    return time.tv_sec * kNanoseconds + time.tv_nsec;
}

bool matters(const fs::path& name) {
    const std::string kind = name.extension().string();
    for (const char* each : {".toml", ".ttf", ".otf", ".ttc", ".otc"})
        if (kind == each) return true;
    return false;
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (const fs::directory_iterator end; !error && at != end; at.increment(error))
        if (matters(at->path())) names.push_back(at->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// The nearest folder that exists at or above `folder`.
std::string existing(fs::path folder) {
    std::error_code error;
    if (folder.empty()) folder = ".";
    while (!fs::is_directory(folder, error) && folder.has_parent_path() &&
           folder != folder.parent_path())
        folder = folder.parent_path();
    return fs::is_directory(folder, error) ? folder.lexically_normal().string() : ".";
}

std::set<std::string> folders_of(const std::set<std::string>& files) {
    std::set<std::string> folders;
    for (const std::string& file : files) {
        std::error_code error;
        folders.insert(existing(fs::path(file).parent_path()));
        if (fs::is_directory(file, error)) folders.insert(existing(file));
        const fs::path real = fs::canonical(file, error);
        if (!error && fs::is_symlink(file, error)) folders.insert(existing(real.parent_path()));
    }
    return folders;
}

}  // namespace

Stamp stamp_of(const std::string& path) {
    struct stat info {};

    Stamp stamp;
    if (::stat(path.c_str(), &info) != 0) return stamp;
    stamp.exists = true;
    if (S_ISDIR(info.st_mode)) {
        stamp.names = names_in(path);
        return stamp;
    }
    stamp.device = info.st_dev;
    stamp.inode = info.st_ino;
    stamp.size = static_cast<std::uint64_t>(info.st_size);
    stamp.modified = nanoseconds(info.st_mtim);
    stamp.changed = nanoseconds(info.st_ctim);
    return stamp;
}

std::int64_t file_clock() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return nanoseconds(now);
}

FolderWatch::FolderWatch() : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    sigset_t wanted;
    ::sigemptyset(&wanted);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&wanted, signal);
    ::pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    signals_ = ::signalfd(-1, &wanted, SFD_NONBLOCK | SFD_CLOEXEC);
}

FolderWatch::~FolderWatch() {
    if (events_ >= 0) ::close(events_);
    if (signals_ >= 0) ::close(signals_);
}

void FolderWatch::watch(const std::set<std::string>& files) {
    if (events_ < 0) return;
    const std::set<std::string> folders = folders_of(files);
    for (auto at = watches_.begin(); at != watches_.end();) {
        if (folders.contains(at->first)) {
            ++at;
            continue;
        }
        ::inotify_rm_watch(events_, at->second);
        at = watches_.erase(at);
    }
    // Again for those that are watched: a folder of this name may be another one by now.
    for (const std::string& folder : folders) {
        const int watch = ::inotify_add_watch(events_, folder.c_str(), kEvents);
        const auto known = watches_.find(folder);
        if (known != watches_.end() && known->second != watch)
            ::inotify_rm_watch(events_, known->second);
        if (watch >= 0)
            watches_[folder] = watch;
        else
            watches_.erase(folder);
    }
}

FolderWatch::Heard FolderWatch::listen(int milliseconds) {
    std::array<pollfd, 2> files{{{events_, POLLIN, 0}, {signals_, POLLIN, 0}}};
    if (::poll(files.data(), files.size(), milliseconds) <= 0) return Heard::Nothing;
    if (files[1].revents != 0) return Heard::End;
    alignas(inotify_event) std::array<char, 4096> buffer{};
    while (::read(events_, buffer.data(), buffer.size()) > 0) {
    }
    return Heard::Events;
}

bool FolderWatch::wait() {
    Heard heard = listen(kLookAgain);
    for (int round = 0; heard == Heard::Events && round < kMaxRounds; ++round)
        heard = listen(kQuiet);
    return heard != Heard::End;
}

}  // namespace cvtex::cli
