#pragma once

#include "layout/inline_text.hpp"
#include "layout/items.hpp"

namespace cvtex::layout {

/// Text set on one line at its natural width.
struct NaturalLine {
    BreakPoint from, to;
    Pt width;
};

/// Items [begin, end) on one line.
[[nodiscard]] NaturalLine natural_line(const InlineText& inline_text, std::uint32_t begin,
                                       std::uint32_t end);

/// Of all lines, broken only where a break is forced.
[[nodiscard]] Pt widest_stretch(const InlineText& inline_text);

}  // namespace cvtex::layout
