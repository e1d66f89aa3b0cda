#include <algorithm>

#include "profile/lines.hpp"
#include "styles/blocks.hpp"
#include "styles/entries.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

/// Dates go beside headings from this dressed level on: above it are sections and titles.
constexpr int kFirstEntryLevel = 3;

Element heading_element(const Context& context, int level) {
    // A lone level-1 heading is a title wherever it stands.
    const bool title = level == 1 && !context.has_several_titles;
    const int dressed = title ? 1 : std::clamp(level + context.heading_shift, 1, 6);
    return static_cast<Element>(static_cast<int>(Element::Heading1) + dressed - 1);
}

bool is_entry(Element element) {
    return static_cast<int>(element) - static_cast<int>(Element::Heading1) + 1 >=
           kFirstEntryLevel;
}

bool is_single_line(const ast::Inlines& inlines) {
    constexpr std::size_t kMostNodes = 32;
    return inlines.size() <= kMostNodes &&
           std::none_of(inlines.begin(), inlines.end(), [](const ast::Inline& node) {
               return std::holds_alternative<ast::SoftBreak>(node.node) ||
                      std::holds_alternative<ast::HardBreak>(node.node);
           });
}

/// The line of facts below an entry's heading: dates, place, scope.
struct FactLine {
    const ast::Inlines* inlines = nullptr;
    bool dated = false;  ///< begins with dates: may stand beside the heading
};

/// `next` as such a line below a heading of `level`: dates, or one short line all in emphasis.
FactLine find_fact_line(const ast::Block* next, int level) {
    const ast::Inlines* inlines = nullptr;
    bool emphasized = false;
    if (!next) return {};
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&next->node)) {
        inlines = &paragraph->children;
        emphasized = inlines->size() == 1 &&
                     std::holds_alternative<ast::Emphasis>(inlines->front().node);
    } else if (const auto* heading = std::get_if<ast::Heading>(&next->node)) {
        // A heading of the same level is the next entry, not this one's date.
        if (heading->level > level) inlines = &heading->children;
    }
    if (!inlines || !is_single_line(*inlines)) return {};
    const std::string text = plain_text(*inlines);
    if (profile::is_dated_line(text)) return {inlines, true};
    return emphasized && profile::is_short_phrase(text) ? FactLine{inlines, false} : FactLine{};
}

/// Facts that do not fit beside their heading, on a line below it.
Block fact_block(InlineItems items, const Scope& scope, Span span, Pt space_after) {
    Paragraph line;
    line.style = scope.paragraph;
    line.style.align = Align::Start;
    line.style.indent = Pt{};
    line.content = std::move(items);
    Block block{{}, std::move(line), span};
    block.box.space_after = space_after;
    block.box.keep_with_next = true;
    return block;
}

}  // namespace

std::size_t set_heading(Context& context, const ast::Block& block, const ast::Block* next,
                        const Scope& scope, Blocks& out) {
    const auto& heading = std::get<ast::Heading>(block.node);
    const Element element = heading_element(context, heading.level);
    const Css css = read_css(heading.attributes);
    const Scope inner =
        dress(context, dress(context, scope, element), css, language_of(heading.attributes));
    const bool entry = context.sheet.entry.recognize && is_entry(element);
    LineContent line = set_line(context, heading.children, inner,
                                entry ? entry_date_scope(context, scope) : inner);
    set_floating_images(context, line.floats, scope, out);
    if (line.content.empty()) std::swap(line.content, line.aside);
    if (line.content.empty()) return 1;

    Paragraph paragraph;
    paragraph.style = inner.paragraph;
    paragraph.content = std::move(line.content);
    paragraph.aside = std::move(line.aside);
    paragraph.heading_level = heading.level;
    paragraph.anchor = heading.id;
    context.anchors.insert(heading.id);
    paragraph.outline_title = plain_text(heading.children);

    if (entry) dress_entry_head(context, paragraph, inner, scope);
    const FactLine facts = entry ? find_fact_line(next, heading.level) : FactLine{};
    std::optional<Block> own_line;
    if (facts.inlines) {
        const Scope date_scope = entry_date_scope(context, scope);
        InlineItems items = set_inlines(context, *facts.inlines, date_scope);
        const bool beside = facts.dated && paragraph.aside.empty();
        if (!beside || !set_aside(context, paragraph, inner, items, date_scope))
            own_line = fact_block(std::move(items), date_scope, next->span,
                                  box_of(context, element, inner.text.size).space_after);
    }

    BoxStyle box = box_of(context, element, inner.text.size);
    box.break_before = box.break_before || css.break_before;
    box.break_after = box.break_after || css.break_after;
    if (css.margin.top) box.space_before = css.margin.top->at(inner.text.size);
    if (css.margin.bottom) box.space_after = css.margin.bottom->at(inner.text.size);
    out.push_back({box, std::move(paragraph), block.span});
    if (own_line) {
        out.back().box.space_after = Pt{};
        out.push_back(std::move(*own_line));
    }
    return facts.inlines ? 2 : 1;
}

}  // namespace cvtex::styles
