#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// A font file mapped read-only: only the pages that are touched cost memory.
class MappedFile {
public:
    /// No font in use comes near this; a larger file is a mistake or an attack.
    static constexpr std::size_t kMaxSize = std::size_t{256} << 20;

    /// Maps a regular file of 1 to `kMaxSize` bytes. Never blocks on pipes or devices.
    static Result<std::unique_ptr<MappedFile>> open(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

private:
    MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

    const char* data_;
    std::size_t size_;
};

}  // namespace cvtex::fonts
