#pragma once

#include "styles/styled.hpp"

namespace cvtex::layout {

/// How far lines may be drawn in to save one.
enum class Squeeze : std::uint8_t {
    None,
    Marks,  ///< by squeezing marks
    Gaps,   ///< and with the least gaps between Han and Latin
};

/// How a document is set to fill its pages: each thing in thousandths of what the style says.
struct Setting {
    int spaces = 1000;
    int leading = 1000;
    int size = 1000;
    int margin = 0;  ///< of the way from the style's margins to the least ones
    Squeeze squeeze = Squeeze::None;
    bool operator==(const Setting&) const = default;
};

/// Sets every length of `document` to what `own`, as its style has it, says under `setting`.
/// Both are the same document but for their lengths; text and order of blocks are untouched,
/// so that paragraphs stay where they are in memory.
void apply_setting(const Setting& setting, const styles::StyledDocument& own,
                   styles::StyledDocument& document);

}  // namespace cvtex::layout
