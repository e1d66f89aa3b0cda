#include "styles/footnotes.hpp"

#include <variant>

#include "base/overloaded.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

constexpr Em kMarkRise = Em::of(0.33);  // as superscripts

std::string anchor_of(std::size_t number) {
    return "footnote-" + std::to_string(number);
}

std::size_t number_of(Footnotes& footnotes, const std::string& label) {
    const auto [at, is_new] = footnotes.numbers.try_emplace(label, footnotes.order.size() + 1);
    if (is_new) footnotes.order.push_back(label);
    return at->second;
}

/// The anchor goes to the first paragraph of the note.
void set_anchor(Blocks& blocks, const std::string& anchor) {
    for (Block& block : blocks)
        if (auto* paragraph = std::get_if<Paragraph>(&block.node)) {
            if (paragraph->anchor.empty()) paragraph->anchor = anchor;
            return;
        }
}

}  // namespace

void collect_footnotes(Footnotes& footnotes, const ast::Blocks& blocks) {
    const auto visit_list = [&](const ast::List& list) {
        for (const ast::ListItem& item : list.items)
            collect_footnotes(footnotes, item.children);
    };
    for (const ast::Block& block : blocks) {
        if (const auto* note = std::get_if<ast::FootnoteDefinition>(&block.node)) {
            if (footnotes.definitions.emplace(note->label, &note->children).second)
                footnotes.in_source_order.push_back(note->label);
        } else if (const auto* quote = std::get_if<ast::BlockQuote>(&block.node)) {
            collect_footnotes(footnotes, quote->children);
        } else if (const auto* element = std::get_if<ast::ElementBlock>(&block.node)) {
            collect_footnotes(footnotes, element->children);
        } else if (const auto* list = std::get_if<ast::List>(&block.node)) {
            visit_list(*list);
        }
    }
}

std::optional<TextRun> footnote_mark(Context& context, const std::string& label,
                                     const Scope& scope, Span span) {
    if (!context.footnotes.definitions.contains(label)) return std::nullopt;
    const std::size_t number = number_of(context.footnotes, label);
    Scope inner = dress(context, scope, Element::FootnoteMark);
    inner.text.baseline_shift += kMarkRise.at(scope.text.size);
    inner.link = make_link(context, "#" + anchor_of(number), {}, span);
    // Brackets as in GB/T 7714, so that the number does not run into digits before it.
    return make_run(context, "[" + std::to_string(number) + "]", inner, span);
}

void append_footnotes(Context& context, const Scope& scope, Blocks& out) {
    Footnotes& footnotes = context.footnotes;
    const Scope inner = dress(context, scope, Element::Footnotes);
    List list;
    list.ordered = true;
    std::size_t next_unmentioned = 0;
    // Notes may mention further notes: the order grows while it is walked.
    for (std::size_t i = 0;; ++i) {
        while (i == footnotes.order.size() &&
               next_unmentioned < footnotes.in_source_order.size())
            static_cast<void>(
                number_of(footnotes, footnotes.in_source_order[next_unmentioned++]));
        if (i >= footnotes.order.size()) break;
        ListItem item;
        const ast::Blocks& source = *footnotes.definitions.at(footnotes.order[i]);
        item.children = set_blocks(context, source, inner);
        trim_spaces(item.children);
        set_anchor(item.children, anchor_of(i + 1));
        TextMarker marker;
        marker.content.emplace_back(make_run(context, "[" + std::to_string(i + 1) + "]",
                                             dress(context, inner, Element::OrderedMarker),
                                             {}));
        item.marker = std::move(marker);
        if (!source.empty()) item.span = source.front().span;
        list.items.push_back(std::move(item));
    }
    if (list.items.empty()) return;
    const auto digits = static_cast<std::int64_t>(std::to_string(list.items.size()).size());
    // Brackets take .35 em each, digits .56 em.
    const Pt size = inner.text.size;
    list.marker_gap = context.sheet.list.ordered_gap.at(size);
    list.hang = (Em::of(0.7) + Em::of(0.56) * digits).at(size) + list.marker_gap;
    const BoxStyle box = box_of(context, Element::Footnotes, size);
    out.push_back({box, std::move(list), {}});
}

}  // namespace cvtex::styles
