#include "base/source.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/utf8.hpp"

namespace cvtex {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Whether any of the eight bytes is non-ASCII, NUL or CR (the "has zero byte" bit trick).
bool has_special_byte(std::uint64_t word) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u;
    constexpr std::uint64_t kHighs = 0x8080808080808080u;
    const std::uint64_t cr = word ^ (kOnes * '\r');
    return ((word | (word - kOnes) | (cr - kOnes)) & kHighs) != 0;
}

/// Length of the well-formed sequence at `at`; 0 when it is ill-formed.
std::size_t well_formed_length(std::string_view bytes, std::size_t at) {
    const Decoded decoded = decode_utf8(bytes, at);
    const bool ill_formed = decoded.code_point == 0xFFFD && bytes.substr(at, 3) != kReplacement;
    return ill_formed ? 0 : decoded.length;
}

/// Behind the run of sequences of three bytes at `at`, in which Chinese is written: without
/// those of leads E0 and ED, not all of whose second bytes are well-formed.
std::size_t skip_three_byte_sequences(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    while (at + 2 < bytes.size()) {
        const unsigned lead = byte(at);
        const unsigned tail = (byte(at + 1) << 8U) | byte(at + 2);
        if ((lead & 0xF0U) != 0xE0 || lead == 0xE0 || lead == 0xED ||
            (tail & 0xC0C0U) != 0x8080U) {
            break;
        }
        at += 3;
    }
    return at;
}

/// First offset at or after `at` whose byte needs repair, or the end.
std::size_t skip_clean(std::string_view bytes, std::size_t at) {
    while (at < bytes.size()) {
        std::uint64_t word = 0;
        while (at + sizeof(word) <= bytes.size()) {
            std::memcpy(&word, bytes.data() + at, sizeof(word));
            if (has_special_byte(word)) break;
            at += sizeof(word);
        }
        if (at == bytes.size()) break;
        const char byte = bytes[at];
        if (byte == '\0' || byte == '\r') break;
        if (static_cast<unsigned char>(byte) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t behind = skip_three_byte_sequences(bytes, at);
        const std::size_t length = behind > at ? behind - at : well_formed_length(bytes, at);
        if (length == 0) break;
        at += length;
    }
    return at;
}

/// Notes one repair at offset `at` of the decoded text.
void note_repair(std::uint32_t& count, std::uint32_t& first, std::size_t at) {
    if (count == 0) first = static_cast<std::uint32_t>(at);
    ++count;
}

/// Appends the repair of the byte at `at` to `out`; returns the offset behind it.
std::size_t append_repaired(std::string& out, std::string_view bytes, std::size_t at,
                            DecodeRepairs& repairs) {
    if (bytes[at] == '\r') {
        note_repair(repairs.carriage_returns, repairs.first_carriage_return, out.size());
        out += '\n';
        const bool crlf = at + 1 < bytes.size() && bytes[at + 1] == '\n';
        return at + (crlf ? 2 : 1);
    }
    if (bytes[at] == '\0') {
        note_repair(repairs.nul_bytes, repairs.first_nul, out.size());
        out += kReplacement;
        return at + 1;
    }
    note_repair(repairs.invalid_sequences, repairs.first_invalid, out.size());
    out += kReplacement;
    return at + decode_utf8(bytes, at).length;
}

std::vector<std::uint32_t> find_line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts = {0};
    for (auto at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    return starts;
}

}  // namespace

Source Source::decode(std::string name, std::string bytes) {
    Source source;
    source.name_ = std::move(name);
    if (bytes.size() > kMaxBytes) bytes.resize(kMaxBytes);
    DecodeRepairs& repairs = source.repairs_;
    repairs.byte_order_mark = bytes.starts_with(kByteOrderMark);
    repairs.utf16_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    std::size_t begin = repairs.byte_order_mark ? kByteOrderMark.size() : 0;
    std::size_t end = skip_clean(bytes, begin);
    if (begin == 0 && end == bytes.size()) {
        source.text_ = std::move(bytes);
    } else {
        std::string& out = source.text_;
        out.reserve(bytes.size());
        for (; end < bytes.size(); end = skip_clean(bytes, begin)) {
            out.append(bytes, begin, end - begin);
            begin = append_repaired(out, bytes, end, repairs);
        }
        out.append(bytes, begin, end - begin);
    }
    source.line_starts_ = find_line_starts(source.text_);
    return source;
}

LineColumn Source::line_column(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::uint32_t start = *(next - 1);
    const auto before = std::string_view(text_).substr(start, offset - start);
    return {static_cast<std::uint32_t>(next - line_starts_.begin()),
            static_cast<std::uint32_t>(count_code_points(before)) + 1};
}

std::string_view Source::line_text(std::uint32_t line) const {
    if (line == 0 || line > line_starts_.size()) return {};
    const std::size_t begin = line_starts_[line - 1];
    const std::size_t end = line < line_starts_.size() ? line_starts_[line] - 1 : text_.size();
    return std::string_view(text_).substr(begin, end - begin);
}

FileId Sources::add(Source source) {
    sources_.push_back(std::move(source));
    return {static_cast<std::uint32_t>(sources_.size() - 1)};
}

std::string_view Sources::slice(Span span) const {
    if (!span.valid() || span.file.value >= sources_.size()) return {};
    const std::string_view text = (*this)[span.file].text();
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
    return text.substr(begin, end - begin);
}

}  // namespace cvtex
