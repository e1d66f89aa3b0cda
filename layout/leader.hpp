#pragma once

#include "layout/frame.hpp"

namespace cvtex::layout {

/// Dots on the baseline of `line` from `from` to `to`, less the room that words leave: they lead
/// the eye from a title to its page number. Dots of lines above each other stand above each
/// other. Artifacts: no text.
void add_leader(Frame& line, Pt from, Pt to, Pt em, Color color);

}  // namespace cvtex::layout
