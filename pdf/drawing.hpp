#pragma once

#include "base/vector_drawing.hpp"
#include "pdf/hpdf.hpp"

namespace cvtex::pdf {

/// Writes the objects of `drawing` and returns its form XObject, which fills the unit square as
/// an image does.
[[nodiscard]] Dict write_drawing(Document& document, const VectorDrawing& drawing);

}  // namespace cvtex::pdf
