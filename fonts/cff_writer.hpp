#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/fonts.hpp"

namespace cvtex::fonts {

/// One glyph of a program to be written, in thousandths of an em, y up.
struct DrawnGlyph {
    std::int32_t width = 0;
    Outline outline;     ///< may be empty
    std::int32_t x = 0;  ///< how far to the right the outline is moved
};

/// Most glyphs a CFF program can hold, .notdef included.
inline constexpr std::size_t kMaxCffGlyphs = 65535;

/// A CID-keyed CFF font program (Adobe Technical Notes 5176 and 5177) with 1000 units per em:
/// an empty .notdef, then `glyphs`, of which glyphs[i] has the glyph id and CID i + 1. At most
/// `kMaxCffGlyphs` - 1 glyphs; coordinates are clamped to ±16000. Glyphs that show the same
/// outline share it. It has no hints: they are 15 % of the bytes, and no PDF viewer shows a
/// difference at print or screen sizes.
[[nodiscard]] std::string write_cff(std::string_view font_name,
                                    const std::vector<DrawnGlyph>& glyphs);

}  // namespace cvtex::fonts
