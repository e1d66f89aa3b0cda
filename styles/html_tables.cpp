#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.hpp"
#include "styles/blocks.hpp"
#include "styles/tables.hpp"

/// Tables of pasted HTML whose cells reach over others, hold more than text or ask for widths:
/// `table` > `tr` > `td` and `th`.
namespace cvtex::styles {
namespace {

/// Widths are taken for this many columns; layout bounds what cells reach over.
constexpr std::size_t kMaxColumns = 64;
constexpr int kMaxSpan = 1000;  // HTML §4.9.11

const ast::ElementBlock* as_element(const ast::Block& block, std::string_view tag) {
    const auto* element = ast::get_if<ast::ElementBlock>(&block.node);
    return element && element->tag == tag ? element : nullptr;
}

const ast::ElementBlock* as_cell(const ast::Block& block) {
    const ast::ElementBlock* cell = as_element(block, "td");
    return cell ? cell : as_element(block, "th");
}

int span_of(const ast::ElementBlock& cell, std::string_view name) {
    const std::string_view text = ascii::trim(attribute(cell.attributes, name));
    int span = 1;
    std::from_chars(text.data(), text.data() + text.size(), span);
    return std::clamp(span, 1, kMaxSpan);
}

/// Where the cells of a row stand, below those that reach down from the rows above.
class ColumnPlacer {
public:
    void start_row() {
        for (int& rows : reached_) rows = std::max(0, rows - 1);
        column_ = 0;
    }

    /// The column of the next cell; `kMaxColumns` when it is beyond.
    std::size_t place(const TableCell& cell) {
        while (column_ < reached_.size() && reached_[column_] > 0) ++column_;
        const std::size_t found = std::min(column_, kMaxColumns);
        const auto wanted = column_ + static_cast<std::size_t>(cell.column_span);
        const std::size_t end = std::min(wanted, kMaxColumns);
        if (reached_.size() < end) reached_.resize(end, 0);
        for (column_ = found; column_ < end; ++column_) reached_[column_] = cell.row_span;
        return found;
    }

    [[nodiscard]] std::size_t columns() const { return reached_.size(); }

private:
    std::vector<int> reached_;  ///< rows, this one included, that a cell takes of each column
    std::size_t column_ = 0;
};

TableCell set_cell(Context& context, const ast::ElementBlock& element, Span span,
                   const Css& css, Scope scope) {
    TableCell cell{{},
                   element.tag == "th",
                   span_of(element, "colspan"),
                   span_of(element, "rowspan"),
                   span};
    if (cell.header) scope = dress(context, scope, Element::TableHead);
    scope.paragraph.align = cell.header ? scope.paragraph.align : Align::Start;
    scope.paragraph.indent = Pt{};
    Css of_text = css;
    of_text.background.reset();
    scope = dress(context, std::move(scope), of_text, language_of(element.attributes));
    cell.children = set_blocks(context, element.children, scope);
    trim_spaces(cell.children);
    return cell;
}

void set_column(Table& table, std::size_t column, const TableCell& cell, const Css& css,
                Pt size) {
    if (column >= kMaxColumns) return;
    if (table.columns.size() <= column) table.columns.resize(column + 1);
    TableColumn& set = table.columns[column];
    if (cell.column_span > 1 || set.width || set.fraction) return;
    if (css.width.length) set.width = css.width.length->at(size);
    set.fraction = css.width.fraction;
    // Shares of the width are shares of a table that is as wide as the text.
    table.full_width = table.full_width || set.fraction.has_value();
}

/// Columns that ask for no width share what the others leave of a table as wide as the text.
void share_rest(Table& table) {
    Em taken;
    std::int64_t free = 0;
    for (const TableColumn& column : table.columns) {
        if (column.width) return;
        taken += column.fraction.value_or(Em{});
        free += column.fraction ? 0 : 1;
    }
    if (!table.full_width || taken <= Em{} || free == 0 || taken >= Em::of(1)) return;
    const Em share = (Em::of(1) - taken) / free;
    for (TableColumn& column : table.columns)
        if (!column.fraction) column.fraction = share;
}

bool is_head(const TableRow& row) {
    return !row.cells.empty() &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](const TableCell& cell) { return cell.header && cell.row_span == 1; });
}

}  // namespace

void set_html_table(Context& context, const ast::ElementBlock& element, Span span,
                    const Scope& scope, Blocks& out) {
    const Scope body = dress(context, scope, Element::Table);
    Table table;
    ColumnPlacer placer;
    for (const ast::Block& line : element.children) {
        const ast::ElementBlock* written = as_element(line, "tr");
        if (!written) continue;
        const Css of_row = read_css(written->attributes);
        Scope row_scope = dress(context, body, of_row, language_of(written->attributes));
        TableRow row;
        placer.start_row();
        for (const ast::Block& block : written->children) {
            const ast::ElementBlock* cell = as_cell(block);
            if (!cell) continue;
            Css css = read_css(cell->attributes);
            if (!css.align) css.align = of_row.align;
            row.cells.push_back(set_cell(context, *cell, block.span, css, row_scope));
            set_column(table, placer.place(row.cells.back()), row.cells.back(), css,
                       body.text.size);
        }
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() || placer.columns() == 0) return;
    table.columns.resize(std::max(table.columns.size(), placer.columns()));
    if (table.rows.size() > 1 && is_head(table.rows.front())) table.header_rows = 1;
    const Css css = read_css(element.attributes);
    TablePlace place{
        css.align.value_or(css.centered ? Align::Center : scope.paragraph.align), {}, {}};
    if (css.width.fraction && *css.width.fraction >= Em::of(1)) {
        table.full_width = true;
    } else if (css.width.length) {
        place.width = css.width.length->at(body.text.size);
    } else {
        place.fraction = css.width.fraction;
    }
    share_rest(table);
    append_table(context, std::move(table), span, body, place, out);
}

}  // namespace cvtex::styles
