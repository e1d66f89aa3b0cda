#include <algorithm>

#include "styles/blocks.hpp"
#include "styles/contacts.hpp"
#include "styles/inlines.hpp"
#include "styles/recognize.hpp"

namespace cvtex::styles {
namespace {

/// More lines than this below a name are text, not contact details.
constexpr std::size_t kMostContactBlocks = 3;

Scope name_scope(Context& context, const Scope& scope, const std::string& name) {
    Scope inner = dress(context, scope, Element::HeaderName);
    if (is_short_han_name(name))
        inner.text.letter_spacing = context.sheet.header.short_name_spacing;
    return inner;
}

Block make_name(Context& context, InlineItems content, const Scope& scope,
                const std::string& title, const std::string& anchor, Span span) {
    Paragraph paragraph;
    paragraph.style = scope.paragraph;
    paragraph.content = std::move(content);
    paragraph.heading_level = 1;
    paragraph.anchor = anchor;
    paragraph.outline_title = title;
    return {box_of(context, Element::HeaderName, scope.text.size), std::move(paragraph), span};
}

/// Splits the separators of contact details (`|` and its kin, with white space around) off into
/// runs of their own dress. The text stays what it is.
InlineItems dress_separators(Context& context, InlineItems items, const Scope& scope) {
    static constexpr std::array<std::string_view, 4> kBars{"|", "｜", "丨", "│"};
    const TextStyleId style =
        intern(context, dress(context, scope, Element::HeaderSeparator).text);
    InlineItems out;
    for (InlineItem& item : items) {
        auto* run = std::get_if<TextRun>(&item);
        if (!run || run->link.valid()) {
            out.push_back(std::move(item));
            continue;
        }
        const bool exact = run->span.size() == run->text.size();
        std::size_t begin = 0;
        const auto emit = [&](std::size_t end, TextStyleId as) {
            if (end == begin) return;
            TextRun piece{run->text.substr(begin, end - begin), as, {}, run->span};
            if (exact)
                piece.span = {run->span.file,
                              run->span.begin + static_cast<std::uint32_t>(begin),
                              run->span.begin + static_cast<std::uint32_t>(end)};
            out.emplace_back(std::move(piece));
            begin = end;
        };
        for (std::size_t at = 0; at < run->text.size(); ++at)
            for (const std::string_view bar : kBars)
                if (std::string_view(run->text).substr(at).starts_with(bar)) {
                    emit(at, run->style);
                    emit(at + bar.size(), style);
                }
        emit(run->text.size(), run->style);
    }
    return out;
}

void add_line(Context& context, const ast::Inlines& inlines, Span span, const Scope& scope,
              Element element, Blocks& out) {
    Scope inner = dress(context, scope, element);
    // The whole line is set off already.
    inner.plain_emphasis = true;
    Paragraph paragraph;
    paragraph.style = inner.paragraph;
    paragraph.content = set_inlines(context, inlines, inner);
    if (paragraph.content.empty()) return;
    if (element == Element::HeaderContacts)
        paragraph.content = dress_separators(context, std::move(paragraph.content), inner);
    out.push_back({box_of(context, element, inner.text.size), std::move(paragraph), span});
}

const ast::Inlines* paragraph_inlines(const ast::Block& block) {
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    return paragraph ? &paragraph->children : nullptr;
}

bool is_contact_block(const ast::Block& block) {
    const ast::Inlines* inlines = paragraph_inlines(block);
    return inlines && is_contact_line(plain_text(*inlines));
}

/// A quote that holds nothing but contact details.
const ast::BlockQuote* contact_quote(const ast::Block& block) {
    const auto* quote = std::get_if<ast::BlockQuote>(&block.node);
    if (!quote || quote->children.empty() || quote->children.size() > kMostContactBlocks)
        return nullptr;
    return std::all_of(quote->children.begin(), quote->children.end(), is_contact_block)
               ? quote
               : nullptr;
}

bool is_contact(const ast::Block& block) {
    return is_contact_block(block) || contact_quote(block) != nullptr;
}

/// A short line between name and contact details.
const ast::Inlines* headline_inlines(std::span<const ast::Block> blocks) {
    if (blocks.size() < 2 || is_contact(blocks[0]) || !is_contact(blocks[1])) return nullptr;
    const ast::Inlines* inlines = paragraph_inlines(blocks[0]);
    if (const auto* heading = std::get_if<ast::Heading>(&blocks[0].node))
        inlines = &heading->children;
    return inlines && is_short_phrase(plain_text(*inlines)) ? inlines : nullptr;
}

std::size_t add_contacts(Context& context, std::span<const ast::Block> blocks,
                         const Scope& scope, Blocks& out) {
    std::size_t used = 0;
    while (used < blocks.size() && used < kMostContactBlocks) {
        const ast::Block& block = blocks[used];
        if (is_contact_block(block)) {
            add_line(context, *paragraph_inlines(block), block.span, scope,
                     Element::HeaderContacts, out);
        } else if (const ast::BlockQuote* quote = contact_quote(block)) {
            for (const ast::Block& line : quote->children)
                add_line(context, *paragraph_inlines(line), line.span, scope,
                         Element::HeaderContacts, out);
        } else {
            break;
        }
        ++used;
    }
    return used;
}

/// Headline and contact details after the name. Returns how many blocks they were.
std::size_t add_below_name(Context& context, std::span<const ast::Block> blocks,
                           const Scope& scope, Blocks& out) {
    std::size_t used = 0;
    if (const ast::Inlines* headline = headline_inlines(blocks)) {
        add_line(context, *headline, blocks[0].span, scope, Element::HeaderHeadline, out);
        // A heading used as headline keeps its place in the outline and its anchor.
        if (const auto* heading = std::get_if<ast::Heading>(&blocks[0].node);
            heading && !out.empty()) {
            auto& paragraph = std::get<Paragraph>(out.back().node);
            paragraph.heading_level = heading->level;
            paragraph.anchor = heading->id;
            paragraph.outline_title = plain_text(heading->children);
        }
        used = 1;
    }
    return used + add_contacts(context, blocks.subspan(used), scope, out);
}

/// The heading that is the name, if the document starts with it.
std::optional<std::size_t> find_name_heading(const Context& context,
                                             std::span<const ast::Block> blocks) {
    std::size_t first = 0;
    while (first < blocks.size() && std::holds_alternative<ast::HtmlBlock>(blocks[first].node))
        ++first;
    if (first == blocks.size() || context.heading_shift > 0) return std::nullopt;
    const auto* heading = std::get_if<ast::Heading>(&blocks[first].node);
    if (!heading || heading->level != 1) return std::nullopt;
    return first;
}

void finish_header(Context& context, Container header, Span span, Blocks& out) {
    if (header.children.empty()) return;
    trim_spaces(header.children);
    const BoxStyle box = box_of(context, Element::Header, body_scope(context).text.size);
    out.push_back({box, std::move(header), span});
}

void add_front_matter_line(Context& context, InlineItems content, Span span, Element element,
                           const Scope& scope, Blocks& out) {
    if (content.empty()) return;
    Paragraph paragraph;
    paragraph.style = scope.paragraph;
    paragraph.content = std::move(content);
    out.push_back({box_of(context, element, scope.text.size), std::move(paragraph), span});
}

/// Headline and contact details of the front matter.
void add_front_matter_lines(Context& context, const Scope& scope, bool dressed, Blocks& out) {
    const profile::Profile& profile = context.profile;
    if (profile.headline && !trim(profile.headline->text).empty()) {
        const Element element = dressed ? Element::HeaderHeadline : Element::Body;
        const Scope inner = dress(context, scope, element);
        InlineItems content;
        content.emplace_back(
            make_run(context, profile.headline->text, inner, profile.headline->span));
        add_front_matter_line(context, std::move(content), profile.headline->span, element,
                              inner, out);
    }
    if (profile.contacts.empty()) return;
    const Element element = dressed ? Element::HeaderContacts : Element::Body;
    const Scope inner = dress(context, scope, element);
    add_front_matter_line(context, contact_items(context, inner),
                          profile.contacts.front().value.span, element, inner, out);
}

/// Name and headline that only the front matter holds.
std::size_t set_front_matter_header(Context& context, std::span<const ast::Block> blocks,
                                    const Scope& scope, Blocks& out) {
    const profile::Profile& profile = context.profile;
    const auto& field = profile.name ? profile.name : profile.title;
    if (!field || trim(field->text).empty()) return 0;
    const bool dressed = context.sheet.header.recognize;
    const Scope inner = dressed ? name_scope(context, scope, field->text)
                                : dress(context, scope, Element::Heading1);
    Container header{ContainerKind::Header, {}};
    InlineItems content;
    content.emplace_back(make_run(context, field->text, inner, field->span));
    Block name = make_name(context, std::move(content), inner, field->text, {}, field->span);
    if (!dressed) name.box = box_of(context, Element::Heading1, inner.text.size);
    header.children.push_back(std::move(name));
    std::size_t used = 0;
    add_front_matter_lines(context, scope, dressed, header.children);
    if (dressed && profile.name) used = add_contacts(context, blocks, scope, header.children);
    finish_header(context, std::move(header), field->span, out);
    return used;
}

}  // namespace

std::size_t set_header(Context& context, std::span<const ast::Block> blocks, const Scope& scope,
                       Blocks& out) {
    if (context.profile.header_from_front_matter)
        return set_front_matter_header(context, blocks, scope, out);
    if (!context.sheet.header.recognize) return 0;
    const auto at = find_name_heading(context, blocks);
    if (!at) return 0;
    const auto& heading = std::get<ast::Heading>(blocks[*at].node);
    const std::string title = plain_text(heading.children);
    const Scope inner = name_scope(context, scope, title);
    InlineItems content = set_inlines(context, heading.children, inner);
    if (content.empty()) return *at + 1;
    Container header{ContainerKind::Header, {}};
    header.children.push_back(
        make_name(context, std::move(content), inner, title, heading.id, blocks[*at].span));
    const std::size_t used =
        *at + 1 + add_below_name(context, blocks.subspan(*at + 1), scope, header.children);
    finish_header(context, std::move(header), blocks[*at].span, out);
    return used;
}

}  // namespace cvtex::styles
