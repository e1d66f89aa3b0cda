#include "export/html_escape.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/ascii.hpp"

namespace cvtex::exporting {
namespace {

constexpr std::string_view kUrlSafe = "-_.!~*'();/?:@&=+$,%#";

bool is_url_safe(char c) {
    return ascii::is_alphanumeric(c) || kUrlSafe.find(c) != std::string_view::npos;
}

bool is_special(char c) {
    return c == '&' || c == '<' || c == '>' || c == '"';
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
    }
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::ranges::find(names, name) != names.end();
}

/// Whether any of the eight bytes is one of `&<>"` (the "has zero byte" bit trick): the two of
/// each pair differ in one bit.
bool has_special_byte(std::uint64_t word) {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHighs = 0x8080808080808080U;
    const std::uint64_t quotes = (word & (kOnes * 0xFBU)) ^ (kOnes * 0x22U);
    const std::uint64_t angles = (word & (kOnes * 0xFDU)) ^ (kOnes * 0x3CU);
    const std::uint64_t zeros = ((quotes - kOnes) & ~quotes) | ((angles - kOnes) & ~angles);
    return (zeros & kHighs) != 0;
}

}  // namespace

void escape_html(std::string& out, std::string_view text) {
    std::size_t plain = 0;
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (i + sizeof(word) < text.size()) {
            std::memcpy(&word, text.data() + i, sizeof(word));
            if (has_special_byte(word)) break;
            i += sizeof(word);
        }
        if (!is_special(text[i])) continue;
        out.append(text.substr(plain, i - plain));
        append_escaped(out, text[i]);
        plain = i + 1;
    }
    out.append(text.substr(plain));
}

void escape_url(std::string& out, std::string_view url) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const char c : url) {
        if (is_url_safe(c)) {
            append_escaped(out, c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
}

bool is_inert_url(std::string_view url) {
    constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "mailto", "tel"};
    // Browsers drop control characters, and white space before a scheme.
    const bool hidden = url.starts_with(' ') || std::ranges::any_of(url, [](char c) {
                            return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
                        });
    const auto colon = url.find(':');
    const bool relative = colon == std::string_view::npos || url.find_first_of("/?#") < colon;
    return !hidden && (relative || is_one_of(ascii::to_lower(url.substr(0, colon)), kSchemes));
}

}  // namespace cvtex::exporting
