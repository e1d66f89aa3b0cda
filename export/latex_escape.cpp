#include "export/latex_escape.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cvtex::exporting {
namespace {

/// What stands for a character that TeX or LaTeX reads otherwise; nothing: itself.
std::string_view replacement(char32_t c) {
    switch (c) {
        case '\\':
            return "\\textbackslash{}";
        case '{':
            return "\\{";
        case '}':
            return "\\}";
        case '$':
            return "\\$";
        case '&':
            return "\\&";
        case '#':
            return "\\#";
        case '%':
            return "\\%";
        case '_':
            return "\\_";
        case '^':
            return "\\textasciicircum{}";
        case '~':
            return "\\textasciitilde{}";
        // The ends of optional arguments.
        case '[':
            return "{[}";
        case ']':
            return "{]}";
        // Fonts turn these into quotation marks.
        case '`':
            return "\\textasciigrave{}";
        case '"':
            return "\\textquotedbl{}";
        case 0xA0:
            return "~";
        case '\n':
        case '\t':
        case 0x2028:
            return " ";
        default:
            return {};
    }
}

/// Control, joining and selecting characters, and what is no character at all.
bool is_left_out(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

void escape(std::string& out, std::string_view text, bool code) {
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        const std::string_view instead = replacement(c.code_point);
        if (code && (c.code_point == ' ' || c.code_point == '\t'))
            out += c.code_point == ' ' ? "~" : "~~~~";
        else if (!instead.empty())
            out += instead;
        else if (!is_left_out(c.code_point)) {
            // Fonts turn two and three hyphens into dashes, ?` and !` are dealt with above.
            if (c.code_point == '-' && before == '-') out += "{}";
            out.append(text.substr(at, c.length));
        }
        before = c.code_point;
        at += c.length;
    }
}

}  // namespace

void escape_latex(std::string& out, std::string_view text) {
    escape(out, text, false);
}

void escape_latex_code(std::string& out, std::string_view text) {
    escape(out, text, true);
}

void escape_latex_url(std::string& out, std::string_view url) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::string_view("%#&_$").find(c) != std::string_view::npos) {
            out += '\\';
            out += c;
        } else if (byte <= 0x20 || byte >= 0x7F ||
                   std::string_view("\\{}^~[]\"`<>|").find(c) != std::string_view::npos) {
            out += "\\%";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
}

std::string latex_anchor(std::string_view anchor) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string name;
    for (const char c : anchor) {
        const auto byte = static_cast<unsigned char>(c);
        if (ascii::is_lower(c) || ascii::is_digit(c) || c == '-') {
            name += c;
        } else {
            name += 'X';
            name += kHex[byte >> 4];
            name += kHex[byte & 15];
        }
    }
    return name;
}

}  // namespace cvtex::exporting
