#include "styles/label_list.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

/// Longer labels, in columns of a terminal, are sentences.
constexpr std::size_t kWidestLabel = 16;
/// A plain label of a list of skills needs no bold face, but is shorter.
constexpr std::size_t kWidestPlainLabel = 12;
constexpr std::size_t kFewestItems = 2;
/// Between labels and values.
constexpr Em kLabelGap = Em::of(0.6);

constexpr std::array<std::string_view, 2> kColons{"：", ":"};

/// Bytes of the label at the start of `text`, colon and white space after it included; 0 if
/// there is none.
std::size_t label_length(std::string_view text, std::size_t widest) {
    std::size_t at = std::string_view::npos, length = 0;
    for (const std::string_view colon : kColons) {
        const std::size_t found = text.find(colon);
        if (found < at) {
            at = found;
            length = colon.size();
        }
    }
    if (at == std::string_view::npos || at == 0) return 0;
    const std::string_view label = text.substr(0, at);
    if (unicode::display_width(label) > widest || label.find('\n') != std::string_view::npos)
        return 0;
    std::size_t end = at + length;
    // The colon of a time or an address parts nothing: `https://`, `10:30`.
    if (length == 1 && end < text.size() && text[end] != ' ' && !ascii::trim(label).empty() &&
        static_cast<unsigned char>(text[end]) < 0x80)
        return 0;
    while (end < text.size() && text[end] == ' ') ++end;
    return end < text.size() ? end : 0;
}

const ast::Paragraph* first_paragraph(const ast::ListItem& item) {
    if (item.children.empty() || item.task != ast::TaskState::None) return nullptr;
    return std::get_if<ast::Paragraph>(&item.children[0].node);
}

bool begins_with_strong(const ast::Paragraph& paragraph) {
    return !paragraph.children.empty() &&
           std::holds_alternative<ast::Strong>(paragraph.children[0].node);
}

bool is_label_item(const Context& context, const ast::ListItem& item) {
    const ast::Paragraph* paragraph = first_paragraph(item);
    if (!paragraph) return false;
    const bool strong = begins_with_strong(*paragraph);
    const bool skills = context.section == profile::SectionKind::Skills ||
                        context.section == profile::SectionKind::Languages;
    if (!strong && !skills) return false;
    const std::string text = plain_text(paragraph->children);
    return label_length(text, strong ? kWidestLabel : kWidestPlainLabel) > 0;
}

bool is_label_list(const Context& context, const ast::List& list) {
    return !list.ordered && list.items.size() >= kFewestItems &&
           std::all_of(list.items.begin(), list.items.end(),
                       [&](const ast::ListItem& item) { return is_label_item(context, item); });
}

/// A line in two parts.
struct Labelled {
    InlineItems label, values;
};

Labelled part(Context& context, const ast::ListItem& item, const Scope& scope) {
    InlineItems items = set_inlines(context, first_paragraph(item)->children, scope);
    std::string text;
    for (const InlineItem& inline_item : items) {
        const auto* run = std::get_if<TextRun>(&inline_item);
        if (!run) break;
        text += run->text;
    }
    const std::size_t end = label_length(text, kWidestLabel);
    if (end == 0) return {{}, std::move(items)};
    const std::size_t at = split_at(items, end);
    redress(context, items, 0, at, scope, Element::ListLabel);
    Labelled parts;
    const auto middle = items.begin() + static_cast<std::ptrdiff_t>(at);
    std::move(items.begin(), middle, std::back_inserter(parts.label));
    std::move(middle, items.end(), std::back_inserter(parts.values));
    trim_ends(parts.label);
    trim_ends(parts.values);
    return parts;
}

Block line_block(InlineItems content, const Scope& scope, Span span) {
    Paragraph paragraph;
    paragraph.style = scope.paragraph;
    paragraph.content = std::move(content);
    return {{}, std::move(paragraph), span};
}

/// The item's blocks after its first line.
void add_rest(Context& context, const ast::ListItem& item, const Scope& scope, ListItem& out) {
    const std::span<const ast::Block> rest(item.children);
    for (Block& block : set_blocks(context, rest.subspan(1), scope))
        out.children.push_back(std::move(block));
}

}  // namespace

bool set_label_list(Context& context, const ast::List& source, Span span, const Scope& scope,
                    Blocks& out) {
    const ListSheet& sheet = context.sheet.list;
    if (sheet.labels == LabelPlace::AsWritten || scope.list_depth > 0) return false;
    if (!is_label_list(context, source)) return false;
    const Pt size = scope.text.size;
    const bool column = sheet.labels == LabelPlace::Column;
    Scope inner = scope;
    ++inner.list_depth;
    inner.paragraph.indent = Pt{};
    // Narrow lines of names are not justified.
    if (!column && inner.paragraph.align == Align::Justify)
        inner.paragraph.align = Align::Start;

    List list;
    list.labels = true;
    list.marker_gap = kLabelGap.at(size);
    if (column) list.hang = sheet.label_width.at(size);
    const Pt between = (column && source.tight ? sheet.item_space : sheet.loose_space).at(size);
    for (const ast::ListItem& written : source.items) {
        Labelled parts = part(context, written, inner);
        ListItem item;
        item.span = written.span;
        if (column && !parts.label.empty()) {
            item.marker = TextMarker{std::move(parts.label)};
        } else if (!parts.label.empty()) {
            item.children.push_back(line_block(std::move(parts.label), inner, written.span));
            item.children.back().box.keep_with_next = true;
        }
        if (!parts.values.empty())
            item.children.push_back(line_block(std::move(parts.values), inner, written.span));
        add_rest(context, written, inner, item);
        if (item.children.empty()) continue;
        trim_spaces(item.children);
        item.children.back().box.space_after = between;
        list.items.push_back(std::move(item));
    }
    if (list.items.empty()) return false;
    list.items.back().children.back().box.space_after = Pt{};
    out.push_back({box_of(context, Element::List, size), std::move(list), span});
    return true;
}

}  // namespace cvtex::styles
