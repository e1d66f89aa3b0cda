#include "profile/header.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "grammar/heading_ids.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// More blocks than this below a name are text, not contact details.
constexpr std::size_t kMostContactBlocks = 3;
constexpr std::size_t kMostContactItems = 10;
/// Headings from this level on may be small print: authors use `######` for it.
constexpr int kFirstSmallHeading = 4;

bool is_contact_paragraph(const ast::Block& block) {
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return is_contact_line(grammar::plain_text(paragraph->children));
    const auto* heading = ast::get_if<ast::Heading>(&block.node);
    return heading && heading->level >= kFirstSmallHeading &&
           is_contact_line(grammar::plain_text(heading->children));
}

/// The one short line of a list item, or null.
const ast::Inlines* item_line(const ast::ListItem& item) {
    if (item.children.size() != 1 || item.task != ast::TaskState::None) return nullptr;
    const auto* paragraph = std::get_if<ast::Paragraph>(&item.children[0].node);
    return paragraph && is_short_phrase(grammar::plain_text(paragraph->children))
               ? &paragraph->children
               : nullptr;
}

/// A bullet list of short lines with an address or a number among them.
bool is_contact_list(const ast::Block& block) {
    const auto* list = std::get_if<ast::List>(&block.node);
    if (!list || list->ordered || list->items.empty() || list->items.size() > kMostContactItems)
        return false;
    bool any = false;
    for (const ast::ListItem& item : list->items) {
        const ast::Inlines* line = item_line(item);
        if (!line) return false;
        any = any || is_contact_line(grammar::plain_text(*line));
    }
    return any;
}

/// A quote that holds nothing but contact details.
bool is_contact_quote(const ast::Block& block) {
    const auto* quote = std::get_if<ast::BlockQuote>(&block.node);
    return quote && !quote->children.empty() && quote->children.size() <= kMostContactBlocks &&
           std::all_of(quote->children.begin(), quote->children.end(),
                       [](const ast::Block& line) {
                           return is_contact_paragraph(line) || is_contact_list(line);
                       });
}

bool is_picture(const ast::Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const ast::Inline& node) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        const auto* element = ast::get_if<ast::Element>(&node.node);
        return ast::holds<ast::Image>(node.node) ||
               std::holds_alternative<ast::SoftBreak>(node.node) ||
               (text && ascii::trim(text->text).empty()) || (element && element->tag == "img");
    });
}

/// Comments, and a picture that stands above the name.
bool may_precede_name(const ast::Block& block) {
    if (std::holds_alternative<ast::HtmlBlock>(block.node)) return true;
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    return paragraph && is_picture(paragraph->children);
}

bool is_headline(const ast::Block& block) {
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return is_short_phrase(grammar::plain_text(paragraph->children));
    const auto* heading = ast::get_if<ast::Heading>(&block.node);
    return heading && is_short_phrase(grammar::plain_text(heading->children));
}

}  // namespace

bool is_contact_block(const ast::Block& block) {
    return is_contact_paragraph(block) || is_contact_quote(block) || is_contact_list(block);
}

Header find_header(std::span<const ast::Block> blocks, bool name_known,
                   bool has_several_titles) {
    Header header;
    std::size_t at = 0;
    if (!name_known) {
        const auto found = std::find_if_not(blocks.begin(), blocks.end(), may_precede_name);
        at = static_cast<std::size_t>(found - blocks.begin());
        const auto* heading =
            found == blocks.end() ? nullptr : ast::get_if<ast::Heading>(&found->node);
        if (has_several_titles || heading == nullptr || heading->level != 1) return header;
        header.name = at++;
        // A short line between name and contact details.
        if (at + 1 < blocks.size() && !is_contact_block(blocks[at]) &&
            is_contact_block(blocks[at + 1]) && is_headline(blocks[at]))
            header.headline = at++;
    }
    header.contacts_begin = at;
    while (at < blocks.size() && at - header.contacts_begin < kMostContactBlocks &&
           is_contact_block(blocks[at]))
        ++at;
    header.contacts_end = at;
    return header;
}

}  // namespace cvtex::profile
