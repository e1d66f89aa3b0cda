#include "export/html_escape.hpp"

namespace cvtex::exporting {
namespace {

constexpr std::string_view kUrlSafe = "-_.!~*'();/?:@&=+$,%#";

bool is_url_safe(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kUrlSafe.find(c) != std::string_view::npos;
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

}  // namespace

void escape_html(std::string& out, std::string_view text) {
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
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

}  // namespace cvtex::exporting
