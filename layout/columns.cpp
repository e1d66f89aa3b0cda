#include "layout/columns.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "layout/pages.hpp"

namespace cvtex::layout {
namespace {

/// Lines a row of cells counts as for a heading above it.
constexpr int kRowLines = 2;

/// What a column takes beyond its minimum when there is room.
Pt wish_of(const ColumnNeed& need) {
    return std::max(Pt{}, need.natural - need.minimum);
}

/// Markers that wait stand beside the first line of the first column.
void place_column_markers(Flow& flow, Columns& columns) {
    if (flow.markers.empty() || columns.columns.empty()) return;
    const Column& column = columns.columns.front();
    for (VerticalItem& item : columns.columns.front().list.items) {
        auto* box = std::get_if<LineBox>(&item);
        if (!box) continue;
        const Pt x = std::exchange(flow.x, column.x + box->x);
        place_markers(flow, box->frame);
        flow.x = x;
        return;
    }
}

/// Height of the first lines of columns: what must stand on the page where they start.
Pt first_height(const std::vector<Column>& columns) {
    Pt height;
    for (const Column& column : columns) {
        for (const VerticalItem& item : column.list.items) {
            const auto* box = std::get_if<LineBox>(&item);
            if (!box) continue;
            height = std::max(height, column.lowered + box->height * kRowLines);
            break;
        }
    }
    return height;
}

/// Lowers each column so that all first baselines stand on one line.
void align_baselines(std::vector<Column>& columns) {
    Pt lowest;
    std::vector<std::optional<Pt>> baselines;
    for (const Column& column : columns) {
        baselines.push_back(first_baseline(column.list));
        if (baselines.back()) lowest = std::max(lowest, *baselines.back());
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i].lowered = baselines[i] ? lowest - *baselines[i] : Pt{};
}

void align_middles(std::vector<Column>& columns) {
    Pt tallest;
    for (const Column& column : columns)
        tallest = std::max(tallest, natural_height(column.list));
    for (Column& column : columns) column.lowered = (tallest - natural_height(column.list)) / 2;
}

}  // namespace

std::vector<Pt> distribute_width(const std::vector<ColumnNeed>& needs, Pt room) {
    std::vector<std::size_t> by_width(needs.size());
    std::iota(by_width.begin(), by_width.end(), std::size_t{0});
    std::stable_sort(by_width.begin(), by_width.end(), [&](std::size_t a, std::size_t b) {
        return needs[a].natural < needs[b].natural;
    });
    Pt minimum, wish;
    for (const ColumnNeed& need : needs) {
        minimum += need.minimum;
        wish += wish_of(need);
    }
    std::vector<Pt> widths(needs.size());
    std::size_t next = 0;
    for (; next < by_width.size(); ++next) {
        const ColumnNeed& need = needs[by_width[next]];
        const auto left = static_cast<std::int64_t>(by_width.size() - next);
        const Pt natural = need.minimum + wish_of(need);
        const bool fits = room - natural >= minimum - need.minimum;
        if (!fits || (natural > room / left && room < minimum + wish)) break;
        widths[by_width[next]] = natural;
        room -= natural;
        minimum -= need.minimum;
        wish -= wish_of(need);
    }
    const Pt spare = std::clamp(room - minimum, Pt{}, wish);
    for (; next < by_width.size(); ++next) {
        const ColumnNeed& need = needs[by_width[next]];
        const Pt share = wish > Pt{} ? wish_of(need).scaled(spare.units(), wish.units()) : Pt{};
        widths[by_width[next]] = need.minimum + share;
    }
    return widths;
}

Pt align_columns(std::vector<Column>& columns, styles::RowAlign align) {
    switch (align) {
        case styles::RowAlign::Baseline:
            align_baselines(columns);
            break;
        case styles::RowAlign::Top:
            for (Column& column : columns) column.lowered = {};
            break;
        case styles::RowAlign::Middle:
            align_middles(columns);
            break;
    }
    Pt height;
    for (const Column& column : columns)
        height = std::max(height, column.lowered + natural_height(column.list));
    return height;
}

Frame join_columns(std::vector<Column> columns, Pt width, styles::RowAlign align) {
    Frame frame;
    frame.size = {width, align_columns(columns, align)};
    frame.baseline = frame.size.height;
    for (Column& column : columns) {
        Frame cell = stack(std::move(column.list), {});
        if (cell.baseline < cell.size.height) {
            frame.baseline = std::min(frame.baseline, column.lowered + cell.baseline);
        }
        frame.append({column.x, column.lowered}, std::move(cell));
    }
    return frame;
}

void add_columns(Flow& flow, std::vector<Column> columns, Pt limit, styles::RowAlign align) {
    if (align_columns(columns, align) <= limit) {
        LineBox box;
        box.frame = join_columns(std::move(columns), flow.measure, align);
        box.lines = kRowLines;
        add_box(flow, std::move(box));
        return;
    }
    clear_float(flow);
    begin_material(flow);
    Columns item;
    item.least_height = first_height(columns);
    for (Column& column : columns) column.x += flow.x;
    item.columns = std::move(columns);
    place_column_markers(flow, item);
    flow.at_edge = false;
    flow.lines_to_keep = 0;
    ++flow.boxes;
    flow.list.items.emplace_back(std::move(item));
}

}  // namespace cvtex::layout
