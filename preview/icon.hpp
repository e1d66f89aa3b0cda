#pragma once

#include <string>

#include "layout/frame.hpp"

namespace cvtex::preview {

/// Appends an icon with its upper left corner at `at`, as paths of one colour.
void append_icon(std::string& out, Point at, const layout::IconItem& icon);

}  // namespace cvtex::preview
