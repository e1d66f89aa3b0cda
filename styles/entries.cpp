#include "styles/entries.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "profile/arrange.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

/// A title and its dates must leave this part of the measure free to share a line.
constexpr std::int64_t kFreePercent = 8;

Pt text_measure(const Context& context) {
    const PageStyle& page = context.out.page;
    if (context.in_side && page.side)
        return page.side->width - page.side->padding.left - page.side->padding.right;
    return page.size.width - page.margin.left - page.margin.right;
}

/// Half an em a terminal column: an estimate, a little above what Latin text takes.
Pt estimate_width(const InlineItems& items, Pt size) {
    Pt width;
    for (const InlineItem& item : items) {
        // Only the first line stands beside dates.
        if (std::holds_alternative<ForcedBreak>(item)) break;
        if (const auto* run = std::get_if<TextRun>(&item))
            width += size * static_cast<std::int64_t>(unicode::display_width(run->text)) / 2;
    }
    return width;
}

bool has_class(const ast::Inline& node, std::string_view name) {
    const auto* element = ast::get_if<ast::Element>(&node.node);
    return element && profile::has_class(element->attributes, name);
}

}  // namespace

bool has_entry_dates(const ast::Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const ast::Inline& node) {
        return has_class(node, profile::kDatesClass);
    });
}

bool is_entry_head(const ast::Inlines& inlines) {
    return !inlines.empty() && has_class(inlines.front(), profile::kOrganisationClass);
}

ast::Inlines with_role_below(const ast::Inlines& inlines) {
    const auto role = std::find_if(inlines.begin(), inlines.end(), [](const ast::Inline& node) {
        return has_class(node, profile::kRoleClass);
    });
    if (role == inlines.begin() || role == inlines.end()) return inlines;
    ast::Inlines lines(inlines.begin(), role);
    // What parts title and role on one line goes where a line ends.
    while (!lines.empty() && (has_class(lines.back(), profile::kSeparatorClass) ||
                              ascii::trim(plain_text({lines.back()})).empty()))
        lines.pop_back();
    lines.push_back({{role->span.file, role->span.begin, role->span.begin}, ast::HardBreak{}});
    lines.insert(lines.end(), role, inlines.end());
    return lines;
}

const ast::Inlines* entry_facts(const ast::Block* block) {
    const auto* paragraph = block ? std::get_if<ast::Paragraph>(&block->node) : nullptr;
    if (!paragraph || paragraph->children.size() != 1) return nullptr;
    return has_class(paragraph->children.front(), profile::kRoleClass) ? &paragraph->children
                                                                       : nullptr;
}

std::string outline_title(const ast::Inlines& inlines) {
    if (!has_entry_dates(inlines)) return plain_text(inlines);
    ast::Inlines title = inlines;
    std::erase_if(
        title, [](const ast::Inline& node) { return has_class(node, profile::kDatesClass); });
    return std::string(ascii::trim(plain_text(title)));
}

bool fits_beside(const Context& context, const InlineItems& head, Pt head_size,
                 const InlineItems& dates, Pt date_size) {
    // A column left of the text holds dates of any head.
    if (context.sheet.entry.date == DatePlace::Start && !context.in_side) return true;
    const Pt width = estimate_width(head, head_size) + estimate_width(dates, date_size);
    return width <= text_measure(context).scaled(100 - kFreePercent, 100);
}

Block fact_line(InlineItems items, const Scope& scope, Span span, Pt space_after) {
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

Scope entry_date_scope(Context& context, const Scope& scope) {
    Scope date = dress(context, scope, Element::EntryDate);
    date.subdued = true;
    return date;
}

}  // namespace cvtex::styles
