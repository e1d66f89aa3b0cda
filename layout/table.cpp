#include <algorithm>
#include <string>
#include <utility>

#include "layout/block_widths.hpp"
#include "layout/columns.hpp"
#include "layout/flow.hpp"
#include "layout/frame_scale.hpp"
#include "layout/pages.hpp"
#include "layout/table_grid.hpp"
#include "layout/table_spans.hpp"

namespace cvtex::layout {
namespace {

/// A row counts as this many lines of company for a heading above the table.
constexpr int kRowLines = 2;
/// Rows that stay together on either side of a page break, as lines of a paragraph do.
constexpr std::size_t kLeastRows = 2;

/// Text of a table is set at 7/10 of its size at least.
constexpr std::int64_t kLeastScale = 7, kLeastScaleDivisor = 10;
/// Widths in em that every column keeps while all fit: the first that can be had.
constexpr std::int64_t kComfortEms[] = {4, 3, 2};

/// A row that may be taller than this part of a page is broken over pages by lines.
constexpr std::int64_t kTallDivisor = 2;

Pt thickness(const std::optional<styles::Border>& border) {
    return border ? border->thickness : Pt{};
}

/// `blocks` with their paragraphs aligned as the column asks.
styles::Blocks align_blocks(const styles::Blocks& blocks, styles::Align align) {
    styles::Blocks aligned = blocks;
    for (styles::Block& block : aligned) {
        if (auto* paragraph = std::get_if<styles::Paragraph>(&block.node)) {
            paragraph->style.align = align;
        }
        if (auto* image = std::get_if<styles::Image>(&block.node)) image->align = align;
    }
    return aligned;
}

/// Sets one table: measures, sets row by row, hands rows to the flow.
class TableSetter {
public:
    TableSetter(Flow& flow, const styles::Table& table, Span span)
        : flow_(flow), table_(table), span_(span), grid_(make_grid(table)) {}

    void set() {
        if (grid_.columns == 0 || table_.rows.empty()) return;
        tag_ = add_tag(flow_.context, Role::Table, flow_.parent, span_);
        first_block_ = flow_.context.out.text_blocks.size();
        choose_widths();
        const std::size_t heads = head_rows();
        add_top(heads);
        for (std::size_t row = heads; row < grid_.rows.size();) {
            const std::size_t before = row - heads, after = grid_.rows.size() - row;
            const bool alone = before < kLeastRows || after < kLeastRows;
            if (before > 0 && alone && flow_.settings.widow_control) {
                flow_.pending_cost = std::max(flow_.pending_cost, penalty::kWidow);
            }
            row = add_group(row);
        }
        close_box(flow_, thickness(table_.bottom_rule));
        scale_blocks();
    }

private:
    // ---- widths ----

    void choose_widths() {
        std::vector<ColumnNeed> needs =
            measure_columns(flow_.context, flow_.settings, table_, grid_, flow_.measure);
        widths_ = distribute_width(comfortable(needs), flow_.measure);
        limit_widths();
        Pt total;
        for (const Pt width : widths_) total += width;
        if (table_.full_width && total < flow_.measure) widen(flow_.measure - total);
        lefts_.assign(1, Pt{});
        for (const Pt width : widths_) lefts_.push_back(lefts_.back() + width);
        width_ = lefts_.back();
        if (width_ <= flow_.measure) return;
        scale_ = {flow_.measure.units(), width_.units()};
        flow_.context.diagnostics.warning("wide-table", span_,
                                          "table is " +
                                              format_short(width_ - flow_.measure, 1) +
                                              " pt wider than the text and is set smaller",
                                          "shorten its unbreakable words or use fewer columns");
    }

