#pragma once

#include <string>
#include <string_view>

#include "base/unicode.hpp"
#include "layout/cjk_class.hpp"

namespace cvtex::layout {

/// A unit of measure as it stands behind a number and a space: 10 GB, 3.5 kHz, 20 °C, 99.9 %.
/// ISO 80000 symbols with the prefixes that are in use, and those of computing.
[[nodiscard]] bool is_measure_unit(std::u32string_view word);

/// No unit is longer; what is may be cut for `is_measure_unit`.
constexpr std::size_t kLongestUnit = 6;

/// Unit symbols of the CJK Compatibility block (TYPOGRAPHY §7 row 7).
[[nodiscard]] constexpr bool is_unit_symbol(char32_t c) {
    return (c >= 0x3371 && c <= 0x337A) || (c >= 0x3380 && c <= 0x33DF);
}

/// 10 |GB, 99.9 |%: whether a unit begins at `i` behind a number and a space. `items` are
/// characters or boxes: what has a class and a code point.
template <class Items>
[[nodiscard]] bool is_spaced_unit(const Items& items, std::size_t i) {
    if (i < 2 || i >= items.size() || items[i - 1].cls != CharClass::Space ||
        !unicode::is_decimal_digit(items[i - 2].code)) {
        return false;
    }
    const auto goes_on = [&](std::size_t k) {
        return k < items.size() && (items[k].cls == CharClass::Latin ||
                                    is_token_symbol(items[k].code) || items[k].code == U'℃');
    };
    if (is_unit_symbol(items[i].code)) return true;
    std::u32string word;
    for (std::size_t k = i; goes_on(k) && items[k].code != U'/'; ++k) {
        if (word.size() == kLongestUnit) return false;
        word += items[k].code;
    }
    return is_measure_unit(word);
}

}  // namespace cvtex::layout
