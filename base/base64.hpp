#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cvtex {

/// Appends `bytes` in base64 (RFC 4648, 4), padded.
inline void append_base64(std::string& out, std::string_view bytes) {
    constexpr char kDigits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        out += kDigits[three >> 18];
        out += kDigits[three >> 12 & 63];
        out += i + 1 < bytes.size() ? kDigits[three >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? kDigits[three & 63] : '=';
    }
}

}  // namespace cvtex
