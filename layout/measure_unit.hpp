#pragma once

#include <string_view>

namespace cvtex::layout {

/// A unit of measure as it stands behind a number and a space: 10 GB, 3.5 kHz, 20 °C, 99.9 %.
/// ISO 80000 symbols with the prefixes that are in use, and those of computing.
[[nodiscard]] bool is_measure_unit(std::u32string_view word);

/// No unit is longer; what is may be cut for `is_measure_unit`.
constexpr std::size_t kLongestUnit = 6;

}  // namespace cvtex::layout
