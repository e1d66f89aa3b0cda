#pragma once

#include "layout/paragraph.hpp"

/// Pictures at the end side with text beside them.
namespace cvtex::layout {

struct Flow;

/// A box at the end side of the measure, beside which text is set.
struct Float {
    Frame frame;
    bool waits = true;  ///< for the first line beside it, which carries it
    Pt right;           ///< its right edge, from the list's left edge
    Pt bottom;          ///< where it ends, by `Flow::y`; unknown while it waits
};

/// Sets `block` at the end side of what follows. One that is too large for text beside it is a
/// block at the end side like others.
void add_float(Flow& flow, const styles::Block& block);

/// What stands beside the next lines of `leading`.
[[nodiscard]] Beside beside_next(const Flow& flow, Pt leading);

/// What a block that is set in one measure leaves to the open float; 0 when there is too little
/// room and it begins below.
[[nodiscard]] Pt make_room_beside(Flow& flow);

/// Ends the open float: what follows begins below it.
void clear_float(Flow& flow);

/// Puts a waiting float beside the line `frame`, whose top is at `Flow::y`.
void place_float(Flow& flow, Frame& frame);

/// Whether a page break here would part lines from the float beside them.
[[nodiscard]] bool is_beside_float(const Flow& flow);

}  // namespace cvtex::layout
