#pragma once

#include "layout/inline_text.hpp"
#include "layout/justify.hpp"
#include "layout/register_text.hpp"

namespace cvtex::layout {

struct LinePlacement {
    std::uint32_t number = 0;             ///< of the block's lines
    Point origin;                         ///< of the line's start on the baseline
    const ShapedPiece* hyphen = nullptr;  ///< set after the last item
};

/// Puts a set line's glyphs, images, links, underlines and backgrounds into `frame`.
void place_line(const Context& context, const InlineText& inline_text,
                const Registration& registration, const SetLine& line,
                const LinePlacement& placement, Frame& frame);

}  // namespace cvtex::layout
