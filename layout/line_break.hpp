#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cvtex::layout {

enum class BreakAction : std::uint8_t { Prohibited, Allowed, Mandatory };

/// Break opportunities by UAX #14 revision 49 (Unicode 15.0), untailored. Entry i of the result
/// is the action before code point i; entry size() is the end of text, always mandatory. Entry
/// 0 is prohibited (LB2). Linear time.
[[nodiscard]] std::vector<BreakAction> find_line_breaks(std::u32string_view text);

}  // namespace cvtex::layout
