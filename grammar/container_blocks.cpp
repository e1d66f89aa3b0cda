#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/column_blocks.hpp"
#include "grammar/containers.hpp"
#include "grammar/html_nodes.hpp"
#include "grammar/side_blocks.hpp"

namespace cvtex::grammar {
namespace {

enum class Meaning { None, Style, Left, Right, Columns, Column, Quote };

struct Name {
    std::string_view name;
    Meaning meaning = Meaning::None;
    std::string_view style;  ///< what HTML would have for it
};

// VuePress, Hexo's themes, markdown-it-container, pandoc and Bootstrap.
constexpr std::array kNames{
    Name{"center", Meaning::Style, "text-align:center"},
    Name{"centered", Meaning::Style, "text-align:center"},
    Name{"text-center", Meaning::Style, "text-align:center"},
    Name{"align-center", Meaning::Style, "text-align:center"},
    Name{"居中", Meaning::Style, "text-align:center"},
    Name{"left", Meaning::Left, "text-align:left"},
    Name{"text-left", Meaning::Left, "text-align:left"},
    Name{"align-left", Meaning::Left, "text-align:left"},
    Name{"居左", Meaning::Left, "text-align:left"},
    Name{"right", Meaning::Right, "text-align:right"},
    Name{"text-right", Meaning::Right, "text-align:right"},
    Name{"align-right", Meaning::Right, "text-align:right"},
    Name{"居右", Meaning::Right, "text-align:right"},
    Name{"justify", Meaning::Style, "text-align:justify"},
    Name{"columns", Meaning::Columns, "display:flex;gap:2em"},
    Name{"cols", Meaning::Columns, "display:flex;gap:2em"},
    Name{"row", Meaning::Columns, "display:flex;gap:2em"},
    Name{"flex", Meaning::Columns, "display:flex;gap:2em"},
    Name{"grid", Meaning::Columns, "display:flex;gap:2em"},
    Name{"分栏", Meaning::Columns, "display:flex;gap:2em"},
    Name{"column", Meaning::Column, "flex:1"},
    Name{"col", Meaning::Column, "flex:1"},
    Name{"keep", Meaning::Style, "break-inside:avoid"},
    Name{"no-break", Meaning::Style, "break-inside:avoid"},
    Name{"nobreak", Meaning::Style, "break-inside:avoid"},
    Name{"pagebreak", Meaning::Style, "break-after:page"},
    Name{"page-break", Meaning::Style, "break-after:page"},
    Name{"newpage", Meaning::Style, "break-after:page"},
    Name{"hidden", Meaning::Style, "display:none"},
    Name{"no-print", Meaning::Style, "display:none"},
    Name{"tip", Meaning::Quote, {}},
    Name{"note", Meaning::Quote, {}},
    Name{"warning", Meaning::Quote, {}},
    Name{"danger", Meaning::Quote, {}},
    Name{"caution", Meaning::Quote, {}},
    Name{"important", Meaning::Quote, {}},
};

/// The first of the element's classes that means something.
Name name_of(const ast::Block& block) {
    const auto* element = ast::get_if<ast::ElementBlock>(&block.node);
    if (element == nullptr || (element->tag != "div" && element->tag != "section")) return {};
    const std::string* classes = find_attribute(element->attributes, "class");
    if (classes == nullptr) return {};
    std::string_view rest = *classes;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        const auto* const found = std::find_if(
            kNames.begin(), kNames.end(), [&](const Name& each) { return each.name == word; });
        if (found != kNames.end()) return *found;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

/// Puts `style` before the element's own, which wins.
void add_style(ast::ElementBlock& element, std::string_view style, Span span) {
    for (ast::Attribute& each : element.attributes) {
        if (each.name != "style") continue;
        each.value = std::string(style) + ";" + each.value;
        return;
    }
    element.attributes.push_back({"style", std::string(style), span});
}

bool is_element(const ast::Block& block) {
    return ast::holds<ast::ElementBlock>(block.node);
}

/// Columns that the author wrote, or the contents shared out over as many as asked for.
void arrange_columns(ast::Block& block, const Name& name) {
    auto& element = ast::get<ast::ElementBlock>(block.node);
    const bool written =
        element.children.size() > 1 &&
        std::all_of(element.children.begin(), element.children.end(), is_element);
    if (written) {
        const std::string* gap = find_attribute(element.attributes, "gap");
        const std::string own = gap == nullptr ? "" : ";gap:" + *gap;
        return add_style(element, std::string(name.style) + own, block.span);
    }
    const std::string* count = find_attribute(element.attributes, "columns");
    const bool counted = count != nullptr && count->size() == 1;
    const int wanted = counted ? std::clamp((*count)[0] - '0', 1, 4) : 2;
    if (!element.children.empty()) {
        block = column_blocks(std::move(element.children), wanted, block.span);
    }
}

void arrange(ast::Block& block) {
    const Name name = name_of(block);
    switch (name.meaning) {
        case Meaning::None:
            return;
        case Meaning::Style:
        case Meaning::Left:
        case Meaning::Right:
            return add_style(ast::get<ast::ElementBlock>(block.node), name.style, block.span);
        case Meaning::Column: {
            auto& column = ast::get<ast::ElementBlock>(block.node);
            const bool sized = find_attribute(column.attributes, "width") != nullptr;
            if (!sized) add_style(column, name.style, block.span);
            return;
        }
        case Meaning::Columns:
            return arrange_columns(block, name);
        case Meaning::Quote: {
            ast::BlockQuote quote{std::move(ast::get<ast::ElementBlock>(block.node).children)};
            block.node = std::move(quote);
            return;
        }
    }
}

}  // namespace

void arrange_containers(ast::Blocks& blocks) {
    arrange_sides(blocks);
    const auto means_something = [](const ast::Block& block) {
        return name_of(block).meaning != Meaning::None;
    };
    if (std::none_of(blocks.begin(), blocks.end(), means_something)) return;
    ast::Blocks out;
    out.reserve(blocks.size());
    bool left_before = false;
    for (ast::Block& block : blocks) {
        const Meaning meaning = name_of(block).meaning;
        arrange(block);
        if (meaning == Meaning::Right && left_before) {
            ast::Block left = std::move(out.back());
            out.pop_back();
            out.push_back(side_by_side(std::move(left), std::move(block)));
        } else {
            out.push_back(std::move(block));
        }
        left_before = meaning == Meaning::Left;
    }
    blocks = std::move(out);
}

void take_alert_mark(ast::BlockQuote& quote) {
    if (quote.children.empty()) return;
    auto* paragraph = std::get_if<ast::Paragraph>(&quote.children.front().node);
    if (paragraph == nullptr || paragraph->children.empty()) return;
    ast::Inline& first = paragraph->children.front();
    auto* text = std::get_if<ast::Text>(&first.node);
    if (text == nullptr || !text->text.starts_with("[!")) return;
    std::size_t at = 2;
    while (at < text->text.size() && ascii::is_letter(text->text[at])) ++at;
    if (at == 2 || at == text->text.size() || text->text[at] != ']') return;
    ++at;
    // Obsidian marks what is folded; its title follows on the line.
    if (at < text->text.size() && (text->text[at] == '-' || text->text[at] == '+')) ++at;
    while (at < text->text.size() && text->text[at] == ' ') ++at;
    const bool exact = first.span.size() == text->text.size();
    text->text.erase(0, at);
    if (exact) first.span.begin += static_cast<std::uint32_t>(at);
    if (!text->text.empty()) return;
    ast::Inlines& line = paragraph->children;
    const bool breaks = line.size() > 1 && std::holds_alternative<ast::SoftBreak>(line[1].node);
    line.erase(line.begin(), line.begin() + (breaks ? 2 : 1));
    if (line.empty()) {
        quote.children.erase(quote.children.begin());
    } else {
        quote.children.front().span.begin = line.front().span.begin;
    }
}

}  // namespace cvtex::grammar
