#include <algorithm>

#include "base/unicode.hpp"
#include "export/page_writer.hpp"
#include "export/plain_inlines.hpp"

namespace cvtex::exporting {

using namespace styles;

namespace {

/// `blocks` with their paragraphs aligned as the column asks, as on paper.
Blocks aligned(const Blocks& blocks, Align align) {
    Blocks out = blocks;
    for (Block& block : out)
        if (auto* paragraph = std::get_if<Paragraph>(&block.node))
            paragraph->style.align = align;
    return out;
}

/// Browsers squeeze columns of Han to a character: cells keep four, or what they hold.
std::string css_least_width(const TableCell& cell) {
    constexpr std::size_t kColumns = 8;  // of a terminal
    if (cell.children.size() != 1 || cell.column_span > 1) return {};
    const auto* paragraph = std::get_if<Paragraph>(&cell.children.front().node);
    if (!paragraph) return {};
    const std::string text = plain_inlines(paragraph->content);
    if (text.empty() || text.find('\n') != std::string::npos) return {};
    const bool is_short = unicode::display_width(text) <= kColumns;
    return is_short ? "white-space:nowrap;" : "min-width:4em;";
}

/// Whether a row holds nothing but lines of text.
bool is_text(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const RowCell& cell) {
        return std::all_of(cell.children.begin(), cell.children.end(), [](const Block& block) {
            const auto* inner = std::get_if<Row>(&block.node);
            return std::holds_alternative<Paragraph>(block.node) || (inner && is_text(*inner));
        });
    });
}

std::string_view align_items(RowAlign align) {
    if (align == RowAlign::Top) return "start";
    return align == RowAlign::Middle ? "center" : "baseline";
}

std::string_view justify_content(Distribute distribute) {
    switch (distribute) {
        case Distribute::Start:
            return "start";
        case Distribute::Center:
            return "center";
        case Distribute::End:
            return "end";
        case Distribute::SpaceBetween:
            return "space-between";
    }
    return "start";
}

}  // namespace

void PageWriter::table(const Block& block, const Table& node) {
    std::string css = css_of(block);
    if (node.full_width) css += "width:100%;";
    out_ += "<table" + classes_.attribute(css) + ">\n<colgroup>";
    for (const TableColumn& column : node.columns) {
        std::string width;
        if (column.width) width = "width:" + css_length(*column.width) + ";";
        if (column.fraction) width = "width:" + css_percent(*column.fraction) + ";";
        out_ += "<col" + classes_.attribute(width) + ">";
    }
    out_ += "</colgroup>\n";
    const auto headers = static_cast<std::size_t>(std::max(node.header_rows, 0));
    for (std::size_t i = 0; i < node.rows.size(); ++i) {
        if (i == 0) out_ += headers > 0 ? "<thead>\n" : "<tbody>\n";
        if (i == headers && i > 0) out_ += "</thead>\n<tbody>\n";
        table_row(node, i);
    }
    if (!node.rows.empty()) out_ += node.rows.size() <= headers ? "</thead>\n" : "</tbody>\n";
    out_ += "</table>\n";
}

void PageWriter::table_row(const Table& node, std::size_t row) {
    const auto headers = static_cast<std::size_t>(std::max(node.header_rows, 0));
    std::string css;
    if (row == 0 && node.top_rule && !node.under_rule) css += css_border("top", *node.top_rule);
    const bool last = row + 1 == node.rows.size();
    const auto& below = last                 ? node.bottom_rule
                        : row + 1 == headers ? node.header_rule
                                             : node.row_rule;
    if (below) css += css_border("bottom", *below);
    if (row < headers && node.header_background)
        css += "background:" + css_color(*node.header_background) + ";";
    out_ += "<tr" + classes_.attribute(css) + ">\n";
    std::size_t column = 0;
    for (const TableCell& cell : node.rows[row].cells) {
        BoxStyle box;
        box.padding = node.cell_padding;
        if (column > 0) box.left = node.column_rule;
        std::string cell_css = css_box(box) + css_least_width(cell);
        const Align align =
            column < node.columns.size() ? node.columns[column].align : Align::Start;
        if (column < node.columns.size()) cell_css += css_text_align(align);
        out_ += cell.header ? row < headers ? "<th scope=\"col\"" : "<th scope=\"row\"" : "<td";
        if (cell.column_span > 1)
            out_ += " colspan=\"" + std::to_string(cell.column_span) + "\"";
        if (cell.row_span > 1) out_ += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
        out_ += classes_.attribute(cell_css) + ">";
        const bool moved = align == Align::Center || align == Align::End;
        blocks(moved ? aligned(cell.children, align) : cell.children);
        out_ += cell.header ? "</th>\n" : "</td>\n";
        column += static_cast<std::size_t>(std::max(cell.column_span, 1));
    }
    out_ += "</tr>\n";
}

void PageWriter::row(const Block& block, const Row& node) {
    std::string css = css_of(block) + "display:flex;gap:" + css_length(node.gap) + ";";
    css.append("align-items:").append(align_items(node.align)).append(";");
    css.append("justify-content:").append(justify_content(node.distribute)).append(";");
    // Side by side on paper; below each other on screens that have no room.
    const bool wraps = is_text(node);
    if (wraps) css += "flex-wrap:var(--wrap,nowrap);";
    out_ += "<div" + classes_.attribute(css) + ">\n";
    for (const RowCell& cell : node.cells) {
        out_ += "<div" + classes_.attribute(css_cell(cell, wraps)) + ">\n";
        blocks(cell.children);
        out_ += "</div>\n";
    }
    out_ += "</div>\n";
}

}  // namespace cvtex::exporting
