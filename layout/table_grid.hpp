#pragma once

#include <cstddef>
#include <vector>

#include "layout/columns.hpp"

namespace cvtex::layout {

/// A cell in its place.
struct GridCell {
    const styles::TableCell* cell = nullptr;
    std::size_t row = 0, column = 0;
    std::size_t rows = 1, columns = 1;  ///< spans, within the table
};

struct GridRow {
    std::vector<std::size_t> cells;  ///< that begin here, by column
    bool joined = false;             ///< a cell goes on into the next row
};

/// A table with every cell in its column, spans resolved as HTML's table model does.
struct Grid {
    std::size_t columns = 0;
    std::vector<GridCell> cells;
    std::vector<GridRow> rows;
};

[[nodiscard]] Grid make_grid(const styles::Table& table);

/// What each column needs, cell padding included; widths that the style gives are both minimum
/// and natural width.
[[nodiscard]] std::vector<ColumnNeed> measure_columns(Context& context,
                                                      const FlowSettings& settings,
                                                      const styles::Table& table,
                                                      const Grid& grid, Pt measure);

}  // namespace cvtex::layout
