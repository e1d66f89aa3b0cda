#pragma once

#include <string>

namespace cvtex::pdf {

/// An ICC profile (version 4.2, display, RGB to XYZ) of the sRGB colour space: IEC 61966-2-1
/// primaries adapted to D50 and its exact tone curve. About 600 bytes.
[[nodiscard]] std::string srgb_profile();

}  // namespace cvtex::pdf
