#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic_print.hpp"
#include "base/utf8.hpp"

namespace cvtex {
namespace {

void append_unit(std::string& out, std::uint32_t unit) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(unit >> shift) & 15];
}

/// A JSON string (RFC 8259 §7). What is not printable is escaped too, so that the output may
/// be shown in a terminal; ill-formed bytes become U+FFFD.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode_utf8(text, at);
        at += length;
        const bool invisible = (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0xFEFF ||
                               (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                               (c >= 0x2066 && c <= 0x2069);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c < 0x20 || invisible) {
            append_unit(out, c);
        } else {
            append_utf8(out, c);
        }
    }
    return out + '"';
}

void append_member(std::string& out, std::string_view key, const std::string& value) {
    if (out.back() != '{') out += ',';
    out += quoted(key) + ':' + value;
}

void append_place(std::string& out, Span span, const Sources& sources) {
    const bool placed = span.valid() && span.file.value < sources.size();
    if (!placed) {
        for (const auto* key : {"file", "line", "column", "end_line", "end_column"}) {
            append_member(out, key, "null");
        }
        return;
    }
    const Source& source = sources[span.file];
    const LineColumn begin = source.line_column(span.begin);
    const LineColumn end = source.line_column(span.end > span.begin ? span.end : span.begin);
    append_member(out, "file", quoted(source.name()));
    append_member(out, "line", std::to_string(begin.line));
    append_member(out, "column", std::to_string(begin.column));
    append_member(out, "end_line", std::to_string(end.line));
    append_member(out, "end_column", std::to_string(end.column));
}

std::string note_object(const DiagnosticNote& note, const Sources& sources) {
    std::string out = "{";
    append_member(out, "message", quoted(note.message));
    append_place(out, note.span, sources);
    return out + '}';
}

}  // namespace

std::string format_json(const Diagnostic& diagnostic, const Sources& sources) {
    std::string out = "{";
    append_member(out, "severity", quoted(severity_name(diagnostic.severity)));
    append_member(out, "code", quoted(diagnostic.code));
    append_member(out, "message", quoted(diagnostic.message));
    append_place(out, diagnostic.span, sources);
    append_member(out, "hint", quoted(diagnostic.hint));
    std::string notes = "[";
    for (const DiagnosticNote& note : diagnostic.notes) {
        if (notes.size() > 1) notes += ',';
        notes += note_object(note, sources);
    }
    append_member(out, "notes", notes + ']');
    return out + "}\n";
}

}  // namespace cvtex
