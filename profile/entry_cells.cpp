// Boxes side by side whose texts are the parts of one entry's head.

#include <algorithm>

#include "base/ascii.hpp"
#include "profile/entry_head.hpp"
#include "profile/lines.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

constexpr std::size_t kMostCells = 6;

/// Adds the line of each cell; false when a cell is more than one line.
bool add_cell(const ast::Block& block, std::vector<SourceLine>& cells) {
    if (const auto* element = ast::get_if<ast::ElementBlock>(&block.node))
        return std::all_of(element->children.begin(), element->children.end(),
                           [&](const ast::Block& child) { return add_cell(child, cells); });
    const ast::Inlines* inlines = nullptr;
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        inlines = &paragraph->children;
    if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
        inlines = &heading->children;
    if (!inlines || cells.size() == kMostCells) return false;
    // `<span>…</span> <span>…</span>`: each is a cell.
    std::vector<const ast::Inlines*> spans;
    for (const ast::Inline& node : *inlines) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        if (std::holds_alternative<ast::SoftBreak>(node.node) ||
            (text && ascii::trim(text->text).empty()))
            continue;
        const ast::Inlines* inner = nullptr;
        if (const auto* strong = std::get_if<ast::Strong>(&node.node))
            inner = &strong->children;
        if (const auto* emphasis = std::get_if<ast::Emphasis>(&node.node))
            inner = &emphasis->children;
        const auto* element = ast::get_if<ast::Element>(&node.node);
        if (element && element->tag != "img" && element->tag != "br")
            inner = &element->children;
        if (!inner) {
            spans.clear();
            break;
        }
        spans.push_back(inner);
    }
    if (spans.size() < 2) spans = {inlines};
    for (const ast::Inlines* cell : spans) {
        auto line = only_line(*cell);
        if (!line) return ascii::trim(run_text(*cell).text).empty();
        cells.push_back(std::move(*line));
    }
    return true;
}

bool has_flex(const ast::ElementBlock& element) {
    return std::any_of(element.attributes.begin(), element.attributes.end(),
                       [](const ast::Attribute& attribute) {
                           return attribute.name == "style" &&
                                  attribute.value.find("flex") != std::string::npos &&
                                  attribute.value.find("display") != std::string::npos;
                       });
}

void add_cells(const ast::TableRow& row, std::vector<SourceLine>& cells) {
    for (const ast::TableCell& cell : row.cells)
        if (auto line = only_line(cell.children)) cells.push_back(std::move(*line));
}

bool is_empty(const ast::TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
        return ascii::trim(run_text(cell.children).text).empty();
    });
}

/// The first rows of a table, without a head that is empty because the syntax asks for one.
std::vector<const ast::TableRow*> first_rows(const ast::Table& table, std::size_t most) {
    std::vector<const ast::TableRow*> rows;
    if (!is_empty(table.head)) rows.push_back(&table.head);
    for (const ast::TableRow& row : table.rows) {
        if (rows.size() == most) break;
        rows.push_back(&row);
    }
    return rows;
}

/// `| **Firm** | dates |`, then `| role | place |`: all of a table of two columns is one head.
bool is_head_and_facts(const std::vector<const ast::TableRow*>& rows) {
    if (rows.size() < 2 || rows.size() > kMostHeadLines || rows[0]->cells.size() != 2)
        return false;
    std::vector<SourceLine> head;
    add_cells(*rows[0], head);
    if (head.size() != 2 || !std::any_of(head.begin(), head.end(), has_date)) return false;
    return std::all_of(rows.begin() + 1, rows.end(), [](const ast::TableRow* row) {
        std::vector<SourceLine> cells;
        add_cells(*row, cells);
        return !cells.empty() && is_plain_fact(text_of(cells[0])) &&
               std::all_of(cells.begin(), cells.end(), [](const SourceLine& cell) {
                   return is_short_fact(text_of(cell)) && !has_date(cell);
               });
    });
}

/// The only row of an HTML table, or null.
const ast::ElementBlock* only_row(const ast::ElementBlock& element) {
    if (element.tag == "tr") return &element;
    if (element.tag != "table" && element.tag != "tbody" && element.tag != "thead")
        return nullptr;
    const ast::ElementBlock* row = nullptr;
    for (const ast::Block& child : element.children) {
        const auto* inner = ast::get_if<ast::ElementBlock>(&child.node);
        if (!inner || row) return nullptr;
        row = only_row(*inner);
        if (!row) return nullptr;
    }
    return row;
}

}  // namespace

std::vector<SourceLine> cells_of(const ast::Block& block) {
    std::vector<SourceLine> cells;
    if (const auto* table = ast::get_if<ast::Table>(&block.node)) {
        const auto rows = first_rows(*table, kMostHeadLines + 1);
        if (rows.empty() || rows[0]->cells.size() > kMostCells) return {};
        if (rows.size() > 1 && !is_head_and_facts(rows)) return {};
        for (const ast::TableRow* row : rows) add_cells(*row, cells);
    } else if (const auto* element = ast::get_if<ast::ElementBlock>(&block.node)) {
        const ast::ElementBlock* row = has_flex(*element) ? element : only_row(*element);
        if (!row) return {};
        for (const ast::Block& child : row->children)
            if (!add_cell(child, cells)) return {};
    }
    if (cells.size() < 2) cells.clear();
    return cells;
}

}  // namespace cvtex::profile
