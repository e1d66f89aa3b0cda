#include <algorithm>

#include "styles/blocks.hpp"
#include "styles/contacts.hpp"
#include "styles/inlines.hpp"
#include "styles/recognize.hpp"

namespace cvtex::styles {
namespace {

Scope name_scope(Context& context, const Scope& scope, const std::string& name) {
    Scope inner = dress(context, scope, Element::HeaderName);
    if (is_short_han_name(name))
        inner.text.letter_spacing = context.sheet.header.short_name_spacing;
    return inner;
}

Block make_name(const Context& context, InlineItems content, const Scope& scope,
                const std::string& title, const std::string& anchor, Span span) {
    Paragraph paragraph;
    paragraph.style = scope.paragraph;
    paragraph.content = std::move(content);
    paragraph.heading_level = 1;
    paragraph.anchor = anchor;
    paragraph.outline_title = title;
    return {box_of(context, Element::HeaderName, scope.text.size), std::move(paragraph), span};
}

/// A short line between name and contact details.
const ast::Inlines* headline_inlines(std::span<const ast::Block> blocks) {
    if (blocks.size() < 2 || is_contact_block(blocks[0]) || !is_contact_block(blocks[1]))
        return nullptr;
    const ast::Inlines* inlines = nullptr;
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&blocks[0].node))
        inlines = &paragraph->children;
    if (const auto* heading = std::get_if<ast::Heading>(&blocks[0].node))
        inlines = &heading->children;
    return inlines && is_short_phrase(plain_text(*inlines)) ? inlines : nullptr;
}

/// A short line between name and contact details, if there is one. Returns how many blocks it
/// was.
std::size_t add_headline(Context& context, std::span<const ast::Block> blocks,
                         const Scope& scope, Blocks& out) {
    const ast::Inlines* headline = headline_inlines(blocks);
    if (!headline) return 0;
    const std::size_t before = out.size();
    add_header_line(context, *headline, blocks[0].span, scope, Element::HeaderHeadline, out);
    // A heading used as headline keeps its place in the outline and its anchor.
    const auto* heading = std::get_if<ast::Heading>(&blocks[0].node);
    if (heading && out.size() > before) {
        auto& paragraph = std::get<Paragraph>(out.back().node);
        paragraph.heading_level = heading->level;
        paragraph.anchor = heading->id;
        context.anchors.insert(heading->id);
        paragraph.outline_title = plain_text(heading->children);
    }
    return 1;
}

/// Comments, and a picture that stands above the name.
bool may_precede_name(const ast::Block& block) {
    if (std::holds_alternative<ast::HtmlBlock>(block.node)) return true;
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    return paragraph && only_image(paragraph->children);
}

/// The heading that is the name, if the document starts with it.
std::optional<std::size_t> find_name_heading(std::span<const ast::Block> blocks) {
    const auto found = std::find_if_not(blocks.begin(), blocks.end(), may_precede_name);
    if (found == blocks.end()) return std::nullopt;
    const auto* heading = std::get_if<ast::Heading>(&found->node);
    if (!heading || heading->level != 1) return std::nullopt;
    return static_cast<std::size_t>(found - blocks.begin());
}

/// Puts the contact details, from child `contacts` on, to the right of the name.
void set_beside(Container& header, std::size_t contacts) {
    RowCell left, right;
    left.grow = true;
    const auto middle = header.children.begin() + static_cast<std::ptrdiff_t>(contacts);
    std::move(header.children.begin(), middle, std::back_inserter(left.children));
    std::move(middle, header.children.end(), std::back_inserter(right.children));
    trim_spaces(left.children);
    trim_spaces(right.children);
    Row row;
    row.cells.push_back(std::move(left));
    row.cells.push_back(std::move(right));
    header.children.clear();
    header.children.push_back({{}, std::move(row), {}});
}

/// The header with its contact details from child `contacts` on.
void finish_header(Context& context, Container header, std::size_t contacts, Span span,
                   Blocks& out) {
    if (header.children.empty()) return;
    const bool beside = context.sheet.header.arrangement != HeaderArrangement::Stacked &&
                        contacts > 0 && contacts < header.children.size();
    if (beside) set_beside(header, contacts);
    BoxStyle box = box_of(context, Element::Header, body_scope(context).text.size);
    box.space_after = std::max(box.space_after, header.children.back().box.space_after);
    trim_spaces(header.children);
    out.push_back({box, std::move(header), span});
}

void add_front_matter_headline(Context& context, const Scope& scope, Element element,
                               Blocks& out) {
    const auto& headline = context.profile.headline;
    if (!headline || trim(headline->text).empty()) return;
    const Scope inner = dress(context, scope, element);
    Paragraph paragraph;
    paragraph.style = inner.paragraph;
    paragraph.content.emplace_back(make_run(context, headline->text, inner, headline->span));
    out.push_back(
        {box_of(context, element, inner.text.size), std::move(paragraph), headline->span});
}

/// Name, headline and contact details that only the front matter holds. A style without
/// headers sets them as heading and text.
std::size_t set_front_matter_header(Context& context, std::span<const ast::Block> blocks,
                                    const Scope& scope, Blocks& out) {
    const profile::Profile& profile = context.profile;
    const auto& field = profile.name ? profile.name : profile.title;
    if (!field || trim(field->text).empty()) return 0;
    const bool dressed = context.sheet.header.recognize;
    const Scope inner = dressed ? name_scope(context, scope, field->text)
                                : dress(context, scope, Element::Heading1);
    InlineItems content;
    content.emplace_back(make_run(context, field->text, inner, field->span));
    Block name = make_name(context, std::move(content), inner, field->text, {}, field->span);
    if (!dressed) name.box = box_of(context, Element::Heading1, inner.text.size);
    Container header{ContainerKind::Header, {}};
    header.children.push_back(std::move(name));
    add_front_matter_headline(context, scope, dressed ? Element::HeaderHeadline : Element::Body,
                              header.children);
    const std::size_t contacts = header.children.size();
    add_front_matter_contacts(context, scope, dressed ? Element::HeaderContacts : Element::Body,
                              header.children);
    std::size_t used = 0;
    if (dressed && profile.name) used = add_contacts(context, blocks, scope, header.children);
    finish_header(context, std::move(header), contacts, field->span, out);
    return used;
}

}  // namespace

std::size_t set_header(Context& context, std::span<const ast::Block> blocks, const Scope& scope,
                       Blocks& out) {
    if (context.profile.header_from_front_matter)
        return set_front_matter_header(context, blocks, scope, out);
    if (!context.sheet.header.recognize || context.has_several_titles) return 0;
    const auto at = find_name_heading(blocks);
    if (!at) return 0;
    const ast::Block& block = blocks[*at];
    const auto& heading = std::get<ast::Heading>(block.node);
    const std::string title = plain_text(heading.children);
    const Scope inner = name_scope(context, scope, title);
    for (Block& above : set_blocks(context, blocks.first(*at), scope))
        out.push_back(std::move(above));
    InlineItems content = set_inlines(context, heading.children, inner);
    if (content.empty()) return *at + 1;
    context.anchors.insert(heading.id);
    Container header{ContainerKind::Header, {}};
    header.children.push_back(
        make_name(context, std::move(content), inner, title, heading.id, block.span));
    const std::span<const ast::Block> below = blocks.subspan(*at + 1);
    std::size_t used = add_headline(context, below, scope, header.children);
    const std::size_t contacts = header.children.size();
    used += add_contacts(context, below.subspan(used), scope, header.children);
    finish_header(context, std::move(header), contacts, block.span, out);
    return *at + 1 + used;
}

}  // namespace cvtex::styles
