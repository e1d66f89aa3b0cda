#include "fonts/cff.hpp"

#include <algorithm>

namespace cvtex::fonts {
namespace {

/// Bounds-checked big-endian reading; after a read past the end `ok` is false and all is 0.
struct Reader {
    std::string_view data;
    std::size_t at = 0;
    bool ok = true;

    std::uint32_t number(unsigned bytes) {
        if (!ok || at > data.size() || data.size() - at < bytes) {
            ok = false;
            return 0;
        }
        std::uint32_t value = 0;
        for (unsigned i = 0; i < bytes; ++i) {
            value = (value << 8) | static_cast<std::uint8_t>(data[at++]);
        }
        return value;
    }
};

struct Index {
    std::uint32_t count = 0;
    std::size_t first_begin = 0, first_end = 0;  ///< the first object's bytes
    std::size_t end = 0;
};

/// §5 INDEX Data: count, offSize, offsets (relative to the byte before the data), data.
std::optional<Index> read_index(std::string_view data, std::size_t at) {
    Reader reader{data, at};
    Index index;
    index.count = reader.number(2);
    if (!reader.ok) return std::nullopt;
    if (index.count == 0) return Index{0, 0, 0, at + 2};
    const std::uint32_t offset_size = reader.number(1);
    if (offset_size < 1 || offset_size > 4) return std::nullopt;
    const std::size_t offsets = at + 3;
    const std::size_t base = offsets + std::size_t{index.count + 1} * offset_size - 1;
    const std::uint32_t first = reader.number(offset_size);
    const std::uint32_t second = reader.number(offset_size);
    reader.at = offsets + std::size_t{index.count} * offset_size;
    const std::uint32_t last = reader.number(offset_size);
    if (!reader.ok || first < 1 || second < first || last < second) return std::nullopt;
    index.first_begin = base + first;
    index.first_end = base + second;
    index.end = base + last;
    if (index.end > data.size()) return std::nullopt;
    return index;
}

constexpr unsigned kEscape = 12;
constexpr unsigned kOpCharset = 15;
constexpr unsigned kOpCharStrings = 17;
constexpr unsigned kOpRos = kEscape << 8 | 30;

/// One DICT operator with the last of its integer operands (§4); reals are skipped.
struct DictEntry {
    unsigned op = 0;
    std::int64_t operand = 0;
};

bool skip_real(Reader& reader) {
    for (;;) {
        const std::uint32_t byte = reader.number(1);
        if (!reader.ok) return false;
        if ((byte & 0xF) == 0xF || byte >> 4 == 0xF) return true;
    }
}

/// An operand that starts with `byte` (Table 3); nothing when it is malformed.
std::optional<std::int64_t> read_operand(Reader& reader, std::uint32_t byte) {
    std::int64_t value = 0;
    if (byte == 28) {
        value = static_cast<std::int16_t>(reader.number(2));
    } else if (byte == 29) {
        value = static_cast<std::int32_t>(reader.number(4));
    } else if (byte == 30) {
        if (!skip_real(reader)) return std::nullopt;
    } else if (byte >= 32 && byte <= 246) {
        value = static_cast<std::int64_t>(byte) - 139;
    } else if (byte >= 247 && byte <= 250) {
        value = (static_cast<std::int64_t>(byte) - 247) * 256 + reader.number(1) + 108;
    } else if (byte >= 251 && byte <= 254) {
        value = -(static_cast<std::int64_t>(byte) - 251) * 256 - reader.number(1) - 108;
    } else {
        return std::nullopt;
    }
    return reader.ok ? std::optional(value) : std::nullopt;
}

std::optional<DictEntry> next_entry(Reader& reader) {
    constexpr std::uint32_t kLastOperator = 21;
    DictEntry entry;
    while (reader.at < reader.data.size()) {
        const std::uint32_t byte = reader.number(1);
        if (byte <= kLastOperator) {
            entry.op = byte == kEscape ? kEscape << 8 | reader.number(1) : byte;
            return reader.ok ? std::optional(entry) : std::nullopt;
        }
        const auto operand = read_operand(reader, byte);
        if (!operand) return std::nullopt;
        entry.operand = *operand;
    }
    return std::nullopt;
}

}  // namespace

std::optional<CffHead> read_cff_head(std::string_view cff) {
    Reader header{cff};
    if (header.number(1) != 1) return std::nullopt;  // major version
    header.at = 2;
    const std::uint32_t header_size = header.number(1);
    if (!header.ok) return std::nullopt;
    const auto names = read_index(cff, header_size);
    if (!names) return std::nullopt;
    const auto top_dicts = read_index(cff, names->end);
    if (!top_dicts || top_dicts->count == 0) return std::nullopt;
    CffHead head;
    std::int64_t char_strings = 0;
    Reader dict{cff.substr(0, top_dicts->first_end), top_dicts->first_begin};
    while (const auto entry = next_entry(dict)) {
        if (entry->op == kOpRos) head.cid_keyed = true;
        if (entry->op == kOpCharset && entry->operand >= 0) {
            head.charset = static_cast<std::uint32_t>(entry->operand);
        }
        if (entry->op == kOpCharStrings) char_strings = entry->operand;
    }
    if (char_strings <= 0) return std::nullopt;
    Reader count{cff, static_cast<std::size_t>(char_strings)};
    head.glyph_count = count.number(2);
    return count.ok ? std::optional(head) : std::nullopt;
}

std::optional<std::vector<std::uint32_t>> cids_of(std::string_view cff, const CffHead& head,
                                                  std::span<const std::uint32_t> glyphs) {
    std::vector<std::uint32_t> cids;
    auto wanted = glyphs.begin();
    for (; wanted != glyphs.end() && *wanted == 0; ++wanted) cids.push_back(0);  // .notdef
    if (head.charset <= 2) {  // predefined: not for CID fonts; glyph order is all there is
        cids.insert(cids.end(), wanted, glyphs.end());
        return cids;
    }
    Reader reader{cff, head.charset};
    const std::uint32_t format = reader.number(1);
    if (!reader.ok || format > 2) return std::nullopt;
    for (std::uint32_t glyph = 1; wanted != glyphs.end() && glyph < head.glyph_count;) {
        const std::uint32_t first = reader.number(2);
        const std::uint32_t more = format == 0 ? 0 : reader.number(format);
        if (!reader.ok) return std::nullopt;
        for (; wanted != glyphs.end() && *wanted <= glyph + more; ++wanted) {
            cids.push_back(first + (*wanted - glyph));
        }
        glyph += more + 1;
    }
    return wanted == glyphs.end() ? std::optional(std::move(cids)) : std::nullopt;
}

}  // namespace cvtex::fonts
