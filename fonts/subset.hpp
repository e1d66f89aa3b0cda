#pragma once

#include <span>

#include "fonts/face.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Cuts a face down to `glyphs` and what they are composed of, for embedding. Thread-safe.
[[nodiscard]] Result<FontProgram> subset_face(const Face& face,
                                              std::span<const GlyphId> glyphs);

}  // namespace cvtex::fonts
