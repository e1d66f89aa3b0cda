#include "profile/entry_head.hpp"

#include "profile/entry_facts.hpp"
#include "profile/entry_labels.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

/// Below a heading that is nothing but dates: the line that names the entry.
void take_title(EntryHead& head, const ast::Block& next, int level) {
    const ast::Inlines* inlines = nullptr;
    if (const auto* heading = ast::get_if<ast::Heading>(&next.node);
        heading && heading->level > level)
        inlines = &heading->children;
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&next.node);
        paragraph && starts_bold(paragraph->children))
        inlines = &paragraph->children;
    if (!inlines) return;
    auto line = only_line(*inlines);
    if (!line || has_date(*line) || !is_fact_line(text_of(*line))) return;
    add_line(head, std::move(*line));
    head.blocks = 2;
}

std::optional<EntryHead> read_heading(const ast::Heading& heading,
                                      std::span<const ast::Block> siblings, std::size_t at) {
    auto line = only_line(heading.children);
    if (!line) return std::nullopt;
    EntryHead head;
    head.shape = EntryShape::Heading;
    head.dress = TitleDress::Heading;
    add_line(head, std::move(*line));
    if (head.parts.empty() && head.date && head.date->range.is_range &&
        at + 1 < siblings.size()) {
        take_title(head, siblings[at + 1], heading.level);
        return head;
    }
    take_following(head, siblings, at, heading.level);
    return head;
}

/// A paragraph whose first line is a title: bold, or dates and facts alone.
std::optional<EntryHead> read_paragraph(const ast::Paragraph& paragraph,
                                        std::span<const ast::Block> siblings, std::size_t at,
                                        bool in_list) {
    std::size_t rest = 0;
    const std::vector<SourceLine> lines = lines_of(paragraph.children, kMostHeadLines, rest);
    if (lines.empty()) return std::nullopt;
    EntryHead head;
    head.shape = in_list ? EntryShape::ListItem : EntryShape::Paragraph;
    head.dress = starts_bold(paragraph.children) ? TitleDress::Bold : TitleDress::Plain;
    const std::size_t used = read_lines(head, lines);
    if (!head.date) {
        if (head.dress != TitleDress::Bold || lines.size() > 1) return std::nullopt;
        take_following(head, siblings, at, 0);
        // Below an item, labels alone tell its facts from what was done.
        const bool found = in_list ? head.labelled_date : head.date.has_value();
        return found ? std::optional(std::move(head)) : std::nullopt;
    }
    head.rest_text = used < lines.size() ? lines[used].line.begin : rest;
    return head;
}

std::optional<EntryHead> read_cells(const ast::Block& block) {
    EntryHead head;
    head.shape = EntryShape::Row;
    head.dress = TitleDress::Cells;
    if (!take_cells(head, block)) return std::nullopt;
    return head;
}

}  // namespace

std::optional<EntryHead> read_entry_head(std::span<const ast::Block> siblings, std::size_t at,
                                         const HeadPlace& place) {
    const ast::Block& block = siblings[at];
    if (auto head = read_labelled_head(block)) return head;
    if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
        return read_heading(*heading, siblings, at);
    if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node))
        return read_paragraph(*paragraph, siblings, at, place.in_list);
    return read_cells(block);
}

}  // namespace cvtex::profile
