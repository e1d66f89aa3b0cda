#include "layout/table_grid.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/block_widths.hpp"

namespace cvtex::layout {
namespace {

/// Wider or taller spans are hostile: HTML caps them likewise (§4.9.11: 1000 columns).
constexpr int kMaxSpan = 1000;

std::size_t clamp_span(int span) {
    return static_cast<std::size_t>(std::clamp(span, 1, kMaxSpan));
}

/// A cell of a row above that reaches into this one.
struct Reach {
    std::size_t column = 0, columns = 1;
    std::size_t rows = 0;  ///< still to cover, this one included
};

bool begins_before(const Reach& a, const Reach& b) {
    return a.column < b.column;
}

/// Places the cells of one row beside those that reach into it.
class RowPlacer {
public:
    explicit RowPlacer(const std::vector<Reach>& reaches) : reaches_(reaches) {}

    /// The column of the next cell, which takes `columns`.
    std::size_t place(std::size_t columns) {
        while (next_ < reaches_.size() && reaches_[next_].column <= column_) {
            column_ = std::max(column_, reaches_[next_].column + reaches_[next_].columns);
            ++next_;
        }
        const std::size_t at = column_;
        column_ += columns;
        return at;
    }

    [[nodiscard]] std::size_t end() const { return column_; }

private:
    const std::vector<Reach>& reaches_;
    std::size_t next_ = 0;
    std::size_t column_ = 0;
};

/// Those of `reaches` and of `begun` that reach into the next row.
std::vector<Reach> next_reaches(const std::vector<Reach>& reaches,
                                const std::vector<Reach>& begun) {
    std::vector<Reach> all;
    std::merge(reaches.begin(), reaches.end(), begun.begin(), begun.end(),
               std::back_inserter(all), begins_before);
    for (Reach& reach : all) --reach.rows;
    std::erase_if(all, [](const Reach& reach) { return reach.rows == 0; });
    return all;
}

/// Raises the columns under a spanning cell so that together they hold it.
void raise(std::vector<ColumnNeed>& needs, const GridCell& place, ContentWidths widths) {
    Pt minimum, natural;
    for (std::size_t i = 0; i < place.columns; ++i) {
        minimum += needs[place.column + i].minimum;
        natural += needs[place.column + i].natural;
    }
    const auto count = static_cast<std::int64_t>(place.columns);
    const Pt more_minimum = std::max(Pt{}, widths.minimum - minimum) / count;
    const Pt more_natural = std::max(Pt{}, widths.natural - natural) / count;
    for (std::size_t i = 0; i < place.columns; ++i) {
        ColumnNeed& need = needs[place.column + i];
        need.minimum += more_minimum;
        need.natural = std::max(need.minimum, need.natural + more_natural);
    }
}

void apply_styled_widths(const styles::Table& table, Pt measure,
                         std::vector<ColumnNeed>& needs) {
    for (std::size_t i = 0; i < std::min(needs.size(), table.columns.size()); ++i) {
        const styles::TableColumn& column = table.columns[i];
        if (!column.width && !column.fraction) continue;
        const Pt width = column.width ? *column.width : column.fraction->at(measure);
        needs[i].minimum = needs[i].natural = std::max(Pt{}, width);
    }
}

}  // namespace

Grid make_grid(const styles::Table& table) {
    Grid grid;
    std::vector<Reach> reaches;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        GridRow row;
        RowPlacer placer(reaches);
        std::vector<Reach> begun;
        for (const styles::TableCell& cell : table.rows[r].cells) {
            GridCell place{&cell, r, 0, clamp_span(cell.row_span),
                           clamp_span(cell.column_span)};
            place.column = placer.place(place.columns);
            place.rows = std::min(place.rows, table.rows.size() - r);
            if (place.rows > 1) begun.push_back({place.column, place.columns, place.rows});
            row.cells.push_back(grid.cells.size());
            grid.cells.push_back(place);
        }
        grid.columns = std::max(grid.columns, placer.end());
        reaches = next_reaches(reaches, begun);
        row.joined = !reaches.empty();
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

std::vector<ColumnNeed> measure_columns(Context& context, const FlowSettings& settings,
                                        const styles::Table& table, const Grid& grid,
                                        Pt measure) {
    std::vector<ColumnNeed> needs(grid.columns);
    const Pt padding = table.cell_padding.left + table.cell_padding.right;
    std::vector<std::pair<const GridCell*, ContentWidths>> spanning;
    for (const GridCell& place : grid.cells) {
        ContentWidths widths = measure_blocks(context, settings, place.cell->children);
        widths = {widths.minimum + padding, widths.natural + padding};
        if (place.columns > 1) {
            spanning.emplace_back(&place, widths);
            continue;
        }
        ColumnNeed& need = needs[place.column];
        need.minimum = std::max(need.minimum, widths.minimum);
        need.natural = std::max(need.natural, widths.natural);
    }
    for (const auto& [place, widths] : spanning) raise(needs, *place, widths);
    apply_styled_widths(table, measure, needs);
    return needs;
}

}  // namespace cvtex::layout
