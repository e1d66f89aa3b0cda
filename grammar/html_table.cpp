#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"
#include "grammar/html_nodes.hpp"

namespace cvtex::grammar {
namespace {

/// Short rows are filled up to the longest; beyond this factor the table is hostile.
constexpr std::size_t kMaxFill = 4;
constexpr std::size_t kFreeFill = 1000;

struct Cell {
    Span span;
    bool header = false;
    ast::Attributes attributes;
    ast::Blocks blocks;
};

struct Row {
    Span span;
    bool in_head = false;
    ast::Attributes attributes;
    std::vector<Cell> cells;
};

struct Parts {
    std::vector<Row> rows;
    ast::Blocks before;  ///< caption and stray contents
};

bool is_space(const SoupNode& node) {
    const auto* text = std::get_if<SoupText>(&node.node);
    return text != nullptr && text->is_space;
}

void add_stray(SoupNode node, HtmlContext& context, Parts& parts) {
    SoupNodes nodes;
    nodes.push_back(std::move(node));
    for (ast::Block& block : blocks_from_soup(std::move(nodes), context)) {
        parts.before.push_back(std::move(block));
    }
}

Row collect_row(SoupElement element, Span span, HtmlContext& context, Parts& parts) {
    Row row;
    row.span = span;
    row.attributes = std::move(element.attributes);
    for (SoupNode& child : element.children) {
        auto* cell = std::get_if<SoupElement>(&child.node);
        if (cell != nullptr && (cell->tag == "td" || cell->tag == "th")) {
            row.cells.push_back({child.span, cell->tag == "th", std::move(cell->attributes),
                                 blocks_from_soup(std::move(cell->children), context)});
        } else if (!is_space(child)) {
            add_stray(std::move(child), context, parts);
        }
    }
    return row;
}

void collect(SoupNodes nodes, bool in_head, HtmlContext& context, Parts& parts) {
    for (SoupNode& node : nodes) {
        if (is_space(node)) continue;
        auto* element = std::get_if<SoupElement>(&node.node);
        if (element == nullptr) {
            add_stray(std::move(node), context, parts);
        } else if (element->tag == "tr") {
            parts.rows.push_back(collect_row(std::move(*element), node.span, context, parts));
            parts.rows.back().in_head = in_head;
        } else if (element->tag == "thead" || element->tag == "tbody" ||
                   element->tag == "tfoot") {
            collect(std::move(element->children), element->tag == "thead", context, parts);
        } else if (element->tag == "caption") {
            ast::Blocks blocks = blocks_from_soup(std::move(element->children), context);
            ast::ElementBlock caption{"caption", std::move(element->attributes),
                                      std::move(blocks)};
            parts.before.push_back({node.span, std::move(caption)});
        } else if (element->tag == "td" || element->tag == "th") {
            SoupElement row{"tr", {}, {}, true, true};
            const Span span = node.span;
            row.children.push_back(std::move(node));
            parts.rows.push_back(collect_row(std::move(row), span, context, parts));
        } else {
            add_stray(std::move(node), context, parts);
        }
    }
}

/// Only paragraphs, perhaps in plain boxes: such a cell loses nothing as inlines.
bool is_simple(const ast::Blocks& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const ast::Block& block) {
        if (std::holds_alternative<ast::Paragraph>(block.node)) return true;
        const auto* box = ast::get_if<ast::ElementBlock>(&block.node);
        return box != nullptr &&
               (box->tag == "div" || box->tag == "p" || box->tag == "center") &&
               is_simple(box->children);
    });
}

bool spans_cells(const Cell& cell) {
    for (const char* name : {"colspan", "rowspan"}) {
        const std::string* value = find_attribute(cell.attributes, name);
        if (value != nullptr && *value != "1" && !value->empty()) return true;
    }
    return false;
}

/// Whether the author says how wide it is.
bool is_sized(const ast::Attributes& attributes) {
    const std::string* style = find_attribute(attributes, "style");
    return find_attribute(attributes, "width") != nullptr ||
           (style != nullptr && style->find("width") != std::string::npos);
}

