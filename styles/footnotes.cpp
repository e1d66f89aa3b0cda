#include "styles/footnotes.hpp"

#include <variant>

#include "grammar/walk.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"

namespace cvtex::styles {
namespace {

constexpr Em kMarkRise = Em::of(0.33);  // as superscripts
// What the hang reckons with before any font is known.
constexpr Em kBracketWidth = Em::of(0.35), kDigitWidth = Em::of(0.56);

std::string anchor_of(std::size_t number) {
    return "footnote-" + std::to_string(number);
}

std::string mark_anchor_of(std::size_t number) {
    return "footnote-mark-" + std::to_string(number);
}

std::string shown(std::size_t number) {
    // Brackets as in GB/T 7714, so that the number does not run into digits before it.
    return "[" + std::to_string(number) + "]";
}

std::size_t number_of(Footnotes& footnotes, const std::string& label) {
    const auto [at, is_new] = footnotes.numbers.try_emplace(label, footnotes.order.size() + 1);
    if (is_new) footnotes.order.push_back(label);
    return at->second;
}

Footnote make_note(Context& context, std::size_t number, const Scope& scope) {
    const ast::Blocks& source =
        *context.footnotes.definitions.at(context.footnotes.order[number - 1]);
    Footnote note;
    note.children = set_blocks(context, source, scope);
    trim_spaces(note.children);
    note.anchor = anchor_of(number);
    note.mark_anchor = mark_anchor_of(number);
    if (!source.empty()) note.span = source.front().span;
    Scope marker = dress(context, scope, Element::OrderedMarker);
    marker.link = make_link(context, "#" + note.mark_anchor, {}, note.span);
    note.marker.content.emplace_back(make_run(context, shown(number), marker, {}));
    return note;
}

FootnoteStyle note_style(const Context& context, const Scope& scope, std::size_t count) {
    const Pt size = scope.text.size;
    const BoxStyle box = box_of(context, Element::Footnotes, size);
    const auto digits = static_cast<std::int64_t>(std::to_string(count).size());
    FootnoteStyle style;
    style.space_before = box.space_before;
    style.rule = box.top;
    style.padding = box.padding.top;
    style.between = context.sheet.list.item_space.at(size);
    style.marker_gap = context.sheet.list.ordered_gap.at(size);
    style.hang = (kBracketWidth * 2 + kDigitWidth * digits).at(size) + style.marker_gap;
    return style;
}

}  // namespace

void collect_footnotes(Footnotes& footnotes, const ast::Blocks& blocks) {
    ast::for_each_block(blocks, [&](const ast::Block& block) {
        const auto* note = ast::get_if<ast::FootnoteDefinition>(&block.node);
        if (note && footnotes.definitions.emplace(note->label, &note->children).second)
            footnotes.in_source_order.push_back(note->label);
    });
}

std::optional<TextRun> footnote_mark(Context& context, const std::string& label,
                                     const Scope& scope, Span span) {
    if (!context.footnotes.definitions.contains(label)) return std::nullopt;
    const std::size_t number = number_of(context.footnotes, label);
    Scope inner = dress(context, scope, Element::FootnoteMark);
    inner.text.baseline_shift += kMarkRise.at(scope.text.size);
    inner.link = make_link(context, "#" + anchor_of(number), {}, span);
    context.out.links[inner.link.index()].note = NoteId::at(number - 1);
    return make_run(context, shown(number), inner, span);
}

void set_footnotes(Context& context, const Scope& scope) {
    Footnotes& footnotes = context.footnotes;
    const Scope inner = dress(context, scope, Element::Footnotes);
    std::vector<Footnote>& notes = context.out.notes;
    std::size_t next_unmentioned = 0;
    // Notes may mention further notes: the order grows while it is walked.
    for (std::size_t i = 0;; ++i) {
        while (i == footnotes.order.size() &&
               next_unmentioned < footnotes.in_source_order.size())
            static_cast<void>(
                number_of(footnotes, footnotes.in_source_order[next_unmentioned++]));
        if (i >= footnotes.order.size()) break;
        notes.push_back(make_note(context, i + 1, inner));
    }
    if (!notes.empty()) context.out.note_style = note_style(context, inner, notes.size());
}

}  // namespace cvtex::styles
