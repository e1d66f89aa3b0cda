#pragma once

#include <compare>
#include <map>
#include <string_view>
#include <vector>

#include "fonts/fonts.hpp"
#include "layout/frame.hpp"

/// Which glyphs of which faces the pages show as the faces have them.
namespace cvtex::pdf {

/// A glyph and what it stands for; a glyph may stand for several texts: 用 and the radical ⽤
/// share one in Noto.
struct PlainGlyph {
    fonts::GlyphId glyph = 0;
    std::string_view text;
    auto operator<=>(const PlainGlyph&) const = default;
};

/// Ascending, none twice.
using FontUse = std::map<fonts::FontId, std::vector<PlainGlyph>>;

/// Faces whose outlines are written into a program of our own, instead of being subset by
/// HarfBuzz: those with cubic curves on a grid of 1000 units per em.
[[nodiscard]] bool is_drawn(const fonts::FontInfo& info);

/// Whether glyph `index` is shown as its face has it: it is not missing, not a picture, and has
/// no box of its own.
[[nodiscard]] bool is_plain(const layout::TextItem& item, std::size_t index,
                            std::string_view block_text, const fonts::FontInfo& info);

/// The texts are pieces of `laid_out`'s.
[[nodiscard]] FontUse collect_font_use(const layout::LaidOut& laid_out,
                                       const fonts::FontLibrary& library);

}  // namespace cvtex::pdf
