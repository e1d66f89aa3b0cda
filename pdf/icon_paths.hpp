#pragma once

#include <string>

#include "styles/icon.hpp"

namespace cvtex::pdf {

/// The path operators that draw `icon` on the grid of styles/icon_drawing. Colours, line width
/// and the matrix are the caller's; ends and joins of lines are meant to be round.
[[nodiscard]] std::string icon_operators(styles::Icon icon);

}  // namespace cvtex::pdf
