#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "fonts/fonts.hpp"
#include "pdf/font_use.hpp"
#include "pdf/hpdf.hpp"

namespace cvtex::pdf {

/// A face's program cut down to the glyphs that the pages show.
struct SubsetFont {
    fonts::FontId font;
    fonts::FontProgram program;
    StreamData packed;  ///< the program as it goes into the file

    /// Index of `glyph` in the program's tables, if it is in the subset.
    [[nodiscard]] std::optional<std::size_t> slot(fonts::GlyphId glyph) const;
    /// The code to show in content streams.
    [[nodiscard]] std::uint16_t code(std::size_t slot) const;
    /// In thousandths of an em.
    [[nodiscard]] double width(std::size_t slot, std::int32_t upem) const;
};

/// Subsets and packs every face of `use` that is not drawn, the large ones in parallel. In
/// ascending order of `font`.
[[nodiscard]] Result<std::vector<SubsetFont>> subset_fonts(const FontUse& use,
                                                           const fonts::FontLibrary& library,
                                                           const Document& document);

}  // namespace cvtex::pdf
