#include "styles/sections.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "profile/sections.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/own_name.hpp"
#include "styles/runs.hpp"

namespace cvtex::styles {
namespace {

using profile::SectionKind;

constexpr int kSectionLevel = 2;
/// A column of dates takes no more of the text than this: longer dates stand at the right.
constexpr Em kWidestDates = Em::of(13);
/// Between dates and text.
constexpr Em kDateGap = Em::of(1.1);

bool begins_section(const Context& context, const ast::Block& block) {
    const auto* heading = ast::get_if<ast::Heading>(&block.node);
    if (!heading) return false;
    const int dressed = heading->level + context.heading_shift;
    // Parts above sections that were moved up end them too.
    return dressed == kSectionLevel || (context.heading_shift < 0 && dressed < kSectionLevel);
}

/// Where the section after the one at `begin` starts. A rule above its heading belongs to it.
std::size_t section_end(const Context& context, std::span<const ast::Block> blocks,
                        std::size_t begin) {
    const auto is_rule = [&](std::size_t at) {
        return std::holds_alternative<ast::ThematicBreak>(blocks[at].node);
    };
    std::size_t first = begin;
    while (first < blocks.size() && is_rule(first)) ++first;
    std::size_t end = std::min(first + 1, blocks.size());
    while (end < blocks.size() && !begins_section(context, blocks[end])) ++end;
    while (end < blocks.size() && end > first + 1 && is_rule(end - 1)) --end;
    return end;
}

const ast::Heading* heading_of(std::span<const ast::Block> section) {
    for (const ast::Block& block : section) {
        if (std::holds_alternative<ast::ThematicBreak>(block.node)) continue;
        return ast::get_if<ast::Heading>(&block.node);
    }
    return nullptr;
}

bool stands_beside(const Sheet& sheet, const std::string& title, SectionKind kind) {
    const std::vector<std::string>& names = sheet.sidebar.sections;
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name == profile::name_of(kind) ||
               profile::title_key(name) == profile::title_key(title);
    });
}

bool lists_works(SectionKind kind) {
    return kind == SectionKind::Publications || kind == SectionKind::Patents ||
           kind == SectionKind::Talks;
}

/// Sections that stand in the main text, and where each begins in the blocks made.
struct MainSection {
    std::size_t begin = 0, end = 0;
};

/// What the gaps between Han and Latin take in dates such as `2018年4月`.
Pt gaps_in(const InlineItems& items, Pt size) {
    constexpr Em kGap = Em::of(0.25);
    const auto is_wide_byte = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    std::string text;
    for (const InlineItem& item : items)
        if (const auto* run = std::get_if<TextRun>(&item)) text += run->text;
    Pt width;
    for (std::size_t at = 0; at + 1 < text.size(); ++at)
        if (ascii::is_digit(text[at]) != ascii::is_digit(text[at + 1]) &&
            (is_wide_byte(text[at]) || is_wide_byte(text[at + 1])))
            width += kGap.at(size);
    return width;
}

/// The column that the dates of `blocks` need, gap included.
Pt date_column(const Context& context, const Blocks& blocks, Pt size) {
    const Pt gap = kDateGap.at(size);
    Pt widest = context.sheet.entry.date_width.at(size) - gap;
    for (const Block& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        if (!paragraph || paragraph->aside.empty() || block.box.beside) continue;
        const Pt width =
            estimate_width(context, paragraph->aside) + gaps_in(paragraph->aside, size);
        if (width <= kWidestDates.at(size)) widest = std::max(widest, width);
    }
    return widest + gap;
}

bool is_section_head(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    return paragraph && paragraph->heading_level > 0 && paragraph->aside.empty() &&
           block.box.keep_with_next;
}

/// Moves `blocks` in by the column of dates, which stand in it beside their lines.
void indent_section(Blocks& blocks, Pt column, Blocks& out) {
    Blocks inside;
    std::size_t at = 0;
    // Rules and the head, whichever comes first, reach across the column.
    for (bool headed = false; at < blocks.size(); ++at) {
        const bool head = !headed && is_section_head(blocks[at]);
        if (!head && !std::holds_alternative<Rule>(blocks[at].node)) break;
        headed = headed || head;
        out.push_back(std::move(blocks[at]));
    }
    for (; at < blocks.size(); ++at) {
        if (auto* paragraph = std::get_if<Paragraph>(&blocks[at].node))
            if (!paragraph->aside.empty()) paragraph->aside_column = column;
        inside.push_back(std::move(blocks[at]));
    }
    if (inside.empty()) return;
    Block group{{}, {}, inside.front().span};
    group.box.padding.left = column;
    group.box.space_before = inside.front().box.space_before;
    group.box.space_after = inside.back().box.space_after;
    trim_spaces(inside);
    group.node = Container{ContainerKind::Group, std::move(inside)};
    out.push_back(std::move(group));
}

/// Gives the dates of all sections one column.
void indent_sections(const Context& context, const std::vector<MainSection>& sections, Pt size,
                     Blocks& out) {
    const Pt column = date_column(context, out, size);
    Blocks all;
    std::size_t at = 0;
    for (const MainSection& section : sections) {
        for (; at < section.begin; ++at) all.push_back(std::move(out[at]));
        Blocks blocks;
        for (; at < section.end; ++at) blocks.push_back(std::move(out[at]));
        indent_section(blocks, column, all);
    }
    for (; at < out.size(); ++at) all.push_back(std::move(out[at]));
    out = std::move(all);
}

class SectionSetter {
public:
    SectionSetter(Context& context, SheetPair& sheets, Blocks& out)
        : context_(context), sheets_(sheets), out_(out) {}

    void set(std::span<const ast::Block> section) {
        const ast::Heading* heading = heading_of(section);
        const std::string title = heading ? plain_text(heading->children) : std::string();
        context_.section = profile::section_kind(title);
        const std::size_t before = out_.size();
        const bool beside = context_.out.page.side && heading &&
                            stands_beside(context_.sheet, title, context_.section);
        if (beside)
            set_beside(context_, sheets_, out_, [&] { add(section); });
        else
            add(section);
        if (!beside) sections_.push_back({before, out_.size()});
        context_.section = SectionKind::Generic;
    }

    void finish() {
        if (context_.sheet.entry.date == DatePlace::Start)
            indent_sections(context_, sections_, text_scope(context_).text.size, out_);
    }

private:
    void add(std::span<const ast::Block> section) {
        const Scope scope = text_scope(context_);
        Blocks blocks = set_blocks(context_, section, scope);
        if (lists_works(context_.section)) mark_own_name(context_, blocks, scope);
        std::move(blocks.begin(), blocks.end(), std::back_inserter(out_));
    }

    Context& context_;
    SheetPair& sheets_;
    Blocks& out_;
    std::vector<MainSection> sections_;
};

}  // namespace

Scope text_scope(Context& context) {
    Scope scope = body_scope(context);
    return context.in_side ? dress(context, std::move(scope), Element::Sidebar) : scope;
}

void set_sections(Context& context, SheetPair& sheets, std::span<const ast::Block> blocks,
                  Blocks& out) {
    SectionSetter setter(context, sheets, out);
    for (std::size_t at = 0; at < blocks.size();) {
        const std::size_t end = section_end(context, blocks, at);
        setter.set(blocks.subspan(at, end - at));
        at = end;
    }
    setter.finish();
}

}  // namespace cvtex::styles