bool is_regular(const std::vector<Row>& rows, const ast::Attributes& attributes) {
    if (is_sized(attributes)) return false;
    std::size_t columns = 0;
    std::size_t cells = 0;
    for (const Row& row : rows) {
        columns = std::max(columns, row.cells.size());
        cells += row.cells.size();
        for (const Cell& cell : row.cells) {
            if (spans_cells(cell) || is_sized(cell.attributes) || !is_simple(cell.blocks)) {
                return false;
            }
        }
    }
    return columns > 0 && columns * rows.size() <= cells * kMaxFill + kFreeFill;
}

ast::CellAlign alignment_of(const Cell& cell) {
    std::string wanted;
    if (const std::string* align = find_attribute(cell.attributes, "align")) wanted = *align;
    if (const std::string* style = find_attribute(cell.attributes, "style")) {
        const auto at = style->find("text-align:");
        if (at != std::string::npos) {
            const auto value = style->find_first_not_of(' ', at + 11);
            if (value != std::string::npos) wanted = style->substr(value);
        }
    }
    if (wanted.starts_with("left")) return ast::CellAlign::Left;
    if (wanted.starts_with("center")) return ast::CellAlign::Center;
    if (wanted.starts_with("right")) return ast::CellAlign::Right;
    return ast::CellAlign::None;
}

ast::TableRow make_row(Row row, std::size_t columns) {
    ast::TableRow made{row.span, {}};
    for (Cell& cell : row.cells) {
        made.cells.push_back({cell.span, flatten_blocks(std::move(cell.blocks))});
    }
    const Span end{row.span.file, row.span.end, row.span.end};
    while (made.cells.size() < columns) made.cells.push_back({end, {}});
    return made;
}

ast::Table make_table(std::vector<Row> rows) {
    ast::Table table;
    for (const Row& row : rows) {
        table.columns.resize(std::max(table.columns.size(), row.cells.size()));
    }
    for (std::size_t r = std::min<std::size_t>(rows.size(), 2); r-- > 0;) {
        for (std::size_t c = 0; c < rows[r].cells.size(); ++c) {
            const ast::CellAlign align = alignment_of(rows[r].cells[c]);
            if (align != ast::CellAlign::None) table.columns[c] = align;
        }
    }
    const auto is_header = [](const Cell& cell) { return cell.header; };
    const Row& first = rows.front();
    const bool has_head =
        first.in_head || (!first.cells.empty() &&
                          std::all_of(first.cells.begin(), first.cells.end(), is_header));
    std::size_t next = 0;
    if (has_head) {
        table.head = make_row(std::move(rows[next++]), table.columns.size());
    } else {
        const Span at{first.span.file, first.span.begin, first.span.begin};
        table.head = make_row({at, true, {}, {}}, table.columns.size());
    }
    for (; next < rows.size(); ++next) {
        table.rows.push_back(make_row(std::move(rows[next]), table.columns.size()));
    }
    return table;
}

ast::ElementBlock make_tree(std::vector<Row> rows) {
    ast::ElementBlock table{"table", {}, {}};
    for (Row& row : rows) {
        ast::ElementBlock line{"tr", std::move(row.attributes), {}};
        for (Cell& cell : row.cells) {
            line.children.push_back({cell.span, ast::ElementBlock{cell.header ? "th" : "td",
                                                                  std::move(cell.attributes),
                                                                  std::move(cell.blocks)}});
        }
        table.children.push_back({row.span, std::move(line)});
    }
    return table;
}

}  // namespace

void append_table(SoupElement element, Span span, HtmlContext& context, ast::Blocks& out) {
    Parts parts;
    collect(std::move(element.children), false, context, parts);
    for (ast::Block& block : parts.before) out.push_back(std::move(block));
    if (parts.rows.empty()) return;
    if (!is_regular(parts.rows, element.attributes)) {
        ast::ElementBlock tree = make_tree(std::move(parts.rows));
        tree.attributes = std::move(element.attributes);
        out.push_back({span, std::move(tree)});
        return;
    }
    ast::Block table{span, make_table(std::move(parts.rows))};
    append_boxed(element.attributes, std::move(table), out);
}

}  // namespace cvtex::grammar
