#include "styles/contents.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "styles/blocks.hpp"
#include "styles/inlines.hpp"
#include "styles/labels.hpp"

namespace cvtex::styles {
namespace {

constexpr int kSectionLevel = 2;
constexpr std::string_view kEmSpace = "\u2003";
/// Each further level of the table stands in by this much.
constexpr Em kStep = Em::of(1.5);

bool is_digit(char32_t c) {
    return ascii::is_digit(c) || (c >= U'０' && c <= U'９');
}

bool is_numeral(char32_t c) {
    return std::u32string_view(U"一二三四五六七八九十百").find(c) != std::u32string_view::npos;
}

/// `1. 概述`, `2.3 接口`, `一、背景`, `第二章`, `（三）`.
bool has_number(std::string_view title) {
    const std::u32string_view opening = U"（(第";
    const std::u32string_view closing = U"、．.）) 章节部";
    std::size_t at = 0;
    bool any = false;
    for (bool first = true; at < title.size(); first = false) {
        const Decoded c = decode_utf8(title, at);
        at += c.length;
        if (first && opening.find(c.code_point) != std::u32string_view::npos) continue;
        if (!is_digit(c.code_point) && !is_numeral(c.code_point))
            return any && closing.find(c.code_point) != std::u32string_view::npos;
        any = true;
    }
    return false;
}

bool is_link_list(const ast::List& list) {
    return !list.items.empty() &&
           std::all_of(list.items.begin(), list.items.end(), [](const ast::ListItem& item) {
               if (item.children.empty()) return false;
               const auto* paragraph = std::get_if<ast::Paragraph>(&item.children[0].node);
               if (!paragraph || paragraph->children.size() != 1) return false;
               const auto* link = ast::get_if<ast::Link>(&paragraph->children[0].node);
               if (!link || !link->destination.starts_with('#')) return false;
               return std::all_of(item.children.begin() + 1, item.children.end(),
                                  [](const ast::Block& child) {
                                      const auto* inner = std::get_if<ast::List>(&child.node);
                                      return inner && is_link_list(*inner);
                                  });
           });
}

Block contents_line(Context& context, const ContentsEntry& entry, const Scope& scope) {
    const bool section = entry.level == kSectionLevel;
    Scope inner = section ? dress(context, scope, Element::ContentsSection) : scope;
    inner.subdued = true;
    inner.link = make_link(context, "#" + entry.anchor, {}, entry.span);
    Paragraph line;
    line.style = inner.paragraph;
    line.leader = true;
    line.content.emplace_back(make_run(context, entry.text, inner, entry.span));
    TextRun number = make_run(context, "0", inner, {});
    number.page_number = true;
    line.aside.emplace_back(std::move(number));
    const Element element = section ? Element::ContentsSection : Element::Contents;
    Block block{box_of(context, element, inner.text.size), std::move(line), entry.span};
    block.box.padding.left +=
        (kStep * static_cast<std::int64_t>(entry.level - kSectionLevel)).at(scope.text.size);
    return block;
}

}  // namespace

void plan_numbers(Context& context, std::span<const ast::Block> blocks) {
    if (context.sheet.numbering == Numbering::None) return;
    context.numbers_headings =
        std::none_of(blocks.begin(), blocks.end(), [](const ast::Block& block) {
            const auto* heading = ast::get_if<ast::Heading>(&block.node);
            return heading && has_number(plain_text(heading->children));
        });
}

void note_heading(Context& context, int level, Paragraph& heading, const Scope& scope,
                  Span span) {
    const int depth = level - kSectionLevel;
    auto& numbers = context.heading_numbers;
    if (context.numbers_headings && depth >= 0 && depth < static_cast<int>(numbers.size())) {
        ++numbers[static_cast<std::size_t>(depth)];
        std::string number;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (static_cast<int>(i) > depth) {
                numbers[i] = 0;
            } else {
                number += (i > 0 ? "." : "") + std::to_string(numbers[i]);
            }
        }
        number += kEmSpace;
        heading.outline_title.insert(0, number);
        heading.content.insert(heading.content.begin(),
                               make_run(context, std::move(number), scope, {}));
    }
    if (level >= kSectionLevel && !heading.anchor.empty())
        context.contents.push_back({level, heading.outline_title, heading.anchor, span});
}

bool is_written_contents(const ast::Block& block) {
    if (const auto* list = std::get_if<ast::List>(&block.node)) return is_link_list(*list);
    const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
    if (!paragraph) return false;
    const std::string text = ascii::to_lower(ascii::trim(plain_text(paragraph->children)));
    return text == "[toc]" || text == "[[toc]]" || text == "[[_toc_]]";
}

Blocks make_contents(Context& context, const Scope& scope) {
    const ContentsSheet& sheet = context.sheet.contents;
    std::vector<ContentsEntry> entries = context.contents;
    std::erase_if(entries, [&](const ContentsEntry& entry) {
        return entry.level >= kSectionLevel + sheet.depth;
    });
    if (sheet.depth == 0 || entries.empty() ||
        entries.size() < static_cast<std::size_t>(sheet.at_least))
        return {};
    Blocks out;
    const Scope title_scope = dress(context, scope, Element::ContentsTitle);
    Paragraph title;
    title.style = title_scope.paragraph;
    title.content.emplace_back(make_run(
        context, label_of(context.sheet, "contents", context.profile.lang), title_scope, {}));
    out.push_back(
        {box_of(context, Element::ContentsTitle, title_scope.text.size), std::move(title), {}});
    const Scope lines = dress(context, scope, Element::Contents);
    for (const ContentsEntry& entry : entries)
        out.push_back(contents_line(context, entry, lines));
    // A line parts the table from the text.
    Pt& after = out.back().box.space_after;
    after = std::max(after, lines.paragraph.leading);
    return out;
}

}  // namespace cvtex::styles
