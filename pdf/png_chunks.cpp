#include "pdf/png_chunks.hpp"

#include <array>
#include <cstdint>

#include "pdf/deflate.hpp"

namespace cvtex::pdf {
namespace {

constexpr std::size_t kSignatureBytes = 8;
/// Length, type and checksum.
constexpr std::size_t kFrameBytes = 12;
/// CMYK profiles of printers have half a megabyte; those in PNG files a few kilobytes.
constexpr std::size_t kMaxProfileBytes = 4U << 20;
constexpr std::size_t kMaxProfileName = 79;

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

/// PNG 11.3.3.3: name, NUL, compression method 0, zlib data.
std::string unpack_profile(std::string_view data) {
    const std::size_t end = data.find('\0');
    if (end == std::string_view::npos || end > kMaxProfileName || end + 2 > data.size() ||
        data[end + 1] != 0) {
        return {};
    }
    return inflate(data.substr(end + 2), kMaxProfileBytes).value_or("");
}

bool is_needed(std::string_view type) {
    constexpr std::array<std::string_view, 7> kNeeded{"IHDR", "PLTE", "tRNS", "gAMA",
                                                      "sRGB", "IDAT", "IEND"};
    for (const std::string_view name : kNeeded)
        if (name == type) return true;
    return false;
}

}  // namespace

PngChunks split_png(std::string_view bytes) {
    PngChunks chunks;
    chunks.file = bytes.substr(0, kSignatureBytes);
    std::size_t at = kSignatureBytes;
    std::string gamma;
    while (at < bytes.size()) {
        const std::string_view rest = bytes.substr(at);
        const bool whole =
            rest.size() >= kFrameBytes && rest.size() - kFrameBytes >= u32(rest, 0);
        if (!whole) {
            // Data end where the file ends. For any other chunk libpng would first make as much
            // room as its length claims, up to two gigabytes.
            if (rest.substr(0, 8).ends_with("IDAT")) chunks.file += rest;
            break;
        }
        const std::size_t length = u32(rest, 0);
        const std::string_view type = rest.substr(4, 4);
        if (type == "iCCP" && chunks.profile.empty())
            chunks.profile = unpack_profile(rest.substr(8, length));
        const bool first_data = type == "IDAT" || type == "PLTE";
        if (first_data && chunks.profile.empty()) chunks.file += gamma;
        if (first_data) gamma.clear();
        if (type == "gAMA" || type == "sRGB") {
            gamma += rest.substr(0, kFrameBytes + length);
        } else if (is_needed(type)) {
            chunks.file += rest.substr(0, kFrameBytes + length);
        }
        at += kFrameBytes + length;
        if (type == "IEND") break;
    }
    return chunks;
}

}  // namespace cvtex::pdf
