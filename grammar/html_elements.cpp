#include "grammar/html_elements.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace cvtex::grammar {
namespace {

using enum HtmlRole;

// Sorted by name.
// clang-format off
constexpr std::array kElements{
    HtmlElement{"a", Inline, false, false, false, ""},
    HtmlElement{"abbr", Inline, false, false, false, ""},
    HtmlElement{"acronym", Inline, false, false, false, "abbr"},
    HtmlElement{"address", Block, false, false, false, ""},
    HtmlElement{"applet", Forbidden, false, false, false, ""},
    HtmlElement{"area", Removed, true, false, false, ""},
    HtmlElement{"article", Block, false, false, false, ""},
    HtmlElement{"aside", Block, false, false, false, "div"},
    HtmlElement{"audio", Forbidden, false, false, false, ""},
    HtmlElement{"b", Inline, false, false, false, "strong"},
    HtmlElement{"base", Removed, true, false, false, ""},
    HtmlElement{"bdi", Transparent, false, false, false, ""},
    HtmlElement{"bdo", Transparent, false, false, false, ""},
    HtmlElement{"big", Transparent, false, false, false, ""},
    HtmlElement{"blockquote", Block, false, false, false, ""},
    HtmlElement{"body", Transparent, false, false, true, ""},
    HtmlElement{"br", Inline, true, false, false, ""},
    HtmlElement{"canvas", Forbidden, false, false, false, ""},
    HtmlElement{"caption", Block, false, false, true, ""},
    HtmlElement{"center", Block, false, false, false, ""},
    HtmlElement{"cite", Inline, false, false, false, ""},
    HtmlElement{"code", Inline, false, false, false, ""},
    HtmlElement{"col", Removed, true, false, false, ""},
    HtmlElement{"colgroup", Transparent, false, false, true, ""},
    HtmlElement{"dd", Block, false, false, true, ""},
    HtmlElement{"del", Inline, false, false, false, "s"},
    HtmlElement{"details", Block, false, false, false, ""},
    HtmlElement{"dfn", Inline, false, false, false, "em"},
    HtmlElement{"dir", Block, false, false, false, "ul"},
    HtmlElement{"div", Block, false, false, false, ""},
    HtmlElement{"dl", Block, false, false, false, ""},
    HtmlElement{"dt", Block, false, false, true, ""},
    HtmlElement{"em", Inline, false, false, false, ""},
    HtmlElement{"embed", Forbidden, true, false, false, ""},
    HtmlElement{"figcaption", Block, false, false, false, ""},
    HtmlElement{"figure", Block, false, false, false, ""},
    HtmlElement{"font", Inline, false, false, false, ""},
    HtmlElement{"footer", Block, false, false, false, ""},
    HtmlElement{"form", Transparent, false, false, false, ""},
    HtmlElement{"h1", Block, false, false, false, ""},
    HtmlElement{"h2", Block, false, false, false, ""},
    HtmlElement{"h3", Block, false, false, false, ""},
    HtmlElement{"h4", Block, false, false, false, ""},
    HtmlElement{"h5", Block, false, false, false, ""},
    HtmlElement{"h6", Block, false, false, false, ""},
    HtmlElement{"head", Removed, false, false, false, ""},
    HtmlElement{"header", Block, false, false, false, ""},
    HtmlElement{"hgroup", Transparent, false, false, false, ""},
    HtmlElement{"hr", Block, true, false, false, ""},
    HtmlElement{"html", Transparent, false, false, true, ""},
    HtmlElement{"i", Inline, false, false, false, "em"},
    HtmlElement{"iframe", Forbidden, false, true, false, ""},
    HtmlElement{"img", Inline, true, false, false, ""},
    HtmlElement{"input", Inline, true, false, false, ""},
    HtmlElement{"ins", Inline, false, false, false, ""},
    HtmlElement{"kbd", Inline, false, false, false, ""},
    HtmlElement{"label", Inline, false, false, false, ""},
    HtmlElement{"li", Block, false, false, true, ""},
    HtmlElement{"link", Removed, true, false, false, ""},
    HtmlElement{"main", Block, false, false, false, ""},
    HtmlElement{"mark", Inline, false, false, false, ""},
    HtmlElement{"menu", Block, false, false, false, "ul"},
    HtmlElement{"meta", Removed, true, false, false, ""},
    HtmlElement{"nav", Block, false, false, false, ""},
    HtmlElement{"nobr", Transparent, false, false, false, ""},
    HtmlElement{"noscript", Transparent, false, false, false, ""},
    HtmlElement{"object", Forbidden, false, false, false, ""},
    HtmlElement{"ol", Block, false, false, false, ""},
    HtmlElement{"p", Block, false, false, true, ""},
    HtmlElement{"param", Removed, true, false, false, ""},
    HtmlElement{"picture", Transparent, false, false, false, ""},
    HtmlElement{"pre", Block, false, false, false, ""},
    HtmlElement{"q", Inline, false, false, false, ""},
    HtmlElement{"s", Inline, false, false, false, ""},
    HtmlElement{"samp", Inline, false, false, false, ""},
    HtmlElement{"script", Forbidden, false, true, false, ""},
    HtmlElement{"section", Block, false, false, false, ""},
    HtmlElement{"small", Inline, false, false, false, ""},
    HtmlElement{"source", Removed, true, false, false, ""},
    HtmlElement{"span", Inline, false, false, false, ""},
    HtmlElement{"strike", Inline, false, false, false, "s"},
    HtmlElement{"strong", Inline, false, false, false, ""},
    HtmlElement{"style", Removed, false, true, false, ""},
    HtmlElement{"sub", Inline, false, false, false, ""},
    HtmlElement{"summary", Block, false, false, false, ""},
    HtmlElement{"sup", Inline, false, false, false, ""},
    HtmlElement{"svg", Forbidden, false, false, false, ""},
    HtmlElement{"table", Block, false, false, false, ""},
    HtmlElement{"tbody", Block, false, false, true, ""},
    HtmlElement{"td", Block, false, false, true, ""},
    HtmlElement{"template", Removed, false, false, false, ""},
    HtmlElement{"textarea", Removed, false, true, false, ""},
    HtmlElement{"tfoot", Block, false, false, true, ""},
    HtmlElement{"th", Block, false, false, true, ""},
    HtmlElement{"thead", Block, false, false, true, ""},
    HtmlElement{"time", Inline, false, false, false, ""},
    HtmlElement{"title", Removed, false, true, false, ""},
    HtmlElement{"tr", Block, false, false, true, ""},
    HtmlElement{"track", Removed, true, false, false, ""},
    HtmlElement{"tt", Inline, false, false, false, "code"},
    HtmlElement{"u", Inline, false, false, false, ""},
    HtmlElement{"ul", Block, false, false, false, ""},
    HtmlElement{"var", Inline, false, false, false, "em"},
    HtmlElement{"video", Forbidden, false, false, false, ""},
    HtmlElement{"wbr", Removed, true, false, false, ""},
};

// clang-format on

constexpr bool by_name(const HtmlElement& a, const HtmlElement& b) {
    return a.name < b.name;
}

static_assert(std::is_sorted(kElements.begin(), kElements.end(), by_name));

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_table_part(std::string_view name) {
    return is_one_of(name, {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"});
}

}  // namespace

HtmlElement html_element(std::string_view name) {
    HtmlElement wanted;
    wanted.name = name;
    const auto* const found =
        std::lower_bound(kElements.begin(), kElements.end(), wanted, by_name);
    return found != kElements.end() && found->name == name ? *found : wanted;
}

bool start_tag_closes(std::string_view opening, std::string_view open) {
    if (opening == "li") return open == "li" || open == "p";
    if (opening == "dt" || opening == "dd") return is_one_of(open, {"dt", "dd", "p"});
    if (opening == "td" || opening == "th") return is_one_of(open, {"td", "th", "caption"});
    if (opening == "tr") return is_one_of(open, {"td", "th", "tr", "caption"});
    if (is_one_of(opening, {"thead", "tbody", "tfoot"})) {
        return is_table_part(open) && open != "table";
    }
    if (opening == "a") return open == "a";
    return open == "p" && html_element(opening).role == HtmlRole::Block;
}

bool start_tag_scope_ends(std::string_view opening, std::string_view open) {
    if (is_one_of(opening, {"td", "th", "tr", "thead", "tbody", "tfoot"})) {
        return open == "table";
    }
    if (opening == "li") return is_one_of(open, {"ul", "ol", "menu", "dir", "td", "th"});
    if (opening == "dt" || opening == "dd") return is_one_of(open, {"dl", "td", "th"});
    return is_one_of(open, {"td", "th", "caption", "table", "li", "div", "blockquote"});
}

bool end_tag_scope_ends(std::string_view closing, std::string_view open) {
    if (is_table_part(closing)) return open == "table" && closing != "table";
    if (closing == "li") return is_one_of(open, {"ul", "ol", "td", "th", "table"});
    return is_one_of(open, {"td", "th", "caption", "table"});
}

}  // namespace cvtex::grammar
