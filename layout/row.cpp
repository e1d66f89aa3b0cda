#include <algorithm>
#include <utility>

#include "layout/block_widths.hpp"
#include "layout/columns.hpp"
#include "layout/flow.hpp"
#include "layout/pages.hpp"

namespace cvtex::layout {
namespace {

/// Cells shorter than this part of the page stay together; taller ones are broken over pages,
/// each on its own.
constexpr std::int64_t kTogetherDivisor = 4;

/// Widths of a row's cells within `measure`, gaps taken off.
std::vector<Pt> cell_widths(const Flow& flow, const styles::Row& row, Pt room) {
    std::vector<ColumnNeed> needs;
    std::size_t growing = 0;
    Pt used;
    for (const styles::RowCell& cell : row.cells) {
        ColumnNeed need;
        if (cell.width || cell.fraction) {
            const Pt width = cell.width ? *cell.width : cell.fraction->at(flow.measure);
            need = {std::min(width, room), std::min(width, room)};
        } else {
            const ContentWidths widths =
                measure_blocks(flow.context, flow.settings, cell.children);
            // A growing cell starts from its minimum, so that it never makes a date wrap.
            need = {std::min(widths.minimum, room),
                    cell.grow ? widths.minimum : widths.natural};
        }
        growing += cell.grow ? 1 : 0;
        used += need.natural;
        needs.push_back(need);
    }
    std::vector<Pt> widths = distribute_width(needs, room);
    if (growing == 0 || used >= room) return widths;
    const Pt share = (room - used) / static_cast<std::int64_t>(growing);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (row.cells[i].grow) widths[i] += share;
    }
    return widths;
}

/// Where the first cell starts and what is added to each gap when width is left over.
struct Spread {
    Pt start, between;
};

Spread spread_cells(styles::Distribute distribute, Pt left_over, std::size_t cells) {
    left_over = std::max(Pt{}, left_over);
    switch (distribute) {
        case styles::Distribute::Start:
            return {};
        case styles::Distribute::Center:
            return {left_over / 2, Pt{}};
        case styles::Distribute::End:
            return {left_over, Pt{}};
        case styles::Distribute::SpaceBetween:
            if (cells < 2) return {};
            return {Pt{}, left_over / static_cast<std::int64_t>(cells - 1)};
    }
    return {};
}

}  // namespace

void add_row(Flow& flow, const styles::Row& row) {
    if (row.cells.empty()) return;
    const auto count = static_cast<std::int64_t>(row.cells.size());
    // Gaps give way before text does: they never take more than half of the row.
    const Pt gap = count < 2 ? Pt{} : std::min(row.gap, flow.measure / (2 * (count - 1)));
    const Pt room = flow.measure - gap * (count - 1);
    const std::vector<Pt> widths = cell_widths(flow, row, room);
    Pt total;
    for (const Pt width : widths) total += width;
    const Spread spread = spread_cells(row.distribute, room - total, row.cells.size());

    Pt x = spread.start;
    std::vector<Column> columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        Column column;
        column.x = x;
        column.list = flow_apart(flow, row.cells[i].children, widths[i], flow.parent, false);
        x += widths[i] + gap + spread.between;
        columns.push_back(std::move(column));
    }
    add_columns(flow, std::move(columns), flow.settings.page_height / kTogetherDivisor,
                row.align);
}

}  // namespace cvtex::layout
