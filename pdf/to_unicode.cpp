#include "pdf/to_unicode.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

/// A block may have at most 100 lines (Adobe Technical Note 5014).
constexpr std::size_t kBlock = 100;
/// Shorter runs of texts that count up are as short one by one.
constexpr std::size_t kShortestCount = 4;
/// A CMap destination string has at most 512 bytes (9.10.3).
constexpr std::size_t kMaxDestination = 512;

constexpr std::string_view kBegin =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";
constexpr std::string_view kEnd =
    "endcmap\n"
    "CMapName currentdict /CMap defineresource pop\n"
    "end\n"
    "end\n";

std::string destination(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (decoded.length == 0) break;
        const char32_t c = decoded.code_point;
        if (c != 0 && c != 0xFEFF && c != 0xFFFE) append_utf8(kept, c);
        at += decoded.length;
    }
    // Every code needs an entry; U+200B is the one that is nothing to read.
    if (kept.empty()) append_utf8(kept, 0x200B);
    return to_utf16be(utf8_prefix(kept, kMaxDestination / 2));
}

void append_code(std::string& out, std::uint16_t code) {
    const char bytes[] = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    append_hex_string(out, {bytes, 2});
}

/// A code and its text as the CMap has it, UTF-16BE.
struct Entry {
    std::uint16_t code;
    std::string text;
};

/// Whether the codes follow each other and differ in the last byte only, as ranges want it
/// (9.10.3).
bool is_next(const Entry& entry, const Entry& next) {
    return next.code == entry.code + 1 && (next.code & 0xFF) != 0;
}

/// Whether the texts, too, differ in the last byte only and count up.
bool counts_up(const Entry& entry, const Entry& next) {
    if (!is_next(entry, next) || entry.text.size() != 2 || next.text.size() != 2) return false;
    const auto low = static_cast<unsigned char>(entry.text[1]);
    return next.text[0] == entry.text[0] && low != 0xFF &&
           static_cast<unsigned char>(next.text[1]) == low + 1;
}

/// First entry behind `begin` that does not go on as `follows` says.
template <class Follows>
std::size_t run_end(const std::vector<Entry>& entries, std::size_t begin, Follows follows) {
    std::size_t end = begin + 1;
    while (end < entries.size() && follows(entries[end - 1], entries[end])) ++end;
    return end;
}

/// The texts of some codes in a row, as an array.
void append_texts(std::string& out, const std::vector<Entry>& entries, std::size_t begin,
                  std::size_t end) {
    out += '[';
    for (std::size_t i = begin; i < end; ++i) append_hex_string(out, entries[i].text);
    out += ']';
}

/// Writes `lines` in blocks between "n begin<name>" and "end<name>".
void append_blocks(std::string& out, std::string_view name,
                   const std::vector<std::string>& lines) {
    for (std::size_t begin = 0; begin < lines.size(); begin += kBlock) {
        const std::size_t end = std::min(begin + kBlock, lines.size());
        append_integer(out, static_cast<std::int64_t>(end - begin));
        out += " begin" + std::string(name) + "\n";
        for (std::size_t i = begin; i < end; ++i) out += lines[i];
        out += "end" + std::string(name) + "\n";
    }
}

}  // namespace

std::string to_unicode_cmap(const std::vector<CodeText>& codes) {
    std::vector<Entry> entries;
    for (const CodeText& code : codes) entries.push_back({code.code, destination(code.text)});
    std::vector<std::string> chars;
    std::vector<std::string> ranges;
    for (std::size_t begin = 0; begin < entries.size();) {
        std::size_t end = run_end(entries, begin, counts_up);
        const bool counting = end - begin >= kShortestCount;
        if (!counting) {
            end = run_end(entries, begin, [&](const Entry& entry, const Entry& next) {
                const auto at = static_cast<std::size_t>(&next - entries.data());
                return is_next(entry, next) &&
                       run_end(entries, at, counts_up) - at < kShortestCount;
            });
        }
        const bool range = end - begin > 1;
        std::string& line = (range ? ranges : chars).emplace_back();
        append_code(line, entries[begin].code);
        if (range) append_code(line, entries[end - 1].code);
        if (range && !counting) {
            append_texts(line, entries, begin, end);
        } else {
            append_hex_string(line, entries[begin].text);
        }
        line += '\n';
        begin = end;
    }
    std::string out(kBegin);
    append_blocks(out, "bfrange", ranges);
    append_blocks(out, "bfchar", chars);
    out += kEnd;
    return out;
}

}  // namespace cvtex::pdf
