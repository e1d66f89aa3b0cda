#include "styles/tables.hpp"

#include <algorithm>
#include <utility>

#include "styles/blocks.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

Align column_align(ast::CellAlign align) {
    switch (align) {
        case ast::CellAlign::None:
        case ast::CellAlign::Left:
            return Align::Start;
        case ast::CellAlign::Center:
            return Align::Center;
        case ast::CellAlign::Right:
            return Align::End;
    }
    return Align::Start;
}

TableRow set_row(Context& context, const ast::TableRow& source, const ast::Table& table,
                 const Scope& scope, bool header) {
    TableRow row;
    for (std::size_t i = 0; i < source.cells.size() && i < table.columns.size(); ++i) {
        const ast::TableCell& written = source.cells[i];
        Scope cell_scope = scope;
        cell_scope.paragraph.align = column_align(table.columns[i]);
        cell_scope.paragraph.indent = Pt{};
        TableCell cell{{}, header, 1, 1, written.span};
        set_paragraph(context, written.children, written.span, cell_scope, Element::Table,
                      cell.children);
        for (Block& block : cell.children) block.box = {};
        row.cells.push_back(std::move(cell));
    }
    return row;
}

}  // namespace

void set_table(Context& context, const ast::Table& source, Span span, const Scope& scope,
               Blocks& out) {
    const Scope body = dress(context, scope, Element::Table);
    Table table;
    for (const ast::CellAlign align : source.columns)
        table.columns.push_back({column_align(align), {}, {}});
    const bool has_head = std::any_of(
        source.head.cells.begin(), source.head.cells.end(),
        [](const ast::TableCell& cell) { return !plain_text(cell.children).empty(); });
    if (has_head) {
        const Scope head = dress(context, body, Element::TableHead);
        table.rows.push_back(set_row(context, source.head, source, head, true));
        table.header_rows = 1;
    }
    for (const ast::TableRow& row : source.rows)
        table.rows.push_back(set_row(context, row, source, body, false));
    if (table.rows.empty() || table.columns.empty()) return;
    append_table(context, std::move(table), span, body, {scope.paragraph.align, {}, {}}, out);
}

void append_table(Context& context, Table table, Span span, const Scope& scope,
                  const TablePlace& place, Blocks& out) {
    const TableSheet& sheet = context.sheet.table;
    const Pt size = scope.text.size;
    table.cell_padding = insets_of(sheet.cell_padding, size);
    table.header_rule = border_of(sheet.head_rule, size);
    table.row_rule = border_of(sheet.row_rule, size);
    table.column_rule = border_of(sheet.column_rule, size);
    if (sheet.head_background) table.header_background = color_of(*sheet.head_background);
    table.full_width = table.full_width || sheet.full_width;
    BoxStyle box = box_of(context, Element::Table, size);
    // The rules above and below belong to the table: they repeat where a page break cuts it.
    std::swap(table.top_rule, box.top);
    std::swap(table.bottom_rule, box.bottom);
    if (place.width || place.fraction) table.full_width = true;
    const bool aside = place.align == Align::Center || place.align == Align::End;
    if (!place.width && !place.fraction && (!aside || table.full_width)) {
        out.push_back({box, std::move(table), span});
        return;
    }
    // The only cell of a row: it is as wide as is asked, and the row puts it where it belongs.
    Row row;
    if (aside)
        row.distribute = place.align == Align::Center ? Distribute::Center : Distribute::End;
    RowCell cell{place.width, place.fraction, {}, {}};
    BoxStyle of_row;
    of_row.space_before = std::exchange(box.space_before, Pt{});
    of_row.space_after = std::exchange(box.space_after, Pt{});
    cell.children.push_back({box, std::move(table), span});
    row.cells.push_back(std::move(cell));
    out.push_back({of_row, std::move(row), span});
}

}  // namespace cvtex::styles
