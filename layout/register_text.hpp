#pragma once

#include <vector>

#include "layout/paragraph.hpp"
#include "layout/paragraph_text.hpp"

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

}  // namespace cvtex::layout
