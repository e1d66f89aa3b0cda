#pragma once

#include "layout/frame.hpp"

/// Signs that layout adds and that need not be read. Artifacts: no text.
namespace cvtex::layout {

/// Dots on the baseline of `line` from `from` to `to`, less the room that words leave: they
/// lead the eye from a title to its page number. Dots of lines above each other stand above
/// each other. Fainter than text of `color`.
void add_leader(Frame& line, Pt from, Pt to, Pt em, Color color);

/// The arrow that tells a line break of ours from one of the code, at the left of a line of
/// text of this size and colour.
void add_turn(Frame& line, Pt em, Color color);

}  // namespace cvtex::layout
