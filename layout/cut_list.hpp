#pragma once

#include <vector>

#include "layout/vertical.hpp"

namespace cvtex::layout {

/// A part of a list that is never split.
struct ListPiece {
    Frame frame;
    Pt before;                      ///< space above it, dropped where a page begins
    Penalty cost = penalty::kNone;  ///< of going on with it on the next page
};

[[nodiscard]] inline Pt height_of(const ListPiece& piece) {
    return piece.before + piece.frame.size.height;
}

/// Cuts a list into pieces at its break points. A container that a cut goes through is opened
/// again in the next piece, so that its ground goes on.
[[nodiscard]] std::vector<ListPiece> cut_list(VerticalList list);

}  // namespace cvtex::layout
