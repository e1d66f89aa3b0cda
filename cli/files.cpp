#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

namespace cvtex::cli {
namespace {

namespace fs = std::filesystem;

/// Largest style file: a style is a few kilobytes.
constexpr std::uint64_t kMaxStyleBytes = 1U << 20;
constexpr std::size_t kReadChunk = 1U << 16;
/// Names tried for the temporary file before giving up.
constexpr int kTemporaryAttempts = 100;

/// Closes on leaving the scope; `close_now` reports what close says, which is where late write
/// errors show.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}

    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return fd_; }

    [[nodiscard]] bool valid() const { return fd_ >= 0; }

    [[nodiscard]] bool close_now() { return ::close(std::exchange(fd_, -1)) == 0; }

private:
    int fd_;
};

std::string reason(int error) {
    return std::generic_category().message(error);
}

Error cannot_read(const std::string& path, const std::string& why, std::string hint = {}) {
    return {"can't read '" + path + "': " + why, std::move(hint)};
}

Error cannot_write(const std::string& path, const std::string& why, std::string hint = {}) {
    return {"can't write '" + path + "': " + why, std::move(hint)};
}

/// `expected`: the size, where it is known, so that the bytes are not copied as they grow.
Result<std::string> read_descriptor(int fd, const std::string& name, std::uint64_t limit,
                                    std::uint64_t expected = 0) {
    std::string bytes;
    bytes.reserve(std::min(expected, limit) + kReadChunk);
    while (true) {
        const std::size_t old_size = bytes.size();
        bytes.resize(old_size + kReadChunk);
        const ssize_t got = ::read(fd, bytes.data() + old_size, kReadChunk);
        if (got < 0 && errno == EINTR) {
            bytes.resize(old_size);
            continue;
        }
        if (got < 0) return cannot_read(name, reason(errno));
        bytes.resize(old_size + static_cast<std::size_t>(got));
        if (got == 0) return bytes;
        if (bytes.size() > limit) {
            return cannot_read(name, "larger than " + std::to_string(limit >> 20) + " MB");
        }
    }
}

/// Regular files only: a pipe or device named by a document could block or never end.
Result<std::string> read_regular_file(const std::string& path, std::uint64_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid()) {
        const int error = errno;
        return cannot_read(path, reason(error),
                           error == ENOENT ? "check the name and the folder" : std::string());
    }

    struct stat info {};

    if (::fstat(file.get(), &info) != 0) return cannot_read(path, reason(errno));
    if (S_ISDIR(info.st_mode)) {
        return cannot_read(path, "it is a folder", "name the Markdown file in it");
    }
    if (!S_ISREG(info.st_mode)) return cannot_read(path, "not a regular file");
    return read_descriptor(file.get(), path, limit, static_cast<std::uint64_t>(info.st_size));
}

Status write_all(int fd, std::string_view bytes, const std::string& name) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return cannot_write(name, reason(errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Status write_directly(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.valid()) return cannot_write(path, reason(errno));
    if (Status status = write_all(file.get(), bytes, path); !status.ok()) return status;
    if (!file.close_now()) return cannot_write(path, reason(errno));
    return Done{};
}

/// `mode` is kept from the file that is replaced; a new file gets what the umask leaves of
/// 0666.
Status replace_file(const std::string& path, std::string_view bytes,
                    std::optional<mode_t> mode) {
    std::string temporary;
    int fd = -1;
    for (int attempt = 0; attempt < kTemporaryAttempts && fd < 0; ++attempt) {
        temporary = path + ".tmp" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno != EEXIST) break;
    }
    if (fd < 0) return cannot_write(path, reason(errno));
    Descriptor file(fd);
    Status status = write_all(file.get(), bytes, path);
    if (status.ok() && mode && ::fchmod(file.get(), *mode) != 0) {
        status = cannot_write(path, reason(errno));
    }
    if (status.ok() && ::fsync(file.get()) != 0) status = cannot_write(path, reason(errno));
    if (!file.close_now() && status.ok()) status = cannot_write(path, reason(errno));
    if (status.ok() && ::rename(temporary.c_str(), path.c_str()) != 0) {
        status = cannot_write(path, reason(errno));
    }
    if (!status.ok()) ::unlink(temporary.c_str());
    return status;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [end, unused] =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

}  // namespace

