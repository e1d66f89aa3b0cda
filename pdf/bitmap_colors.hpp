#pragma once

#include "pdf/png.hpp"
#include "styles/print_style.hpp"

namespace cvtex::pdf {

/// The bitmap in the colours of the press: greys alone, or inks. One with a profile of its own
/// keeps it in CMYK printing, where it says more than a formula.
void convert_colors(Bitmap& bitmap, styles::PrintColor color);

}  // namespace cvtex::pdf
