#pragma once

#include <cstddef>
#include <string_view>

#include "layout/frame.hpp"

/// Which glyphs need a box that is not their face's, so that readers see neither a space nor a
/// new line where the author wrote none.
namespace cvtex::pdf {

/// The box of one glyph as it is set.
struct OwnBox {
    bool squeezed = false;  ///< a full-width mark set narrower than it is
    Pt left;                ///< a gap before the glyph that becomes part of its box
    Pt right;               ///< one behind it; negative: the box ends before the glyph does

    [[nodiscard]] bool needed() const { return squeezed || left > Pt() || right != Pt(); }
};

/// What box glyph `index` of `item` needs. A gap between two glyphs that no typed space stands
/// for (letter spacing, the gap between Han and Latin, justification) goes to the narrower
/// neighbour: a text has few different letters, but many Han characters. Where a space was
/// typed but set too narrow to be read as one, the box before it gives way.
[[nodiscard]] OwnBox own_box(const layout::TextItem& item, std::size_t index,
                             std::string_view block_text);

}  // namespace cvtex::pdf
