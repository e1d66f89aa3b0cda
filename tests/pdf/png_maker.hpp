#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pdf/deflate.hpp"

/// PNG files made by hand, good and bad.
namespace cvtex::pdf::test {

inline std::string be32(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>(value >> shift & 0xFF);
    }
    return out;
}

inline std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
    }
    return ~crc;
}

inline std::string chunk(const std::string& type, const std::string& data) {
    return be32(static_cast<std::uint32_t>(data.size())) + type + data +
           be32(crc32(type + data));
}

/// Kinds of pixels: PNG 11.2.2.
enum PngKind : char { kGray = 0, kRgb = 2, kPalette = 3, kGrayAlpha = 4, kRgba = 6 };

struct PngFile {
    std::uint32_t width = 1, height = 1;
    char depth = 8;
    PngKind kind = kRgb;
    bool interlaced = false;
    std::string rows;         ///< each with its filter byte in front
    std::string before = {};  ///< chunks before IDAT

    [[nodiscard]] std::string header() const {
        return chunk("IHDR", be32(width) + be32(height) + depth + static_cast<char>(kind) +
                                 std::string(2, '\0') + static_cast<char>(interlaced));
    }

    [[nodiscard]] std::string bytes() const {
        return "\x89PNG\r\n\x1a\n" + header() + before + chunk("IDAT", deflate(rows)) +
               chunk("IEND", "");
    }
};

}  // namespace cvtex::pdf::test
