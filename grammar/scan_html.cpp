#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "grammar/rules/html.hpp"
#include "grammar/rules/match.hpp"
#include "grammar/scan_blocks.hpp"
#include "grammar/scan_inlines.hpp"

namespace cvtex::grammar {
namespace {

/// Names that start an HTML block of kind 6 (CommonMark 0.31.2 §4.6), sorted.
// clang-format off
constexpr std::array<std::string_view, 62> kBlockNames = {
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption",
    "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr", "track", "ul"};

// clang-format on

bool starts_block_tag(std::string_view rest) {
    if (rules::match<rules::block_tag_start>(rest) == 0) return false;
    rest.remove_prefix(rest[1] == '/' ? 2 : 1);
    const std::string name =
        ascii::to_lower(rest.substr(0, rules::match<rules::tag_name>(rest)));
    return std::ranges::binary_search(kBlockNames, std::string_view(name));
}

bool contains_verbatim_end(std::string_view line) {
    for (auto at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
        if (rules::match<rules::verbatim_end>(line.substr(at)) != 0) return true;
    }
    return false;
}

/// Matches `Rule`, whose end marker `closing` may be missing. Once missing, it is missing for
/// every later opener of the same text: remembered in `seen.unclosed`.
template <class Rule>
std::uint32_t match_closed(std::string_view rest, HtmlMemory& seen, HtmlMemory::Kind kind) {
    if (seen.unclosed[kind]) return 0;
    const auto length = rules::match<Rule>(rest);
    if (length == 0) seen.unclosed[kind] = true;
    return length;
}

}  // namespace

int scan_html_block(std::string_view rest) {
    if (rest.size() < 2 || rest[0] != '<') return 0;
    if (rules::match<rules::verbatim_start>(rest) != 0) return 1;
    if (rules::match<rules::comment_opening>(rest) != 0) return 2;
    if (rest[1] == '?') return 3;
    if (rules::match<rules::declaration_opening>(rest) != 0) return 4;
    if (rules::match<rules::cdata_opening>(rest) != 0) return 5;
    if (starts_block_tag(rest)) return 6;
    return rules::match<rules::lone_tag>(rest) != 0 ? 7 : 0;
}

bool ends_html_block(int kind, std::string_view line) {
    switch (kind) {
        case 1:
            return contains_verbatim_end(line);
        case 2:
            return line.find("-->") != std::string_view::npos;
        case 3:
            return line.find("?>") != std::string_view::npos;
        case 4:
            return line.find('>') != std::string_view::npos;
        case 5:
            return line.find("]]>") != std::string_view::npos;
        default:
            return false;
    }
}

std::uint32_t scan_raw_html(std::string_view rest, HtmlMemory& seen) {
    if (rest.size() < 3) return 0;
    if (rest[1] == '/') return rules::match<rules::closing_tag>(rest);
    if (rest[1] == '?')
        return match_closed<rules::instruction>(rest, seen, HtmlMemory::Instruction);
    if (rest[1] != '!') return rules::match<rules::open_tag>(rest);
    if (const auto brief = rules::match<rules::short_comment>(rest)) return brief;
    if (rules::match<rules::comment_opening>(rest) != 0) {
        return match_closed<rules::comment>(rest, seen, HtmlMemory::Comment);
    }
    if (rules::match<rules::cdata_opening>(rest) != 0) {
        return match_closed<rules::cdata>(rest, seen, HtmlMemory::Cdata);
    }
    if (rules::match<rules::declaration_opening>(rest) == 0) return 0;
    return match_closed<rules::declaration>(rest, seen, HtmlMemory::Declaration);
}

}  // namespace cvtex::grammar
