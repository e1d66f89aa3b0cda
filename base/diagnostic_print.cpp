#include "base/diagnostic_print.hpp"

#include <algorithm>

#include "base/excerpt.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex {
namespace {

constexpr std::size_t kGutter = 5;  ///< columns for the line number

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kMagenta = "\x1b[1;35m";
constexpr std::string_view kCyan = "\x1b[1;36m";
constexpr std::string_view kGreen = "\x1b[1;32m";

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::Note:
            return kCyan;
        case Severity::Warning:
            return kMagenta;
        case Severity::Error:
            return kRed;
    }
    return {};
}

/// Text under construction that may be coloured.
struct Printer {
    bool color = false;
    std::string out = {};

    void paint(std::string_view style, std::string_view text) {
        if (color) out += style;
        out += text;
        if (color) out += kReset;
    }
};

bool has_place(Span span, const Sources& sources) {
    return span.valid() && span.file.value < sources.size();
}

std::string place_of(Span span, const Sources& sources) {
    const Source& source = sources[span.file];
    const LineColumn at = source.line_column(span.begin);
    return escape_for_terminal(source.name()) + ':' + std::to_string(at.line) + ':' +
           std::to_string(at.column) + ": ";
}

void print_headline(Printer& printer, Severity severity, const std::string& message, Span span,
                    const Sources& sources) {
    if (has_place(span, sources)) printer.paint(kBold, place_of(span, sources));
    printer.paint(color_of(severity), std::string(severity_name(severity)) + ':');
    printer.out += ' ';
    printer.paint(kBold, escape_for_terminal(message));
}

void print_excerpt(Printer& printer, Span span, const Sources& sources) {
    if (!has_place(span, sources)) return;
    const Source& source = sources[span.file];
    const LineColumn at = source.line_column(span.begin);
    const std::string_view line = source.line_text(at.line);
    const auto offset = std::min<std::size_t>(span.begin, source.text().size());
    const auto line_begin = static_cast<std::size_t>(line.data() - source.text().data());
    const std::size_t begin = offset - line_begin;
    const std::size_t size = span.end > span.begin ? span.size() : 0;
    const Excerpt excerpt = make_excerpt(line, begin, begin + size);

    std::string number = std::to_string(at.line);
    if (number.size() < kGutter) number.insert(0, kGutter - number.size(), ' ');
    printer.out += number + " | " + excerpt.text + '\n';
    printer.out += std::string(number.size(), ' ') + " | ";
    printer.out.append(excerpt.caret_begin, ' ');
    printer.paint(kGreen, '^' + std::string(excerpt.caret_width - 1, '~'));
    printer.out += '\n';
}

bool is_joiner_or_tag(char32_t c) {
    const bool joiner = c == 0x200C || c == 0x200D;
    const bool tag = c >= 0xE0020 && c <= 0xE007F;  // inside flags of regions
    return joiner || tag;
}

/// Whether `c` steers the terminal or changes how its neighbours read without being seen.
bool needs_escape(char32_t c) {
    if (c < 0x80) return c < 0x20 || c == 0x7F;
    switch (unicode::category(c)) {
        case unicode::Category::Cc:
        case unicode::Category::Zl:
        case unicode::Category::Zp:
            return true;
        case unicode::Category::Cf:
            // The Arabic and Kaithi number signs are visible.
            return !is_joiner_or_tag(c) &&
                   unicode::grapheme_break(c) != unicode::GraphemeBreak::Prepend;
        default:
            return false;
    }
}

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (; value > 0 || text.size() < digits; value >>= 4) text += kDigits[value & 15];
    std::reverse(text.begin(), text.end());
    return text;
}

void append_escape(std::string& out, char32_t c) {
    if (c == '\n') {
        out += "\\n";
    } else if (c == '\t') {
        out += "\\t";
    } else if (c == '\r') {
        out += "\\r";
    } else if (c < 0x80) {
        out += "\\x" + hexadecimal(c, 2);
    } else {
        out += "\\u{" + hexadecimal(c, 1) + '}';
    }
}

}  // namespace

std::string escape_for_terminal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        const std::string_view bytes = text.substr(at, decoded.length);
        at += decoded.length;
        if (decoded.code_point == 0xFFFD && bytes != "\uFFFD") {
            for (const char byte : bytes) {
                out += "\\x" + hexadecimal(static_cast<unsigned char>(byte), 2);
            }
        } else if (needs_escape(decoded.code_point)) {
            append_escape(out, decoded.code_point);
        } else {
            out += bytes;
        }
    }
    return out;
}

std::string format_human(const Diagnostic& diagnostic, const Sources& sources, bool color) {
    Printer printer{color};
    print_headline(printer, diagnostic.severity, diagnostic.message, diagnostic.span, sources);
    if (!diagnostic.code.empty()) printer.out += " [" + diagnostic.code + ']';
    printer.out += '\n';
    print_excerpt(printer, diagnostic.span, sources);
    if (!diagnostic.hint.empty()) {
        printer.out.append(kGutter + 1, ' ');
        printer.paint(kCyan, "= hint:");
        printer.out += ' ' + escape_for_terminal(diagnostic.hint) + '\n';
    }
    for (const DiagnosticNote& note : diagnostic.notes) {
        print_headline(printer, Severity::Note, note.message, note.span, sources);
        printer.out += '\n';
        print_excerpt(printer, note.span, sources);
    }
    return printer.out;
}

}  // namespace cvtex
