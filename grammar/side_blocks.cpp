#include "grammar/side_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/html_nodes.hpp"
#include "grammar/parted_lines.hpp"

namespace cvtex::grammar {
namespace {

enum class Side { None, Left, Right };

/// Which side the element's style floats it to.
Side floated(const ast::Block& block) {
    const auto* element = ast::get_if<ast::ElementBlock>(&block.node);
    const std::string* style =
        element == nullptr ? nullptr : find_attribute(element->attributes, "style");
    if (style == nullptr) return Side::None;
    std::string text;
    for (const char c : *style) {
        if (c != ' ' && c != '\n' && c != '\t') text += c;
    }
    if (text.find("float:left") != std::string::npos) return Side::Left;
    return text.find("float:right") != std::string::npos ? Side::Right : Side::None;
}

bool has_word(const std::string* words, std::string_view word) {
    return words != nullptr && (*words == word || words->starts_with(std::string(word) + " ") ||
                                words->ends_with(" " + std::string(word)));
}

/// LapisCV's title of an entry: `<div alt="entry-title"><h3>…</h3><p>…</p></div>`.
bool is_entry_title(const ast::Block& block) {
    const auto* element = ast::get_if<ast::ElementBlock>(&block.node);
    if (element == nullptr || element->tag != "div" || element->children.size() < 2)
        return false;
    return (has_word(find_attribute(element->attributes, "alt"), "entry-title") ||
            has_word(find_attribute(element->attributes, "class"), "entry-title")) &&
           ast::holds<ast::Heading>(element->children[0].node);
}

/// The inlines of a block that is one line; null for others.
ast::Inlines* line_of(ast::Block& block) {
    if (auto* paragraph = std::get_if<ast::Paragraph>(&block.node)) return &paragraph->children;
    if (auto* heading = ast::get_if<ast::Heading>(&block.node)) return &heading->children;
    auto* element = ast::get_if<ast::ElementBlock>(&block.node);
    const bool wraps = element != nullptr && element->children.size() == 1 &&
                       (element->tag == "p" || element->tag == "div");
    return wraps ? line_of(element->children[0]) : nullptr;
}

void append_entry_title(ast::Block block, ast::Blocks& out) {
    ast::Blocks children = std::move(ast::get<ast::ElementBlock>(block.node).children);
    ast::Inlines* right = line_of(children[1]);
    if (right != nullptr && !right->empty()) {
        auto& heading = ast::get<ast::Heading>(children[0].node);
        append_right_part(heading.children, std::move(*right));
        children[0].span = block.span;
        children.erase(children.begin() + 1);
    }
    std::move(children.begin(), children.end(), std::back_inserter(out));
}

/// The one line of a definition; null when there is more.
ast::Inlines* line_of(ast::Blocks& definition) {
    return definition.size() == 1 ? line_of(definition[0]) : nullptr;
}

ast::Block cell(ast::Inlines line, Span span, bool grows) {
    ast::ElementBlock box{"div", {}, {}};
    if (grows) box.attributes.push_back({"style", "flex:1", span});
    box.children.push_back({span, ast::Paragraph{std::move(line)}});
    return {span, std::move(box)};
}

Span span_of(const ast::Inlines& line) {
    return join(line.front().span, line.back().span);
}

/// oh-my-cv's lines: the term, then what stands beside it, the last at the right end.
ast::Block side_line(ast::DefinitionItem item) {
    if (item.definitions.size() == 1) {
        append_right_part(item.term, std::move(*line_of(item.definitions[0])));
        return {item.span, ast::Paragraph{std::move(item.term)}};
    }
    ast::ElementBlock row{"div", {}, {}};
    row.attributes.push_back(
        {"style", "display:flex;justify-content:space-between;gap:1em", item.span});
    const Span term = span_of(item.term);
    row.children.push_back(cell(std::move(item.term), term, true));
    for (std::size_t i = 0; i < item.definitions.size(); ++i) {
        ast::Inlines& line = *line_of(item.definitions[i]);
        const Span span = span_of(line);
        row.children.push_back(cell(std::move(line), span, i + 1 < item.definitions.size()));
    }
    return {item.span, std::move(row)};
}

bool is_side_line(ast::DefinitionItem& item) {
    const auto is_line = [](ast::Blocks& definition) {
        const ast::Inlines* line = line_of(definition);
        return line != nullptr && !line->empty();
    };
    return item.marker == '~' && !item.term.empty() && !item.definitions.empty() &&
           std::all_of(item.definitions.begin(), item.definitions.end(), is_line);
}

void append_definitions(ast::Block block, ast::Blocks& out) {
    auto& list = std::get<ast::DefinitionList>(block.node);
    for (ast::DefinitionItem& item : list.items) {
        const Span span = item.span;
        if (is_side_line(item)) {
            out.push_back(side_line(std::move(item)));
            continue;
        }
        const bool goes_on = !out.empty() && out.back().span.begin >= block.span.begin &&
                             std::holds_alternative<ast::DefinitionList>(out.back().node);
        if (!goes_on) out.push_back({span, ast::DefinitionList{}});
        std::get<ast::DefinitionList>(out.back().node).items.push_back(std::move(item));
        out.back().span = join(out.back().span, span);
    }
}

bool is_sided(const ast::Block& block) {
    const auto* list = std::get_if<ast::DefinitionList>(&block.node);
    const bool lines =
        list != nullptr && std::any_of(list->items.begin(), list->items.end(),
                                       [](const auto& item) { return item.marker == '~'; });
    return lines || is_entry_title(block) || floated(block) == Side::Right;
}

}  // namespace

ast::Block side_by_side(ast::Block left, ast::Block right) {
    const Span span = join(left.span, right.span);
    ast::ElementBlock row{"div", {}, {}};
    row.attributes.push_back({"style", "display:flex;justify-content:space-between", span});
    row.children.push_back(std::move(left));
    row.children.push_back(std::move(right));
    return {span, std::move(row)};
}

void arrange_sides(ast::Blocks& blocks) {
    if (std::none_of(blocks.begin(), blocks.end(), is_sided)) return;
    ast::Blocks out;
    bool left_before = false;
    for (ast::Block& block : blocks) {
        const Side side = floated(block);
        if (is_entry_title(block)) {
            append_entry_title(std::move(block), out);
        } else if (std::holds_alternative<ast::DefinitionList>(block.node)) {
            append_definitions(std::move(block), out);
        } else if (side == Side::Right && left_before) {
            ast::Block left = std::move(out.back());
            out.pop_back();
            out.push_back(side_by_side(std::move(left), std::move(block)));
        } else {
            out.push_back(std::move(block));
        }
        left_before = side == Side::Left;
    }
    blocks = std::move(out);
}

}  // namespace cvtex::grammar
