#pragma once

#include "layout/flow.hpp"

namespace cvtex::layout {

/// Where a marker stands: an item's bullet or number, a footnote's number.
struct MarkerPlace {
    const styles::Marker* marker = nullptr;  ///< outlives the flow
    Pt hang;                                 ///< indent of the text beside it
    Pt gap;                                  ///< between a text marker and the text
    TagId owner;                             ///< of a text marker's label
    bool at_start = false;                   ///< a text marker stands at the left of the hang
};

/// Sets `children` hanging beside a marker; an empty line when there are none.
void add_marked(Flow& flow, const MarkerPlace& place, const styles::Blocks& children);

}  // namespace cvtex::layout
