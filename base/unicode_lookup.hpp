#pragma once

#include <algorithm>
#include <iterator>

#include "base/unicode_record.hpp"
#include "unicode_tables.hpp"

/// Access to the generated tables; private to base/.
namespace cvtex::unicode {

[[nodiscard]] inline const Record& record_of(char32_t c) {
    if (c > 0x10FFFF) c = 0x10FFFF;  // a noncharacter: unassigned, like all beyond
    const std::size_t block = kStageOne[c / kBlockSize];
    return kRecords[kStageTwo[block * kBlockSize + c % kBlockSize]];
}

[[nodiscard]] inline bool has_flag(char32_t c, PropertyFlag flag) {
    return (record_of(c).flags & flag) != 0;
}

/// The entry of `c` in a table sorted by `from`; `c` must have one (a flag says so).
template <class Mapping, std::size_t kSize>
[[nodiscard]] const Mapping& mapping_of(const Mapping (&table)[kSize], char32_t c) {
    return *std::lower_bound(
        std::begin(table), std::end(table), c,
        [](const Mapping& entry, char32_t key) { return entry.from < key; });
}

}  // namespace cvtex::unicode
