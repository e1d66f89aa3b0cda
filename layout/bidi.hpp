#pragma once

#include "layout/paragraph_text.hpp"

/// Directions of mixed text: the Unicode bidirectional algorithm (UAX #9) by FriBidi, which is
/// loaded when the first right-to-left character occurs and never before.
namespace cvtex::layout {

/// Fills `paragraph.levels` and its base direction. Text without right-to-left characters is
/// left as it is. False: FriBidi is not installed, the text stays left to right.
[[nodiscard]] bool resolve_directions(ParagraphText& paragraph);

}  // namespace cvtex::layout
