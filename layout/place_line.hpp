#pragma once

#include <vector>

#include "layout/inline_text.hpp"
#include "layout/justify.hpp"

namespace cvtex::layout {

/// Where the parts of a paragraph belong in the structure tree and among the text blocks.
struct Registration {
    TextBlockId block;
    TagId tag;  ///< of the paragraph
    std::vector<TagId>
        span_tags;  ///< per style span: the paragraph's, a link's or a language's
    std::vector<TagId> object_tags;
};

/// Enters the paragraph's text block, and tags for its links, images and foreign languages.
[[nodiscard]] Registration register_text(Context& context, const ParagraphText& text, TagId tag,
                                         Pt measure);

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
