#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"

/// Which files have changed, whatever an editor does to them.
namespace cvtex::cli {

/// What is known of a file or folder without reading it. Of a folder: the names in it that can
/// matter (employers, fonts).
struct Stamp {
    bool exists = false;
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modified = 0, changed = 0;  ///< nanoseconds
    std::vector<std::string> names;

    bool operator==(const Stamp&) const = default;
};

[[nodiscard]] Stamp stamp_of(const std::string& path);

/// The stamps of some files at one time.
using Snapshot = std::map<std::string, Stamp>;

/// Now as file systems write it into their files.
[[nodiscard]] std::int64_t file_clock();

/// Tells that something happened in the folders of some files: inotify on the folders, so that
/// files which are replaced, deleted or not there yet are seen too. Where the system can watch
/// no more folders, and on file systems of other machines, looking again from time to time must
/// do.
class FolderWatch {
public:
    FolderWatch();
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// From now on exactly the folders of `files` are watched (and those that symbolic links
    /// lead to); for folders that do not exist yet, the nearest one above that does.
    void watch(const std::set<std::string>& files);

    /// Returns when something happened and nothing more for a moment, or when the user wants to
    /// end, or at the latest after a second. False: the user wants to end.
    [[nodiscard]] bool wait();

private:
    /// Waits up to `milliseconds` for events and forgets them.
    enum class Heard { Nothing, Events, End };
    [[nodiscard]] Heard listen(int milliseconds);

    int events_ = -1;   ///< inotify; -1: the system has none to give
    int signals_ = -1;  ///< SIGINT, SIGTERM and SIGHUP as a file
    std::map<std::string, int> watches_;
};

}  // namespace cvtex::cli
