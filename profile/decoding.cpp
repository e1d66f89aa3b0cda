#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "profile/repair.hpp"

namespace cvtex::profile {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
/// From this share of the characters on, invalid bytes are no accident: every Han character of
/// a GB18030 or Big5 file yields one or two.
constexpr std::size_t kForeignShare = 10;  // percent
constexpr std::size_t kMinForeign = 4;
constexpr std::size_t kMinNul = 4;

struct ByteStatistics {
    std::size_t characters = 0;
    std::size_t replaced = 0;
    std::size_t replaced_then_ascii = 0;  ///< followed by U+0040–007E, a Big5 trail byte
};

ByteStatistics count_bytes(std::string_view text) {
    ByteStatistics statistics;
    for (std::size_t i = 0; i < text.size();) {
        const Decoded d = decode_utf8(text, i);
        i += d.length;
        ++statistics.characters;
        if (d.code_point != 0xFFFD) continue;
        ++statistics.replaced;
        if (i < text.size() && text[i] >= 0x40 && text[i] <= 0x7E) {
            ++statistics.replaced_then_ascii;
        }
    }
    return statistics;
}

/// The encoding that the text seems to have been in; empty when it is UTF-8 with accidents.
std::string guess_encoding(std::string_view text, const DecodeRepairs& repairs) {
    const ByteStatistics statistics = count_bytes(text);
    // ASCII in UTF-16 alternates with NUL; a stray one or two say nothing.
    const bool many_nul = repairs.nul_bytes >= kMinNul &&
                          std::size_t{repairs.nul_bytes} * 5 > statistics.characters;
    if (repairs.utf16_mark || many_nul) return "UTF-16";
    if (repairs.invalid_sequences < kMinForeign ||
        statistics.replaced * 100 < statistics.characters * kForeignShare) {
        return {};
    }
    // Two in five trail bytes of Big5 are ASCII letters; GB2312's never are.
    return statistics.replaced_then_ascii * 5 > statistics.replaced ? "Big5" : "GB18030";
}

Span at(FileId file, std::uint32_t offset) {
    return {file, offset, offset + static_cast<std::uint32_t>(kReplacement.size())};
}

}  // namespace

void report_decoding(const Sources& sources, FileId file, Diagnostics& diagnostics) {
    const Source& source = sources[file];
    const DecodeRepairs& repairs = source.repairs();
    if (repairs.byte_order_mark) {
        diagnostics.note("byte-order-mark", {file, 0, 0}, "byte order mark ignored");
    }
    if (repairs.invalid_sequences == 0 && repairs.nul_bytes == 0) return;
    const std::string encoding = guess_encoding(source.text(), repairs);
    if (!encoding.empty()) {
        const std::uint32_t first =
            repairs.invalid_sequences > 0 ? repairs.first_invalid : repairs.first_nul;
        diagnostics.error("not-utf8", at(file, first),
                          "file is not UTF-8 (looks like " + encoding + ")",
                          "convert it: iconv -f " + encoding + " -t UTF-8 old.md > new.md");
        return;
    }
    if (repairs.invalid_sequences > 0) {
        diagnostics.warning("invalid-utf8", at(file, repairs.first_invalid),
                            std::to_string(repairs.invalid_sequences) +
                                (repairs.invalid_sequences == 1
                                     ? " invalid UTF-8 sequence is set as U+FFFD"
                                     : " invalid UTF-8 sequences are set as U+FFFD"));
    }
    if (repairs.nul_bytes > 0) {
        diagnostics.warning("nul-byte", at(file, repairs.first_nul),
                            std::to_string(repairs.nul_bytes) +
                                (repairs.nul_bytes == 1 ? " NUL byte is set as U+FFFD"
                                                        : " NUL bytes are set as U+FFFD"));
    }
}

}  // namespace cvtex::profile
