#include "fonts/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cvtex::fonts {
namespace {

/// Closes a descriptor when it goes out of scope; a mapping outlives it.
struct Descriptor {
    int value;

    explicit Descriptor(int fd) : value(fd) {}

    ~Descriptor() {
        if (value >= 0) ::close(value);
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

Error cannot_read(const std::string& path, const std::string& reason) {
    return {"cannot read font " + path + ": " + reason, {}};
}

}  // namespace

Result<std::unique_ptr<MappedFile>> MappedFile::open(const std::string& path) {
    // O_NONBLOCK: opening a pipe without a writer would wait forever.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.value < 0) return cannot_read(path, std::strerror(errno));

    struct stat status {};

    if (::fstat(file.value, &status) != 0) return cannot_read(path, std::strerror(errno));
    if (!S_ISREG(status.st_mode)) return cannot_read(path, "not a regular file");
    if (status.st_size <= 0) return cannot_read(path, "the file is empty");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > kMaxSize) return cannot_read(path, "larger than 256 MB");
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.value, 0);
    if (data == MAP_FAILED) return cannot_read(path, std::strerror(errno));
    return std::unique_ptr<MappedFile>(new MappedFile(static_cast<const char*>(data), size));
}

MappedFile::~MappedFile() {
    ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace cvtex::fonts
