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

/// Where a cell that grows begins: the width it was given, or nothing.
Pt basis_of(const styles::RowCell& cell, const ColumnNeed& need) {
    return cell.width || cell.fraction ? need.natural : Pt{};
}

/// Divides `free` between the cells that grow, by their parts (CSS Flexible Box Layout §9.7):
/// each from its basis, none below its minimum. What one takes more of by that, the others
/// miss.
void grow_cells(const styles::Row& row, const std::vector<ColumnNeed>& needs, Pt free,
                std::vector<Pt>& widths) {
    std::vector<bool> fixed(needs.size());
    for (bool settled = false; !settled;) {
        Em parts;
        Pt left = free;
        for (std::size_t i = 0; i < needs.size(); ++i) {
            if (row.cells[i].grow <= Em{}) continue;
            left -= fixed[i] ? widths[i] : basis_of(row.cells[i], needs[i]);
            if (!fixed[i]) parts += row.cells[i].grow;
        }
        left = std::max(left, Pt{});
        settled = true;
        for (std::size_t i = 0; i < needs.size(); ++i) {
            const styles::RowCell& cell = row.cells[i];
            if (cell.grow <= Em{} || fixed[i]) continue;
            widths[i] =
                basis_of(cell, needs[i]) + left.scaled(cell.grow.units(), parts.units());
            if (widths[i] >= needs[i].minimum) continue;
            widths[i] = needs[i].minimum;
            fixed[i] = true;
            settled = false;
        }
    }
}

/// Widths of a row's cells within `room`, gaps taken off.
std::vector<Pt> cell_widths(const Flow& flow, const styles::Row& row, Pt room) {
    std::vector<ColumnNeed> needs;
    bool grows = false;
    Pt used, still;
    for (const styles::RowCell& cell : row.cells) {
        const bool growing = cell.grow > Em{};
        ColumnNeed need;
        if (cell.width || cell.fraction) {
            const Pt width = cell.width ? *cell.width : cell.fraction->at(flow.measure);
            need = {std::min(width, room), std::min(width, room)};
        } else {
            const ContentWidths widths =
                measure_blocks(flow.context, flow.settings, cell.children);
            // A growing cell starts from its minimum, so that it never makes a date wrap.
            need = {std::min(widths.minimum, room), growing ? widths.minimum : widths.natural};
        }
        grows = grows || growing;
        used += need.natural;
        if (!growing) still += need.natural;
        needs.push_back(need);
    }
    std::vector<Pt> widths = distribute_width(needs, room);
    if (grows && used < room) grow_cells(row, needs, room - still, widths);
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
