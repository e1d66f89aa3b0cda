#pragma once

#include <span>
#include <vector>

#include "layout/line_breaker.hpp"

namespace cvtex::layout {

/// An item's final measures on its line.
struct SetItem {
    std::uint32_t item = 0;
    Pt x;       ///< of the box's left edge, from the line's start
    Pt width;   ///< of the box
    Pt offset;  ///< of the outline from the box's left edge
    Pt after;   ///< glue up to the next item; for spaces their own width
};

struct SetLine {
    std::vector<SetItem> items;
    Pt width;     ///< of what is on the line
    Pt overfull;  ///< how far it is wider than the measure
};

/// Sets the line from `from` to `to`: edges trimmed, every level's amount shared out exactly
/// (remainders of the fixed point go to the earlier places), so that a justified line ends on
/// the measure to the unit.
[[nodiscard]] SetLine set_line(std::span<const Item> items, const BreakPoint& from,
                               const BreakPoint& to, Pt measure, const BreakOptions& options,
                               bool stretches, bool hung);

}  // namespace cvtex::layout
