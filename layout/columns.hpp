#pragma once

#include <vector>

#include "layout/flow.hpp"

namespace cvtex::layout {

/// What a column of a table or a row of cells asks for.
struct ColumnNeed {
    Pt minimum;  ///< widest piece that cannot be broken
    Pt natural;  ///< on one line
};

/// Widths of columns within `room`: natural widths when they fit. Else narrow columns (dates,
/// numbers) keep theirs as long as they take no more than their equal share, and the others
/// have what is beyond their minima in proportion, as CSS 2.1 §17.5.2.2 suggests. Minima when
/// not even these fit.
[[nodiscard]] std::vector<Pt> distribute_width(const std::vector<ColumnNeed>& needs, Pt room);

/// Lowers each column so that all first baselines, tops or middles stand on one line. Returns
/// the height of the tallest, lowering included.
Pt align_columns(std::vector<Column>& columns, styles::RowAlign align);

/// Places columns side by side: in one frame.
[[nodiscard]] Frame join_columns(std::vector<Column> columns, Pt width,
                                 styles::RowAlign align = styles::RowAlign::Baseline);

/// Appends columns: as one box when no taller than `limit`, else each broken on its own.
void add_columns(Flow& flow, std::vector<Column> columns, Pt limit,
                 styles::RowAlign align = styles::RowAlign::Baseline);

}  // namespace cvtex::layout
