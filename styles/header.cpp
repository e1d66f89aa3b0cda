#include <algorithm>

#include "base/ascii.hpp"
#include "profile/lines.hpp"
#include "styles/blocks.hpp"
#include "styles/contacts.hpp"
#include "styles/form.hpp"
#include "styles/inlines.hpp"
#include "styles/labels.hpp"
#include "styles/photo.hpp"
#include "styles/runs.hpp"
#include "styles/sections.hpp"

namespace cvtex::styles {
namespace {

/// The level of sections, as of which a heading above the contact details is one.
constexpr int kSectionLevel = 2;

Scope name_scope(Context& context, const Scope& scope, const std::string& name) {
    Scope inner = dress(context, scope, Element::HeaderName);
    if (profile::is_short_han_name(name))
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

/// The short line or heading between name and contact details.
void add_headline(Context& context, const ast::Block& block, const Scope& scope, Blocks& out) {
    const auto* heading = ast::get_if<ast::Heading>(&block.node);
    const ast::Inlines& headline =
        heading ? heading->children : std::get<ast::Paragraph>(block.node).children;
    const std::size_t before = out.size();
    add_header_line(context, headline, block.span, scope, Element::HeaderHeadline, out);
    // A heading used as headline keeps its place in the outline and its anchor.
    if (heading && out.size() > before) {
        auto& paragraph = std::get<Paragraph>(out.back().node);
        paragraph.heading_level = heading->level;
        paragraph.anchor = heading->id;
        context.anchors.insert(heading->id);
        paragraph.outline_title = plain_text(heading->children);
    }
}

/// The blocks that hold contact details.
std::span<const ast::Block> contact_blocks(const profile::Header& header,
                                           std::span<const ast::Block> blocks) {
    return blocks.subspan(header.contacts_begin, header.contacts_end - header.contacts_begin);
}

/// Between the name and the headline beside it.
constexpr Pt kHeadlineGap = Pt::of(8);

/// Whether name and contact details have room beside each other. `one_line`: with the headline
/// between them.
bool has_room_beside(const Context& context, const Container& header, std::size_t contacts,
                     bool one_line) {
    constexpr Pt kGap = Pt::of(20);
    Pt left, right;
    for (std::size_t i = 0; i < header.children.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&header.children[i].node);
        if (!paragraph) continue;
        const Pt width = estimate_width(context, paragraph->content);
        Pt& side = i < contacts ? left : right;
        side = one_line && i < contacts ? side + width + kHeadlineGap : std::max(side, width);
    }
    // Latin text runs wider than the estimate.
    return (left + right).scaled(11, 10) + kGap <= context.header_measure;
}

/// Details that stand below the name begin where it does.
void align_below(Container& header, std::size_t contacts) {
    for (std::size_t i = contacts; i < header.children.size(); ++i)
        if (auto* paragraph = std::get_if<Paragraph>(&header.children[i].node))
            paragraph->style.align = Align::Start;
}

/// Puts the headlines behind the name, on its line.
void set_on_one_line(Blocks& blocks) {
    Row row;
    row.gap = kHeadlineGap;
    for (Block& block : blocks) {
        block.box.space_before = block.box.space_after = Pt{};
        RowCell cell;
        cell.children.push_back(std::move(block));
        row.cells.push_back(std::move(cell));
    }
    blocks.clear();
    blocks.push_back({{}, std::move(row), {}});
}

/// Puts the contact details, from child `contacts` on, to the right of the name.
void set_beside(Container& header, std::size_t contacts, bool one_line) {
    RowCell left, right;
    left.grow = Em::of(1);
    const auto middle = header.children.begin() + static_cast<std::ptrdiff_t>(contacts);
    std::move(header.children.begin(), middle, std::back_inserter(left.children));
    std::move(middle, header.children.end(), std::back_inserter(right.children));
    if (one_line) set_on_one_line(left.children);
    trim_spaces(left.children);
    trim_spaces(right.children);
    Row row;
    row.cells.push_back(std::move(left));
    row.cells.push_back(std::move(right));
    header.children.clear();
    header.children.push_back({{}, std::move(row), {}});
}

bool is_centered(const Context& context) {
    const auto align = context.sheet[Element::HeaderName].paragraph.align;
    return align && *align == TextAlign::Center;
}

/// Where the photo goes, decided before the header's lines are filled.
struct PhotoPlan {
    std::optional<Block> beside;  ///< the header's text
};

/// The photo with the text of the document beside it.
void float_photo(Context& context, Blocks& out) {
    std::optional<Block> photo = photo_block(context);
    if (!photo) return;
    photo->box.float_end = true;
    context.header_measure -= photo_room(context, false);
    out.push_back(std::move(*photo));
}

/// Takes the photo's room from the header's lines; one that floats goes to `out` at once.
PhotoPlan plan_photo(Context& context, Blocks& out) {
    std::optional<Block> photo = photo_block(context);
    if (!photo) return {};
    if (context.sheet.photo.place == PhotoPlace::Float) {
        float_photo(context, out);
        return {};
    }
    if (context.sheet.photo.place != PhotoPlace::Above && !context.sheet.form.show)
        context.header_measure -= photo_room(context, is_centered(context));
    return {std::move(photo)};
}

/// `联系方式` above the details.
Block contacts_title(Context& context) {
    const Scope scope = dress(context, text_scope(context), Element::Heading2);
    Paragraph title;
    title.style = scope.paragraph;
    title.heading_level = kSectionLevel;
    title.content.emplace_back(
        make_run(context, label_of(context.sheet, "contact", context.profile.lang), scope, {}));
    return {box_of(context, Element::Heading2, scope.text.size), std::move(title), {}};
}

/// The header with its contact details from child `contacts` on.
void finish_header(Context& context, Container header, std::size_t contacts, PhotoPlan photo,
                   Span span, Blocks& out) {
    if (header.children.empty()) return;
    if (context.sheet.form.show)
        return set_form(context, {std::move(header), contacts, std::move(photo.beside), span},
                        out);
    const HeaderArrangement arrangement = context.sheet.header.arrangement;
    const bool at_right =
        arrangement == HeaderArrangement::Split || arrangement == HeaderArrangement::Inline;
    bool beside = at_right && contacts > 0 && contacts < header.children.size();
    if (beside && arrangement == HeaderArrangement::Inline &&
        !has_room_beside(context, header, contacts, false)) {
        beside = false;
        align_below(header, contacts);
    }
    if (context.sheet.header.contacts_title && !beside && contacts < header.children.size())
        header.children.insert(header.children.begin() + static_cast<std::ptrdiff_t>(contacts),
                               contacts_title(context));
    const bool one_line = arrangement == HeaderArrangement::Inline && contacts > 1 &&
                          has_room_beside(context, header, contacts, true);
    if (beside) set_beside(header, contacts, one_line);
    BoxStyle box = box_of(context, Element::Header, body_scope(context).text.size);
    box.space_after = std::max(box.space_after, header.children.back().box.space_after);
    trim_spaces(header.children);
    if (photo.beside && context.sheet.photo.place == PhotoPlace::Above)
        set_below_photo(context, header, std::move(*photo.beside));
    else if (photo.beside)
        set_beside_photo(context, header, std::move(*photo.beside), is_centered(context));
    out.push_back({box, std::move(header), span});
}

void add_front_matter_headline(Context& context, const Scope& scope, Element element,
                               Blocks& out) {
    const auto& headline = context.profile.headline;
    if (!headline || ascii::trim(headline->text).empty()) return;
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
    if (!field || ascii::trim(field->text).empty()) {
        float_photo(context, out);
        return 0;
    }
    const bool dressed = context.sheet.header.recognize;
    const Scope inner = dressed ? name_scope(context, scope, field->text)
                                : dress(context, scope, Element::Heading1);
    InlineItems content;
    content.emplace_back(make_run(context, field->text, inner, field->span));
    Block name = make_name(context, std::move(content), inner, field->text, {}, field->span);
    if (!dressed) name.box = box_of(context, Element::Heading1, inner.text.size);
    Container header{ContainerKind::Header, {}};
    PhotoPlan photo;
    if (dressed)
        photo = plan_photo(context, out);
    else
        float_photo(context, out);
    header.children.push_back(std::move(name));
    add_front_matter_headline(context, scope, dressed ? Element::HeaderHeadline : Element::Body,
                              header.children);
    const std::size_t contacts = header.children.size();
    add_front_matter_contacts(context, scope, dressed ? Element::HeaderContacts : Element::Body,
                              header.children);
    if (dressed)
        add_contacts(context, contact_blocks(profile.header, blocks), scope, header.children);
    finish_header(context, std::move(header), contacts, std::move(photo), field->span, out);
    return dressed ? profile.header.contacts_end : 0;
}

}  // namespace

std::size_t set_header(Context& context, std::span<const ast::Block> blocks, const Scope& scope,
                       Blocks& out) {
    if (context.profile.header_from_front_matter)
        return set_front_matter_header(context, blocks, scope, out);
    const profile::Header& found = context.profile.header;
    if (!context.sheet.header.recognize || !found.name) {
        float_photo(context, out);
        return 0;
    }
    const ast::Block& block = blocks[*found.name];
    const auto& heading = ast::get<ast::Heading>(block.node);
    const std::string title = plain_text(heading.children);
    const Scope inner = name_scope(context, scope, title);
    for (Block& above : set_blocks(context, blocks.first(*found.name), scope))
        out.push_back(std::move(above));
    InlineItems content = set_inlines(context, heading.children, inner);
    if (content.empty()) return *found.name + 1;
    context.anchors.insert(heading.id);
    PhotoPlan photo = plan_photo(context, out);
    Container header{ContainerKind::Header, {}};
    header.children.push_back(
        make_name(context, std::move(content), inner, title, heading.id, block.span));
    if (found.headline) add_headline(context, blocks[*found.headline], scope, header.children);
    const std::size_t contacts = header.children.size();
    add_contacts(context, contact_blocks(found, blocks), scope, header.children);
    finish_header(context, std::move(header), contacts, std::move(photo), block.span, out);
    return found.contacts_end;
}

}  // namespace cvtex::styles
