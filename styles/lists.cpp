#include <algorithm>
#include <optional>

#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/label_list.hpp"

namespace cvtex::styles {
namespace {

// Widths that the indent of a numbered list reckons with, before any font is known: tabular
// digits of Noto are .56 em, a full stop or parenthesis .3 em.
constexpr Em kDigitWidth = Em::of(0.56), kDelimiterWidth = Em::of(0.3);

Pt ordered_hang(const ast::List& list, const ListSheet& sheet, Pt size) {
    const std::int64_t last = list.start + static_cast<std::int64_t>(list.items.size()) - 1;
    const auto digits = static_cast<std::int64_t>(std::to_string(last).size());
    return (kDigitWidth * digits + kDelimiterWidth).at(size) + sheet.ordered_gap.at(size);
}

Marker drawn_marker(const Context& context, MarkerShape shape, Pt diameter,
                    const Scope& scope) {
    const ListSheet& sheet = context.sheet.list;
    return DrawnMarker{shape, diameter, sheet.marker_raise.at(scope.text.size),
                       color_of(sheet.marker_color).value_or(scope.text.color)};
}

Marker make_marker(Context& context, const ast::List& list, std::size_t index,
                   const Scope& scope) {
    const ListSheet& sheet = context.sheet.list;
    const ast::ListItem& item = list.items[index];
    const Pt size = scope.text.size;
    if (item.task != ast::TaskState::None)
        return drawn_marker(
            context,
            item.task == ast::TaskState::Done ? MarkerShape::BoxDone : MarkerShape::BoxOpen,
            sheet.task_size.at(size), scope);
    if (list.ordered) {
        const Scope marker = dress(context, scope, Element::OrderedMarker);
        const std::int64_t number = list.start + static_cast<std::int64_t>(index);
        TextMarker text;
        text.content.emplace_back(
            make_run(context, std::to_string(number) + list.delimiter, marker, {}));
        return text;
    }
    const auto depth = static_cast<std::size_t>(scope.list_depth);
    const MarkerShape shape = sheet.markers[std::min(depth, sheet.markers.size()) - 1];
    return drawn_marker(context, shape, sheet.marker_size.at(size), scope);
}

/// Space inside an item: that of its list, not of running text; `after` is below the item.
/// White space grows outward: nothing inside stands further apart than the items.
void space_item(Blocks& children, Pt inside, Pt after) {
    for (Block& child : children) {
        const auto* paragraph = std::get_if<Paragraph>(&child.node);
        const bool is_text = paragraph && paragraph->heading_level == 0;
        if (!is_text && !std::holds_alternative<List>(child.node)) continue;
        child.box.space_before = std::min(child.box.space_before, inside);
        child.box.space_after = std::min(child.box.space_after, inside);
    }
    trim_spaces(children);
    children.back().box.space_after = after;
    children.back().box.keep_with_next = false;
}

bool has_task(const ast::List& list) {
    return std::any_of(list.items.begin(), list.items.end(), [](const ast::ListItem& item) {
        return item.task != ast::TaskState::None;
    });
}

/// Lists of works without numbers get them where the style wants it.
bool wants_numbers(const Context& context, const ast::List& list, const Scope& scope) {
    return context.sheet.numbered_publications && !list.ordered && scope.list_depth == 0 &&
           (context.section == profile::SectionKind::Publications ||
            context.section == profile::SectionKind::Patents) &&
           !has_task(list);
}

}  // namespace

void set_list(Context& context, const ast::List& written, Span span, const Scope& scope,
              Blocks& out) {
    if (set_label_list(context, written, span, scope, out)) return;
    std::optional<ast::List> numbered;
    if (wants_numbers(context, written, scope)) {
        numbered = written;
        numbered->ordered = true;
        numbered->start = 1;
        numbered->delimiter = '.';
    }
    const ast::List& source = numbered ? *numbered : written;
    const ListSheet& sheet = context.sheet.list;
    const Pt size = scope.text.size;
    Scope inner = scope;
    ++inner.list_depth;
    inner.paragraph.indent = Pt{};

    List list;
    list.ordered = source.ordered;
    list.marker_gap = sheet.ordered_gap.at(size);
    list.hang = sheet.hang.at(size);
    if (source.ordered) list.hang = std::max(list.hang, ordered_hang(source, sheet, size));
    if (has_task(source))
        list.hang = std::max(list.hang, sheet.task_size.at(size) + sheet.ordered_gap.at(size));
    const Pt between = sheet.item_space.at(size);
    const Pt after = (source.tight ? sheet.item_space : sheet.loose_space).at(size);

    for (std::size_t i = 0; i < source.items.size(); ++i) {
        ListItem item;
        item.children = set_blocks(context, source.items[i].children, inner);
        // A bullet without text is a hole; a number may be meant.
        if (item.children.empty() && !source.ordered) continue;
        item.marker = make_marker(context, source, i, inner);
        item.span = source.items[i].span;
        if (!item.children.empty())
            space_item(item.children, after / (source.tight ? 1 : 2), after);
        list.items.push_back(std::move(item));
    }
    if (list.items.empty()) return;
    if (!list.items.back().children.empty())
        list.items.back().children.back().box.space_after = Pt{};
    BoxStyle box = box_of(context, Element::List, size);
    if (scope.list_depth > 0) box.space_before = box.space_after = between;
    out.push_back({box, std::move(list), span});
}

}  // namespace cvtex::styles
