#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cvtex {

/// One code point read from UTF-8 and how many bytes it took (0 at the end of the text).
struct Decoded {
    char32_t code_point = 0;
    std::uint32_t length = 0;
};

namespace detail {
[[nodiscard]] Decoded decode_multibyte(std::string_view text, std::size_t offset);
}  // namespace detail

/// Reads the code point at `offset`. Ill-formed input yields U+FFFD and the maximal subpart's
/// length.
[[nodiscard]] inline Decoded decode_utf8(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) return {byte, 1};
    return detail::decode_multibyte(text, offset);
}

/// Reads the code point that ends at `offset` (exclusive); length 0 at the start of the text.
[[nodiscard]] Decoded decode_utf8_before(std::string_view text, std::size_t offset);

/// A byte 10xxxxxx, which continues a sequence: code points are counted by the others.
[[nodiscard]] constexpr bool is_utf8_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Appends `code_point`; a surrogate or a value above U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);
[[nodiscard]] std::string to_utf8(char32_t code_point);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
/// UTF-16BE bytes without a byte order mark.
[[nodiscard]] std::string to_utf16be(std::string_view text);
/// Number of code points of well-formed `text`.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace cvtex
