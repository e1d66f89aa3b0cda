#pragma once

#include <string>

#include "styles/icon.hpp"

namespace cvtex::pdf {

/// Side of the square that icons are drawn in, y downward.
inline constexpr double kIconGrid = 24;
/// Thickness of their lines on that grid: 0.68 pt at 9 pt, a bold stem of the text beside.
inline constexpr double kIconStroke = 1.8;

/// The path operators that draw `icon` on its grid. Colours, line width and the matrix are the
/// caller's; ends and joins of lines are meant to be round.
[[nodiscard]] std::string icon_operators(styles::Icon icon);

}  // namespace cvtex::pdf
