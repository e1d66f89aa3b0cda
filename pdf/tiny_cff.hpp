#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/fonts.hpp"

namespace cvtex::pdf {

/// One glyph of a tiny font, in thousandths of an em, y up.
struct TinyGlyph {
    std::int32_t width = 0;
    fonts::Outline outline;  ///< may be empty
};

/// Most glyphs a tiny font can hold, .notdef included.
inline constexpr std::size_t kMaxTinyGlyphs = 65535;

/// A name-keyed CFF font program (Adobe Technical Notes 5176 and 5177) with 1000 units per em:
/// an empty .notdef, then `glyphs`. In a composite font the code of glyphs[i] is i + 1. At most
/// `kMaxTinyGlyphs` - 1 glyphs; coordinates are rounded and clamped to ±16000.
[[nodiscard]] std::string write_tiny_cff(std::string_view font_name,
                                         const std::vector<TinyGlyph>& glyphs);

}  // namespace cvtex::pdf
