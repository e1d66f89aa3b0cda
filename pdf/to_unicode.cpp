#include "pdf/to_unicode.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

/// A bfchar block may have at most 100 lines (Adobe Technical Note 5014).
constexpr std::size_t kBlock = 100;
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
    "<0000> <FFFF>\n"
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

}  // namespace

std::string to_unicode_cmap(const std::vector<CodeText>& codes) {
    std::string out(kBegin);
    for (std::size_t begin = 0; begin < codes.size(); begin += kBlock) {
        const std::size_t end = std::min(begin + kBlock, codes.size());
        append_integer(out, static_cast<std::int64_t>(end - begin));
        out += " beginbfchar\n";
        for (std::size_t i = begin; i < end; ++i) {
            const char code[] = {static_cast<char>(codes[i].code >> 8),
                                 static_cast<char>(codes[i].code & 0xFF)};
            append_hex_string(out, {code, 2});
            out += ' ';
            append_hex_string(out, destination(codes[i].text));
            out += '\n';
        }
        out += "endbfchar\n";
    }
    out += kEnd;
    return out;
}

}  // namespace cvtex::pdf
