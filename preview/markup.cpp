#include "preview/markup.hpp"

#include <array>
#include <charconv>

#include "base/base64.hpp"
#include "base/utf8.hpp"

namespace cvtex::preview {
namespace {

/// A hundredth of a point: a fortieth of a pixel at the largest zoom one looks at.
constexpr int kDecimals = 2;
constexpr char32_t kReplacement = 0xFFFD;

/// What XML 1.0 (2.2, Char) allows.
bool is_xml(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
           (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
}

}  // namespace

void append_length(std::string& out, Pt length) {
    out += format_short(length, kDecimals);
}

void append_attribute(std::string& out, std::string_view name, Pt length) {
    out.append(" ").append(name).append("=\"");
    append_length(out, length);
    out += '"';
}

void append_color(std::string& out, std::string_view name, Color color) {
    constexpr char kDigits[] = "0123456789abcdef";
    out.append(" ").append(name).append("=\"#");
    for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
        out += kDigits[channel >> 4];
        out += kDigits[channel & 15];
    }
    out += '"';
}

void append_stroke(std::string& out, Color color, Pt width) {
    out += " fill=\"none\"";
    append_color(out, "stroke", color);
    append_attribute(out, "stroke-width", width);
}

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        if (c.code_point == '&')
            out += "&amp;";
        else if (c.code_point == '<')
            out += "&lt;";
        else if (c.code_point == '>')
            out += "&gt;";
        else if (c.code_point == '"')
            out += "&quot;";
        else
            append_utf8(out, is_xml(c.code_point) ? c.code_point : kReplacement);
        at += c.length;
    }
}

void append_picture(std::string& out, std::string_view type, std::string_view bytes) {
    out.append(" href=\"data:image/").append(type).append(";base64,");
    append_base64(out, bytes);
    out += '"';
}

std::string ratio(double value) {
    std::array<char, 32> digits{};
    const auto end =
        std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 9);
    return {digits.begin(), end.ptr};
}

}  // namespace cvtex::preview
