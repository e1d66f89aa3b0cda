#pragma once

#include <vector>

#include "layout/paragraph.hpp"
#include "layout/paragraph_text.hpp"

namespace cvtex::layout {

/// The smallest piece that is placed: glyphs of one shaping cluster, or an inline image. In
/// text order, also in right-to-left text.
struct Cluster {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the paragraph's text
    std::uint32_t character = 0;       ///< index of its first character
    std::uint32_t run = 0;             ///< index into ShapedText::runs; kObjectRun: an image
    std::uint32_t glyph = 0;           ///< first of its glyphs in the run
    std::uint32_t glyph_count = 0;
    Pt advance;  ///< the font's, at the text's size
    BidiLevel level = 0;
};

constexpr std::uint32_t kObjectRun = UINT32_MAX;

struct ShapedPiece {
    fonts::ShapedRun run;
    styles::TextStyleId style;
    Pt size;  ///< as set: the style's, companion scale included

    /// `units` of the font at this piece's size.
    [[nodiscard]] Pt at_size(std::int32_t units) const { return size.scaled(units, run.upem); }
};

struct ShapedText {
    std::vector<ShapedPiece> runs;
    std::vector<Cluster> clusters;
};

/// Shapes every character whose fate is not Dropped, in segments of one style and form
/// (TYPOGRAPHY §11: script and language are always explicit).
[[nodiscard]] ShapedText shape_text(Context& context, const ParagraphText& paragraph);

/// Warns once per document of each character that no font has.
void report_missing_glyphs(Context& context, const ParagraphText& paragraph,
                           const ShapedText& shaped);

}  // namespace cvtex::layout
