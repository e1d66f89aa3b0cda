#pragma once

#include "fonts/face.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Quadratic curves come as cubic ones; contours are closed.
[[nodiscard]] Outline glyph_outline(const Face& face, GlyphId glyph);
[[nodiscard]] std::optional<ColorBitmap> glyph_bitmap(const Face& face, GlyphId glyph);

}  // namespace cvtex::fonts
