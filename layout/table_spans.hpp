#pragma once

#include <vector>

#include "layout/table_grid.hpp"
#include "layout/vertical.hpp"

namespace cvtex::layout {

/// One row of a table set: its cells, not yet joined.
struct SetRow {
    std::vector<Column> columns;
    std::vector<std::size_t> cells;  ///< indices into the grid's cells, parallel
    Pt height;                       ///< padding included
};

/// Hands what spanning cells hold out to the rows they span, each as much as it has room for
/// and the last the rest, so that a page may end between any two of these. `rows` are those
/// that spanning cells join; `padding` is that of cells.
void hand_out_spans(std::vector<SetRow>& rows, const Grid& grid, const Insets& padding);

}  // namespace cvtex::layout
