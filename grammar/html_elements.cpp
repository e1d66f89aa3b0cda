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

constexpr std::size_t index_of(std::string_view name) {
    HtmlElement wanted;
    wanted.name = name;
    const auto* const found =
        std::lower_bound(kElements.begin(), kElements.end(), wanted, by_name);
    const bool known = found != kElements.end() && found->name == name;
    return known ? static_cast<std::size_t>(found - kElements.begin()) : kElements.size();
}

/// A set of elements; asking costs one bit test, which keeps floods of tags cheap.
class TagSet {
public:
    constexpr TagSet() = default;

    constexpr TagSet(std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names) bits_[index_of(name)] = true;
    }

    [[nodiscard]] constexpr bool has(std::size_t index) const { return bits_[index]; }

private:
    std::array<bool, kElements.size() + 1> bits_{};  // the last stands for unknown names
};

constexpr TagSet kTableParts{"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"};

/// Which open elements a start tag ends, and where the search for them stops.
struct StartRule {
    TagSet closes;
    TagSet scope;
};

constexpr StartRule kItem{{"li", "p"}, {"ul", "ol", "menu", "dir", "td", "th"}};
constexpr StartRule kDefinition{{"dt", "dd", "p"}, {"dl", "td", "th"}};
constexpr StartRule kCell{{"td", "th", "caption"}, {"table"}};
constexpr StartRule kRow{{"td", "th", "tr", "caption"}, {"table"}};
constexpr StartRule kRowGroup{{"td", "th", "tr", "thead", "tbody", "tfoot", "caption"},
                              {"table"}};
constexpr TagSet kFlowScope{"td", "th", "caption", "table", "li", "div", "blockquote"};
constexpr StartRule kAnchor{{"a"}, kFlowScope};
constexpr StartRule kBlock{{"p"}, kFlowScope};
constexpr StartRule kNothing{};

const StartRule& start_rule(std::string_view opening) {
    if (opening == "li") return kItem;
    if (opening == "dt" || opening == "dd") return kDefinition;
    if (opening == "td" || opening == "th") return kCell;
    if (opening == "tr") return kRow;
    if (opening == "thead" || opening == "tbody" || opening == "tfoot") return kRowGroup;
    if (opening == "a") return kAnchor;
    return html_element(opening).role == HtmlRole::Block ? kBlock : kNothing;
}

}  // namespace

HtmlElement html_element(std::string_view name) {
    const std::size_t index = index_of(name);
    if (index < kElements.size()) return kElements[index];
    HtmlElement unknown;
    unknown.name = name;
    return unknown;
}

std::size_t html_element_index(std::string_view name) {
    return index_of(name);
}

std::size_t first_implied_end(std::string_view opening, std::span<const std::size_t> open) {
    const StartRule& rule = start_rule(opening);
    std::size_t keep = open.size();
    if (&rule == &kNothing) return keep;
    for (std::size_t i = open.size(); i-- > 0;) {
        if (rule.closes.has(open[i])) keep = i;
        if (rule.scope.has(open[i])) break;
    }
    return keep;
}

std::size_t find_open(std::string_view closing, std::span<const std::size_t> open) {
    static constexpr TagSet kTable{"table"};
    static constexpr TagSet kItemScope{"ul", "ol", "td", "th", "table"};
    static constexpr TagSet kCellScope{"td", "th", "caption", "table"};
    const std::size_t wanted = index_of(closing);
    const TagSet& scope = kTableParts.has(wanted) ? kTable
                          : closing == "li"       ? kItemScope
                                                  : kCellScope;
    for (std::size_t i = open.size(); i-- > 0;) {
        if (open[i] == wanted) return i;
        if (scope.has(open[i])) break;
    }
    return open.size();
}

}  // namespace cvtex::grammar