    /// Gives what is left of the measure to the columns that ask for no width of their own, or
    /// to all, in proportion: grids below each other keep their columns.
    void widen(Pt rest) {
        const auto is_set = [&](std::size_t i) {
            if (i >= table_.columns.size()) return false;
            return table_.columns[i].width.has_value() ||
                   table_.columns[i].fraction.has_value();
        };
        Pt all, free;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            all += widths_[i];
            if (!is_set(i)) free += widths_[i];
        }
        const Pt sharing = free > Pt{} ? free : all;
        if (sharing <= Pt{}) return;
        Pt seen, given;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (free > Pt{} && is_set(i)) continue;
            seen += widths_[i];
            const Pt upto = rest.scaled(seen.units(), sharing.units());
            widths_[i] += upto - given;
            given = upto;
        }
    }

    /// Columns of Han text could shrink to a character: they keep a few while there is room,
    /// and in a table that is set smaller anyway.
    [[nodiscard]] std::vector<ColumnNeed> comfortable(
        const std::vector<ColumnNeed>& needs) const {
        Pt total;
        for (const ColumnNeed& need : needs) total += need.minimum;
        if (total > flow_.measure) return at_least(needs, kComfortEms[0]);
        for (const std::int64_t ems : kComfortEms) {
            std::vector<ColumnNeed> wider = at_least(needs, ems);
            total = {};
            for (const ColumnNeed& need : wider) total += need.minimum;
            if (total <= flow_.measure) return wider;
        }
        return needs;
    }

    [[nodiscard]] std::vector<ColumnNeed> at_least(std::vector<ColumnNeed> needs,
                                                   std::int64_t ems) const {
        const Pt least = flow_.settings.fallback.style.size * ems + table_.cell_padding.left +
                         table_.cell_padding.right;
        for (ColumnNeed& need : needs) {
            need.minimum = std::max(need.minimum, std::min(need.natural, least));
        }
        return needs;
    }

