#pragma once

#include "layout/paragraph.hpp"
#include "layout/paragraph_text.hpp"

namespace cvtex::layout {

/// Assembles inline items into one paragraph text: forms and classes decided, white space and
/// soft line breaks resolved (TYPOGRAPHY §4), images loaded. An image that cannot be used is
/// replaced by its alternative text. `measure` caps the width of images.
[[nodiscard]] ParagraphText collect(Context& context, const styles::InlineItems& items,
                                    const styles::ParagraphStyle& style, Pt measure);

}  // namespace cvtex::layout
