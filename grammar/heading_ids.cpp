#include "grammar/heading_ids.hpp"

#include "base/overloaded.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::grammar {
namespace {

/// Circled and squared letters: symbols that are letters all the same (PropList.txt,
/// Other_Alphabetic).
bool is_lettered_symbol(char32_t c) {
    return (c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F149) ||
           (c >= 0x1F150 && c <= 0x1F169) || (c >= 0x1F170 && c <= 0x1F189);
}

/// GitHub keeps what Ruby's `\p{Word}` has: letters, marks, decimal digits, connectors such as
/// `_`; and hyphens. Numbers that are no digits, such as `①`, go.
bool stays_in_slug(char32_t c) {
    using unicode::Category;
    switch (unicode::category(c)) {
        case Category::Lu:
        case Category::Ll:
        case Category::Lt:
        case Category::Lm:
        case Category::Lo:
        case Category::Mn:
        case Category::Mc:
        case Category::Me:
        case Category::Nd:
        case Category::Nl:
        case Category::Pc:
            return true;
        default:
            return c == '-' || is_lettered_symbol(c);
    }
}

std::string slug(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        at += c.length;
        if (c.code_point == ' ') {
            out += '-';
        } else if (stays_in_slug(c.code_point)) {
            append_utf8(out, c.code_point);
        }
    }
    return unicode::to_lower(out);
}

void append_plain(std::string& out, const ast::Inlines& inlines) {
    for (const ast::Inline& item : inlines) {
        std::visit(
            overloaded{
                [&](const ast::Text& node) { out += node.text; },
                [&](const ast::SoftBreak&) { out += ' '; },
                [&](const ast::HardBreak&) { out += ' '; },
                [&](const ast::Code& node) { out += node.text; },
                [&](const ast::Emphasis& node) { append_plain(out, node.children); },
                [&](const ast::Strong& node) { append_plain(out, node.children); },
                [&](const ast::Strikethrough& node) { append_plain(out, node.children); },
                [&](const ast::Link& node) { append_plain(out, node.children); },
                [&](const ast::Image& node) { append_plain(out, node.alternative); },
                [&](const ast::RawHtml&) {},
                [&](const ast::Element& node) { append_plain(out, node.children); },
                [&](const ast::FootnoteReference&) {},
            },
            item.node);
    }
}

}  // namespace

std::string HeadingIds::unique(std::string_view heading_text) {
    std::string base = slug(heading_text);
    const auto [entry, is_new] = repeats_.try_emplace(base, 0);
    if (is_new) return base;
    std::uint32_t& count = entry->second;
    std::string id;
    do {
        id = base + '-' + std::to_string(++count);
    } while (!repeats_.try_emplace(id, 0).second);
    return id;
}

std::string plain_text(const ast::Inlines& inlines) {
    std::string out;
    append_plain(out, inlines);
    return out;
}

}  // namespace cvtex::grammar