    /// A table is never scaled down beyond legibility: its widest columns give way first, and
    /// break what they hold anywhere.
    void limit_widths() {
        const Pt most = flow_.measure.scaled(kLeastScaleDivisor, kLeastScale);
        Pt total;
        for (const Pt width : widths_) total += width;
        if (total <= most) return;
        std::vector<Pt> sorted = widths_;
        std::sort(sorted.begin(), sorted.end());
        Pt room = most;
        Pt cap;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            cap = room / static_cast<std::int64_t>(sorted.size() - i);
            if (sorted[i] > cap) break;
            room -= sorted[i];
        }
        const Pt least = flow_.settings.fallback.style.size * 2 + table_.cell_padding.left +
                         table_.cell_padding.right;
        cap = std::max(cap, least);
        for (Pt& width : widths_) width = std::min(width, cap);
    }

    // ---- rows ----

    [[nodiscard]] std::size_t head_rows() const {
        std::size_t heads = std::min(static_cast<std::size_t>(std::max(0, table_.header_rows)),
                                     grid_.rows.size());
        while (heads > 0 && heads < grid_.rows.size() && grid_.rows[heads - 1].joined) ++heads;
        return heads;
    }

    SetRow set_row(std::size_t index) {
        const TagId row_tag = add_tag(flow_.context, Role::TableRow, tag_, Span{});
        SetRow set;
        const Insets& padding = table_.cell_padding;
        for (const std::size_t c : grid_.rows[index].cells) {
            const GridCell& place = grid_.cells[c];
            const styles::TableCell& cell = *place.cell;
            const Role role = cell.header ? Role::TableHeader : Role::TableCell;
            const TagId tag = add_tag(flow_.context, role, row_tag, cell.span);
            flow_.context.out.tags[tag.index()].column_span = static_cast<int>(place.columns);
            flow_.context.out.tags[tag.index()].row_span = static_cast<int>(place.rows);
            const Pt width = lefts_[place.column + place.columns] - lefts_[place.column];
            const Pt inner = std::max(Pt{}, width - padding.left - padding.right);
            Column column;
            column.x = lefts_[place.column] + padding.left;
            column.list = set_cell(cell, place.column, inner, tag);
            set.columns.push_back(std::move(column));
            set.cells.push_back(c);
        }
        align_columns(set.columns, styles::RowAlign::Baseline);
        for (std::size_t i = 0; i < set.columns.size(); ++i) {
            if (grid_.cells[set.cells[i]].rows > 1) continue;
            set.height = std::max(set.height, cell_height(set.columns[i]));
        }
        return set;
    }

    VerticalList set_cell(const styles::TableCell& cell, std::size_t column, Pt width,
                          TagId tag) {
        const styles::Align align = column < table_.columns.size()
                                        ? table_.columns[column].align
                                        : styles::Align::Start;
        if (align == styles::Align::Start || align == styles::Align::Justify) {
            return flow_apart(flow_, cell.children, width, tag, true);
        }
        return flow_apart(flow_, align_blocks(cell.children, align), width, tag, true);
    }

    [[nodiscard]] Pt cell_height(const Column& column) const {
        return table_.cell_padding.top + column.lowered + natural_height(column.list) +
               table_.cell_padding.bottom;
    }

    /// Sets the rows from `first` that spanning cells join, and gives the last of them what a
    /// spanning cell needs beyond the others.
    std::vector<SetRow> set_joined(std::size_t first) {
        std::vector<SetRow> rows;
        std::size_t index = first;
        do {
            rows.push_back(set_row(index));
        } while (grid_.rows[index].joined && ++index < grid_.rows.size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (std::size_t i = 0; i < rows[r].columns.size(); ++i) {
                const std::size_t span = grid_.cells[rows[r].cells[i]].rows;
                if (span < 2) continue;
                const std::size_t last = std::min(r + span, rows.size()) - 1;
                Pt height;
                for (std::size_t k = r; k <= last; ++k) height += rows[k].height;
                const Pt need = cell_height(rows[r].columns[i]);
                if (need > height) rows[last].height += need - height;
            }
        }
        return rows;
    }

    [[nodiscard]] Pt total_height(const std::vector<SetRow>& rows) const {
        Pt height;
        for (const SetRow& row : rows) height += row.height;
        return height;
    }

    [[nodiscard]] Frame row_frame(SetRow row, bool header,
                                  const std::optional<styles::Border>& below) const {
        Frame frame;
        const Pt rule = thickness(below);
        frame.size = {width_, row.height + rule};
        if (header && table_.header_background) {
            frame.push({}, TagId{}, RectItem{{width_, row.height}, *table_.header_background});
        }
        push_column_rules(frame, row);
        if (below) {
            frame.push({Pt{}, row.height}, TagId{}, RectItem{{width_, rule}, below->color});
        }
        frame.baseline = frame.size.height;
        for (Column& column : row.columns) {
            Frame cell = stack(std::move(column.list), {});
            const Pt top = table_.cell_padding.top + column.lowered;
            if (cell.baseline < cell.size.height) {
                frame.baseline = std::min(frame.baseline, top + cell.baseline);
            }
            frame.append({column.x, top}, std::move(cell));
        }
        return frame;
    }

    /// Rules at the left of cells that begin in the row.
    void push_column_rules(Frame& frame, const SetRow& row) const {
        if (!table_.column_rule) return;
        const Pt rule = table_.column_rule->thickness;
        for (const std::size_t c : row.cells) {
            const GridCell& place = grid_.cells[c];
            if (place.column == 0) continue;
            frame.push({lefts_[place.column] - rule / 2, Pt{}}, TagId{},
                       RectItem{{rule, row.height}, table_.column_rule->color});
        }
    }

    // ---- handing over ----

    /// The head of the table: the rule above it and the header rows, kept with the first row
    /// and repeated on further pages.
    void add_top(std::size_t heads) {
        Frame top;
        top.size = {width_, thickness(table_.top_rule)};
        if (table_.top_rule) {
            top.push({}, TagId{}, RectItem{top.size, table_.top_rule->color});
        }
        top.baseline = top.size.height;
        for (std::size_t row = 0; row < heads;) {
            std::vector<SetRow> rows = set_joined(row);
            row += rows.size();
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const bool last = row >= heads && i + 1 == rows.size();
                Frame frame = row_frame(std::move(rows[i]), true,
                                        last ? table_.header_rule : table_.row_rule);
                const Pt y = top.size.height;
                if (top.baseline == y) top.baseline = y + frame.baseline;
                top.size.height += frame.size.height;
                top.append({Pt{}, y}, std::move(frame));
            }
        }
        scale_frame(top, scale_);
        Decoration decoration;
        decoration.x = flow_.x;
        decoration.width = top.size.width;
        decoration.bottom = table_.bottom_rule;
        decoration.close_parts = true;
        decoration.repeat_bottom = thickness(table_.bottom_rule);
        decoration.head = top;
        decoration.head_height = top.size.height;
        // A head taller than a good part of the page would leave no room for rows.
        if (top.size.height * kTallDivisor > flow_.settings.page_height) {
            decoration.head = {};
            decoration.head_height = {};
        }
        open_box(flow_, std::move(decoration), Pt{});
        if (table_.under_rule && table_.top_rule) drop_top_rule(top);
        if (top.items.empty()) return;
        add_row_box(std::move(top), heads > 0 ? 1 : 0);
        flow_.pending_cost = penalty::kHeading;
    }

    /// Takes the rule, the first item, off a table's head.
    void drop_top_rule(Frame& head) const {
        const Pt rule = scale_.apply(thickness(table_.top_rule));
        head.items.erase(head.items.begin());
        for (Placed& placed : head.items) placed.at.y -= rule;
        head.size.height -= rule;
        head.baseline -= rule;
    }

    /// Adds the row `first` and those joined to it; returns the row after them.
    std::size_t add_group(std::size_t first) {
        std::vector<SetRow> rows = set_joined(first);
        const std::size_t end = first + rows.size();
        const bool parts = rows.size() > 1 && is_tall(total_height(rows)) && !scale_.shrinks();
        if (parts) hand_out_spans(rows, grid_, table_.cell_padding);
        const Penalty between = parts ? penalty::kInParagraph : penalty::kLeadIn;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i > 0) flow_.pending_cost = std::max(flow_.pending_cost, between);
            if ((parts || rows.size() == 1) && is_tall(rows[i].height) && !scale_.shrinks()) {
                add_tall(std::move(rows[i]));
                continue;
            }
            const bool last = first + i + 1 == grid_.rows.size();
            Frame frame = row_frame(std::move(rows[i]), false,
                                    last ? std::optional<styles::Border>{} : table_.row_rule);
            scale_frame(frame, scale_);
            add_row_box(std::move(frame), kRowLines);
        }
        return end;
    }

    void add_row_box(Frame frame, int lines) {
        LineBox box;
        box.frame = std::move(frame);
        box.lines = lines;
        add_box(flow_, std::move(box));
    }

    [[nodiscard]] bool is_tall(Pt height) const {
        return height * kTallDivisor > flow_.settings.page_height;
    }

    /// A row taller than half a page: its cells are broken by lines, each on its own.
    void add_tall(SetRow row) {
        begin_material(flow_);
        flow_.list.items.emplace_back(Kern{table_.cell_padding.top});
        flow_.at_edge = true;
        add_columns(flow_, std::move(row.columns), Pt{});
        flow_.list.items.emplace_back(Kern{table_.cell_padding.bottom});
    }

    void scale_blocks() {
        auto& blocks = flow_.context.out.text_blocks;
        for (std::size_t i = first_block_; i < blocks.size(); ++i) {
            blocks[i].measure = scale_.apply(blocks[i].measure);
        }
    }

    Flow& flow_;
    const styles::Table& table_;
    Span span_;
    Grid grid_;
    TagId tag_;
    std::size_t first_block_ = 0;
    std::vector<Pt> widths_;
    std::vector<Pt> lefts_;  ///< of each column; the last is the table's right edge
    Pt width_;
    Scale scale_;
};

}  // namespace

void add_table(Flow& flow, const styles::Table& table, Span span) {
    TableSetter(flow, table, span).set();
}

}  // namespace cvtex::layout