Result<std::string> read_input(const std::string& path) {
    if (path == "-") return read_descriptor(STDIN_FILENO, "<stdin>", kMaxInputBytes);

    struct stat info {};

    // A pipe that the user names on the command line (process substitution) is welcome.
    if (::stat(path.c_str(), &info) == 0 && S_ISFIFO(info.st_mode)) {
        const Descriptor pipe(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!pipe.valid()) return cannot_read(path, reason(errno));
        return read_descriptor(pipe.get(), path, kMaxInputBytes);
    }
    return read_regular_file(path, kMaxInputBytes);
}

Result<std::string> read_style_file(const std::string& path) {
    return read_regular_file(path, kMaxStyleBytes);
}

Status write_output(const std::string& path, std::string_view bytes) {
    if (path == "-") return write_all(STDOUT_FILENO, bytes, "<stdout>");

    struct stat info {};

    if (::stat(path.c_str(), &info) != 0) return replace_file(path, bytes, std::nullopt);
    if (S_ISDIR(info.st_mode)) return cannot_write(path, "it is a folder");
    if (!S_ISREG(info.st_mode)) return write_directly(path, bytes);
    if (::access(path.c_str(), W_OK) != 0) return cannot_write(path, reason(errno));
    // Through a symbolic link the file it points to is replaced, not the link.
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    return replace_file(error ? path : target.string(), bytes, info.st_mode & 07777);
}

Result<bool> create_file(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.valid() && errno == EEXIST) return false;
    if (!file.valid()) return cannot_write(path, reason(errno));
    if (Status status = write_all(file.get(), bytes, path); !status.ok()) return status.error();
    if (!file.close_now()) return cannot_write(path, reason(errno));
    return true;
}

Result<std::string> DocumentFiles::read_confined(const std::string& path) {
    if (path.find('\0') != std::string::npos || path.find('\n') != std::string::npos) {
        return Error{"can't read a file whose name has a NUL or a line end", {}};
    }
    const fs::path base = document_dir_.empty() ? fs::path(".") : fs::path(document_dir_);
    const fs::path named = base / fs::path(path);
    dependencies_.push_back(named.lexically_normal().string());
    std::error_code error;
    const fs::path real = fs::canonical(named, error);
    if (error)
        return cannot_read(path, reason(error.value()), "the path is relative to the document");
    bool allowed = is_below(real, fs::canonical(base, error));
    for (const std::string& folder : allowed_) {
        const fs::path real_folder = fs::canonical(folder, error);
        allowed = allowed || (!error && is_below(real, real_folder));
    }
    if (!allowed) {
        return cannot_read(path, "it lies outside the document's folder",
                           "move it beside the document or pass --allow-path");
    }
    return read_regular_file(real.string(), kMaxInputBytes);
}

Result<std::string> DocumentFiles::read_style(const std::string& path) {
    dependencies_.push_back(path);
    return read_style_file(path);
}

std::string escape_for_make(const std::string& path) {
    std::string escaped;
    for (const char c : path) {
        if (c == ' ' || c == '#' || c == '\\') escaped += '\\';
        if (c == '$') escaped += '$';
        escaped += c;
    }
    return escaped;
}

std::string make_depfile(const std::string& targets,
                         const std::vector<std::string>& dependencies) {
    std::string rules = targets + ":";
    std::vector<std::string> unique;
    std::set<std::string> seen;
    for (const std::string& path : dependencies) {
        if (seen.insert(path).second) unique.push_back(escape_for_make(path));
    }
    for (const std::string& path : unique) rules += " \\\n  " + path;
    rules += "\n";
    for (const std::string& path : unique) rules += "\n" + path + ":\n";
    return rules;
}

}  // namespace cvtex::cli
