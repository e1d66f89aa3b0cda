#include "base/utf8.hpp"

namespace cvtex {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// What Unicode 15 table 3-7 demands after a lead byte: how many bytes follow, and the range
/// of the first of them (later ones are always 80..BF). `trail` 0: not a lead byte.
struct LeadByte {
    std::uint32_t trail = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

constexpr LeadByte lead_byte(unsigned char byte) {
    if (byte < 0xC2) return {};
    if (byte <= 0xDF) return {1};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};  // no surrogates
    if (byte <= 0xEF) return {2};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte <= 0xF3) return {3};
    if (byte == 0xF4) return {3, 0x80, 0x8F};  // nothing above U+10FFFF
    return {};
}

void append_utf16be_unit(std::string& out, char32_t unit) {
    out += static_cast<char>(unit >> 8);
    out += static_cast<char>(unit & 0xFF);
}

}  // namespace

Decoded detail::decode_multibyte(std::string_view text, std::size_t offset) {
    const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte_at(offset);
    const bool plain_three = first >= 0xE1 && first <= 0xEC;  // nearly all of Chinese
    if (plain_three && offset + 2 < text.size() && is_utf8_continuation(text[offset + 1]) &&
        is_utf8_continuation(text[offset + 2])) {
        const char32_t tail =
            ((byte_at(offset + 1) & 0x3Fu) << 6) | (byte_at(offset + 2) & 0x3Fu);
        return {((first & 0x0Fu) << 12) | tail, 3};
    }
    const LeadByte lead = lead_byte(first);
    if (lead.trail == 0) return {kReplacement, 1};
    char32_t value = first & (0x3Fu >> lead.trail);
    for (std::uint32_t i = 1; i <= lead.trail; ++i) {
        const std::size_t at = offset + i;
        const unsigned char byte = at < text.size() ? byte_at(at) : 0;
        const unsigned char low = i == 1 ? lead.low : 0x80;
        const unsigned char high = i == 1 ? lead.high : 0xBF;
        if (byte < low || byte > high) return {kReplacement, i};
        value = (value << 6) | (byte & 0x3Fu);
    }
    return {value, lead.trail + 1};
}

Decoded decode_utf8_before(std::string_view text, std::size_t offset) {
    if (offset > text.size()) offset = text.size();
    if (offset == 0) return {};
    const std::string_view head = text.substr(0, offset);
    std::size_t start = offset - 1;
    while (start > 0 && offset - start < 4 && is_utf8_continuation(head[start])) --start;
    const Decoded decoded = decode_utf8(head, start);
    if (start + decoded.length == offset) return decoded;
    return {kReplacement, 1};  // a stray continuation byte
}

void append_utf8(std::string& out, char32_t c) {
    const auto trail = [&](int shift) {
        out += static_cast<char>(0x80 | ((c >> shift) & 0x3F));
    };
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        trail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        trail(6);
        trail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        trail(12);
        trail(6);
        trail(0);
    }
}

std::string to_utf8(char32_t code_point) {
    std::string out;
    append_utf8(out, code_point);
    return out;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        out += decoded.code_point;
        at += decoded.length;
    }
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

std::string to_utf16be(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 2);
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode_utf8(text, at);
        at += length;
        if (c < 0x10000) {
            append_utf16be_unit(out, c);
        } else {
            append_utf16be_unit(out, 0xD800 + ((c - 0x10000) >> 10));
            append_utf16be_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return out;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += is_utf8_continuation(byte) ? 0 : 1;
    return count;
}

}  // namespace cvtex
