#include <algorithm>

#include "base/unicode.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/recognize.hpp"

namespace cvtex::styles {
namespace {

/// Dates go beside headings from this dressed level on: above it are sections and titles.
constexpr int kFirstEntryLevel = 3;
/// Heading and date must leave this part of the measure free to share a line.
constexpr int kFreePercent = 8;

Element heading_element(const Context& context, int level) {
    const int dressed = std::clamp(level + context.heading_shift, 1, 6);
    return static_cast<Element>(static_cast<int>(Element::Heading1) + dressed - 1);
}

bool is_entry(Element element) {
    return static_cast<int>(element) - static_cast<int>(Element::Heading1) + 1 >=
           kFirstEntryLevel;
}

/// The inlines of a line of dates below a heading; null when `next` is none.
const ast::Inlines* date_line(const ast::Block* next) {
    if (!next) return nullptr;
    const ast::Inlines* inlines = nullptr;
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&next->node))
        inlines = &paragraph->children;
    if (const auto* heading = std::get_if<ast::Heading>(&next->node))
        inlines = &heading->children;
    if (!inlines || inlines->size() > 32) return nullptr;
    const bool multiline =
        std::any_of(inlines->begin(), inlines->end(), [](const ast::Inline& node) {
            return std::holds_alternative<ast::SoftBreak>(node.node) ||
                   std::holds_alternative<ast::HardBreak>(node.node);
        });
    return !multiline && is_dated_line(plain_text(*inlines)) ? inlines : nullptr;
}

Pt text_measure(const Context& context) {
    const Insets& margin = context.out.page.margin;
    return context.out.page.size.width - margin.left - margin.right;
}

/// Half an em a terminal column: an estimate before any font is known, a little above what
/// Latin text takes.
Pt estimate_width(std::string_view text, Pt size) {
    return size * static_cast<std::int64_t>(unicode::display_width(text)) / 2;
}

bool share_a_line(const Context& context, const std::string& heading,
                  const Scope& heading_scope, const std::string& date,
                  const Scope& date_scope) {
    const Pt width = estimate_width(heading, heading_scope.text.size) +
                     estimate_width(date, date_scope.text.size);
    return heading_scope.list_depth == 0 &&
           width <= text_measure(context).scaled(100 - kFreePercent, 100);
}

}  // namespace

std::size_t set_heading(Context& context, const ast::Block& block, const ast::Block* next,
                        const Scope& scope, Blocks& out) {
    const auto& heading = std::get<ast::Heading>(block.node);
    const Element element = heading_element(context, heading.level);
    const Css css = read_css(heading.attributes);
    const Scope inner = dress(context, dress(context, scope, element), css, {});
    LineContent line = set_line(context, heading.children, inner);
    if (line.content.empty()) std::swap(line.content, line.aside);
    if (line.content.empty()) return 1;

    Paragraph paragraph;
    paragraph.style = inner.paragraph;
    paragraph.content = std::move(line.content);
    paragraph.aside = std::move(line.aside);
    paragraph.heading_level = heading.level;
    paragraph.anchor = heading.id;
    paragraph.outline_title = plain_text(heading.children);

    const ast::Inlines* dates = date_line(next);
    std::optional<Block> own_line;
    if (dates && paragraph.aside.empty() && context.sheet.entry.date_aside &&
        is_entry(element)) {
        Scope date_scope = dress(context, scope, Element::EntryDate);
        date_scope.plain_emphasis = true;
        InlineItems items = set_inlines(context, *dates, date_scope);
        if (share_a_line(context, paragraph.outline_title, inner, plain_text(*dates),
                         date_scope)) {
            paragraph.aside = std::move(items);
        } else {
            Paragraph meta;
            meta.style = date_scope.paragraph;
            meta.style.align = Align::Start;
            meta.style.indent = Pt{};
            meta.content = std::move(items);
            BoxStyle box = box_of(context, element, inner.text.size);
            own_line = Block{{}, std::move(meta), next->span};
            own_line->box.space_after = box.space_after;
            own_line->box.keep_with_next = true;
        }
    } else {
        dates = nullptr;
    }

    BoxStyle box = box_of(context, element, inner.text.size);
    box.break_before = box.break_before || css.break_before;
    out.push_back({box, std::move(paragraph), block.span});
    if (own_line) {
        out.back().box.space_after = Pt{};
        out.push_back(std::move(*own_line));
    }
    return dates ? 2 : 1;
}

}  // namespace cvtex::styles
