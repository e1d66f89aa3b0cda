#include "pdf/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace cvtex::pdf {
namespace {

/// Far outside every page (14400 units at most), well inside what single precision resolves.
constexpr std::int64_t kMaxCoordinate = 1'000'000;
constexpr char kHexDigits[] = "0123456789ABCDEF";

/// Writes `scaled` / 10^decimals without trailing zeros.
void append_scaled(std::string& out, std::int64_t scaled, int decimals) {
    if (scaled < 0) {
        out += '-';
        scaled = -scaled;
    }
    std::int64_t power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    append_integer(out, scaled / power);
    std::int64_t fraction = scaled % power;
    if (fraction == 0) return;
    out += '.';
    while (fraction != 0) {
        power /= 10;
        out += static_cast<char>('0' + fraction / power);
        fraction %= power;
    }
}

bool is_regular(unsigned char c) {
    constexpr std::string_view kDelimiters = "#()<>[]{}/%";
    return c > 0x20 && c < 0x7F && kDelimiters.find(static_cast<char>(c)) == kDelimiters.npos;
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
    char buffer[24];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, result.ptr);
}

void append_number(std::string& out, Pt value) {
    const std::int64_t limit = kMaxCoordinate * Pt::kOne;
    const std::int64_t units = std::clamp(value.units(), -limit, limit);
    const std::int64_t half = units < 0 ? -Pt::kOne / 2 : Pt::kOne / 2;
    append_scaled(out, (units * 1000 + half) / Pt::kOne, 3);
}

void append_number(std::string& out, double value, int decimals) {
    const double limit = static_cast<double>(kMaxCoordinate);
    if (std::isnan(value)) value = 0;
    double scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    append_scaled(out, std::llround(std::clamp(value, -limit, limit) * scale), decimals);
}

void append_hex_string(std::string& out, std::string_view bytes) {
    out += '<';
    for (const char c : bytes.substr(0, kMaxStringBytes)) {
        const auto byte = static_cast<unsigned char>(c);
        out += kHexDigits[byte >> 4];
        out += kHexDigits[byte & 15];
    }
    out += '>';
}

void append_literal_string(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char c : bytes.substr(0, kMaxStringBytes)) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        // A bare carriage return would be read as a line feed (7.3.4.2).
        if (c == '\r') {
            out += "\\r";
        } else {
            out += c;
        }
    }
    out += ')';
}

void append_name(std::string& out, std::string_view bytes) {
    out += '/';
    for (const char c : bytes.substr(0, kMaxNameBytes)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) continue;  // not allowed in names, 7.3.5
        if (is_regular(byte)) {
            out += c;
        } else {
            out += '#';
            out += kHexDigits[byte >> 4];
            out += kHexDigits[byte & 15];
        }
    }
}

std::string hex_string(std::string_view bytes) {
    std::string out;
    append_hex_string(out, bytes);
    return out;
}

std::string without_spare_spaces(std::string_view syntax) {
    std::string out;
    out.reserve(syntax.size());
    int depth = 0;  // of parentheses: strings stay as they are
    bool spaced = false;
    for (std::size_t i = 0; i < syntax.size(); ++i) {
        const char c = syntax[i];
        if (depth == 0 && (c == ' ' || c == '\n')) {
            spaced = true;
            continue;
        }
        const auto regular = [](char byte) {
            return is_regular(static_cast<unsigned char>(byte));
        };
        if (spaced && !out.empty() && regular(out.back()) && regular(c)) out += ' ';
        spaced = false;
        out += c;
        if (depth > 0 && c == '\\' && i + 1 < syntax.size()) out += syntax[++i];
        if (c == '(') ++depth;
        if (c == ')') --depth;
    }
    return out;
}

std::string_view utf8_prefix(std::string_view utf8, std::size_t max_bytes) {
    if (utf8.size() <= max_bytes) return utf8;
    std::size_t end = max_bytes;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) --end;
    return utf8.substr(0, end);
}

std::string text_bytes(std::string_view utf8) {
    // A code unit of two bytes comes from at least one byte of UTF-8: half the limit is safe.
    const std::string_view text = utf8_prefix(utf8, kMaxStringBytes / 2 - 2);
    return "\xFE\xFF" + to_utf16be(text);
}

std::string box_array(Point at, Size size, Pt page_height) {
    std::string out = "[";
    const Pt top = page_height - at.y;
    for (const Pt side : {at.x, top - size.height, at.x + size.width, top}) {
        if (out.size() > 1) out += ' ';
        append_number(out, side);
    }
    return out + "]";
}

}  // namespace cvtex::pdf
