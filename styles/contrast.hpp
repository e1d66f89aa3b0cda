#pragma once

#include "base/diagnostics.hpp"
#include "styles/sheet.hpp"

namespace cvtex::styles {

/// The contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance of sRGB).
[[nodiscard]] double contrast_of(Color a, Color b);

/// Warns of text colours with less than 4.5:1 against the ground they stand on (WCAG 2.1
/// §1.4.3). `sheet` is settled; bars between details need not be read. `ground` is the page's
/// or the column's.
void check_contrast(const Sheet& sheet, Color ground, Diagnostics& diagnostics);

}  // namespace cvtex::styles
