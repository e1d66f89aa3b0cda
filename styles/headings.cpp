#include <algorithm>
#include <utility>

#include "styles/blocks.hpp"
#include "styles/contents.hpp"
#include "styles/entries.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

/// Dates go beside headings from this dressed level on: above it are sections and titles.
constexpr int kFirstEntryLevel = 3;

Element heading_element(const Context& context, int level) {
    // A lone level-1 heading is a title wherever it stands.
    const bool title = level == 1 && !context.has_several_titles;
    // Where sections were moved up, what stands above them is dressed as one.
    const int highest = context.heading_shift < 0 ? 2 : 1;
    const int dressed = title ? 1 : std::clamp(level + context.heading_shift, highest, 6);
    return static_cast<Element>(static_cast<int>(Element::Heading1) + dressed - 1);
}

int dressed_level(Element element) {
    return static_cast<int>(element) - static_cast<int>(Element::Heading1) + 1;
}

bool is_entry(Element element) {
    return dressed_level(element) >= kFirstEntryLevel;
}

/// Adds what the heading's line has no room for, or never was on it, below it: dates, facts.
void add_fact_lines(std::vector<InlineItems> lines, const Scope& scope, Span span,
                    Blocks& out) {
    for (InlineItems& items : lines) {
        if (items.empty()) continue;
        const Pt space_after = std::exchange(out.back().box.space_after, Pt{});
        out.push_back(fact_line(std::move(items), scope, span, space_after));
    }
}

}  // namespace

std::size_t set_heading(Context& context, const ast::Block& block, const ast::Block* next,
                        const Scope& scope, Blocks& out) {
    const auto& heading = ast::get<ast::Heading>(block.node);
    const bool dated = has_entry_dates(heading.children);
    Element element = heading_element(context, heading.level);
    // The sixth level is for lines of dates and the like: what has dates itself is an entry.
    if (dated && element == Element::Heading6) element = Element::Heading5;
    const Css css = read_css(heading.attributes);
    const Scope inner =
        dress(context, dress(context, scope, element), css, language_of(heading.attributes));
    const Scope date_scope = entry_date_scope(context, scope);
    const bool entry = dated || (context.sheet.entry.recognize && is_entry(element));
    const bool role_below = entry && context.sheet.entry.role == RolePlace::Below;
    LineContent line =
        set_line(context, role_below ? with_role_below(heading.children) : heading.children,
                 inner, entry ? date_scope : inner);
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
    paragraph.outline_title = outline_title(heading.children);

    note_heading(context, dressed_level(element), paragraph, inner, block.span);

    std::vector<InlineItems> below;
    if (dated && !fits_beside(context, paragraph.content, inner.text.size, paragraph.aside,
                              date_scope.text.size))
        below.push_back(std::exchange(paragraph.aside, {}));
    const ast::Inlines* facts = dated ? entry_facts(next) : nullptr;
    if (facts) below.push_back(set_inlines(context, *facts, scope));

    BoxStyle box = box_of(context, element, inner.text.size);
    box.break_before = box.break_before || css.break_before;
    box.break_after = box.break_after || css.break_after;
    if (css.margin.top) box.space_before = css.margin.top->at(inner.text.size);
    if (css.margin.bottom) box.space_after = css.margin.bottom->at(inner.text.size);
    out.push_back({box, std::move(paragraph), block.span});
    add_fact_lines(std::move(below), date_scope, block.span, out);
    return facts ? 2 : 1;
}

}  // namespace cvtex::styles
