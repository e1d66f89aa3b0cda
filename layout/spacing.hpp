#pragma once

#include <span>
#include <vector>

#include "layout/cjk_class.hpp"
#include "layout/items.hpp"
#include "styles/styled.hpp"

namespace cvtex::layout {

/// One cluster as spacing sees it: class and font width, no glyphs.
struct Box {
    CharClass cls = CharClass::Han;
    char32_t code = 0;
    Region region = Region::SC;
    bool literal = false;   ///< code or preformatted: set as the font has it
    bool raised = false;    ///< superscript or subscript: no gap (TYPOGRAPHY §4)
    bool gap = false;       ///< a typed space that is set as the Han–Latin gap
    bool mirrored = false;  ///< runs right to left: its lead is on the right
    Pt advance;             ///< the font's
    Pt size;
    Pt letter_spacing;
};

struct SpacingStyle {
    styles::Punctuation punctuation = styles::Punctuation::Quanjiao;
    Em gap = Em::of(0.25);
    bool hang = false;
};

/// Turns clusters into items: squeezes adjacent marks (TYPOGRAPHY §3), puts in the Han–Latin
/// gap (§4) and says what may shrink and stretch (§6). Works on the whole paragraph, so that
/// neither bold nor links nor emphasis part a pair.
[[nodiscard]] std::vector<Item> space_boxes(std::span<const Box> boxes,
                                            const SpacingStyle& style);

}  // namespace cvtex::layout
