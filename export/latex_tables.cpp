#include <algorithm>
#include <utility>

#include "base/unicode.hpp"
#include "export/latex_escape.hpp"
#include "export/latex_writer.hpp"
#include "export/plain_inlines.hpp"

namespace cvtex::exporting {

using namespace styles;

namespace {

/// Columns of a line in half em: about what stands between A4's margins.
constexpr std::size_t kLine = 84;
/// A column wider than this is broken into lines when the table is wider than a line.
constexpr std::size_t kWide = 16;
/// A column whose text is broken into lines, which may hold blocks.
constexpr char kBroken = 'X';

/// The width of a cell's text in half em; nothing when it holds more than one paragraph.
std::optional<std::size_t> width_of(const TableCell& cell) {
    if (cell.children.empty()) return 0;
    const auto* text = std::get_if<Paragraph>(&cell.children[0].node);
    if (cell.children.size() > 1 || text == nullptr) return std::nullopt;
    return unicode::display_width(plain_inlines(text->content)) +
           unicode::display_width(plain_inlines(text->aside));
}

char letter(Align align) {
    return align == Align::Center ? 'c' : align == Align::End ? 'r' : 'l';
}

/// A letter for each column, as tabularx has them.
std::vector<char> columns_of(const Table& node) {
    std::vector<std::size_t> widths(node.columns.size());
    std::vector<char> columns;
    for (const TableColumn& column : node.columns) columns.push_back(letter(column.align));
    for (const TableRow& row : node.rows) {
        std::size_t at = 0;
        for (const TableCell& cell : row.cells) {
            if (at >= columns.size()) break;
            const std::optional<std::size_t> width = width_of(cell);
            if (!width) columns[at] = kBroken;
            if (width && cell.column_span == 1) widths[at] = std::max(widths[at], *width);
            at += static_cast<std::size_t>(std::max(cell.column_span, 1));
        }
    }
    std::size_t all = 0;
    for (const std::size_t width : widths) all += width + 2;
    for (std::size_t i = 0; all > kLine && i < columns.size(); ++i)
        if (widths[i] > kWide) columns[i] = kBroken;
    const bool wide = all > kLine && !columns.empty() &&
                      std::find(columns.begin(), columns.end(), kBroken) == columns.end();
    if (wide) std::fill(columns.begin(), columns.end(), kBroken);  // many narrow columns
    return columns;
}

}  // namespace

void LatexWriter::table(const Table& node) {
    if (node.columns.empty() || node.rows.empty()) return;
    const std::vector<char> columns = columns_of(node);
    const bool broken = std::find(columns.begin(), columns.end(), kBroken) != columns.end();
    // Inside another table tabularx must stand in braces of its own.
    part();
    out_ += broken ? "{\\begin{tabularx}{\\linewidth}{" : "{\\begin{tabular}{";
    out_ += std::string(columns.begin(), columns.end()) + "}\n\\toprule\n";
    ++boxes_;
    const bool in_header = std::exchange(in_header_, false);
    for (std::size_t row = 0; row < node.rows.size(); ++row) table_row(node, row, columns);
    in_header_ = in_header;
    --boxes_;
    out_ += broken ? "\\bottomrule\n\\end{tabularx}}\n\n" : "\\bottomrule\n\\end{tabular}}\n\n";
    note_texts();
}

void LatexWriter::table_row(const Table& node, std::size_t row,
                            const std::vector<char>& columns) {
    std::size_t at = 0;
    for (const TableCell& each : node.rows[row].cells) {
        if (at >= columns.size()) break;
        if (at > 0) out_ += " & ";
        const std::size_t span = std::min<std::size_t>(
            static_cast<std::size_t>(std::max(each.column_span, 1)), columns.size() - at);
        const char column = columns[at];
        if (span > 1) {
            const char as = column == kBroken ? 'l' : column;
            out_ += "\\multicolumn{" + std::to_string(span) + "}{" + std::string(1, as) + "}{";
            cell(each, as);
            out_ += "}";
        } else {
            cell(each, column);
        }
        at += span;
    }
    // Nothing behind the break: a rule must come first in its row, and cells begin with braces.
    out_ += " \\\\\n";
    if (row + 1 == static_cast<std::size_t>(std::max(node.header_rows, 0)) &&
        row + 1 < node.rows.size())
        out_ += "\\midrule\n";
}

void LatexWriter::cell(const TableCell& cell, char column) {
    std::string outer = std::exchange(out_, {});
    if (column == kBroken) {
        blocks(cell.children);
    } else {  // one line
        for (const Block& child : cell.children) {
            if (const auto* text = std::get_if<Paragraph>(&child.node)) {
                out_ += inlines(text->content, cell.header);
                if (!text->aside.empty()) out_ += " " + inlines(text->aside);
            }
        }
        for (std::size_t at; (at = out_.find("\\\\{}\n")) != std::string::npos;)
            out_.replace(at, 5, " ");
    }
    while (out_.ends_with('\n') || out_.ends_with(' ')) out_.pop_back();
    const std::string text = std::exchange(out_, std::move(outer));
    // Braces: what a cell begins with must not be read as an option of the row's break.
    out_ += cell.header && !text.empty() && column != kBroken ? "\\textbf{" + text + "}"
                                                              : "{" + text + "}";
}

}  // namespace cvtex::exporting
