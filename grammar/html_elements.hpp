#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// What cvtex knows about each HTML element.
namespace cvtex::grammar {

enum class HtmlRole : std::uint8_t {
    Inline,       ///< becomes an inline node
    Block,        ///< becomes a block
    Transparent,  ///< tags vanish, contents stay, nothing is said: html, tbody outside a table…
    Removed,      ///< tags and contents vanish without a word: style, head, template…
    Forbidden,    ///< tags and contents vanish with a warning: script, iframe…
    Unknown,      ///< tags vanish with a warning, contents stay
};

struct HtmlElement {
    std::string_view name;
    HtmlRole role = HtmlRole::Unknown;
    bool is_void = false;       ///< never has contents or an end tag
    bool raw_text = false;      ///< no tags inside
    bool end_optional = false;  ///< HTML lets authors leave the end tag out
    std::string_view same_as;   ///< set as this element instead
};

/// The element called `name` (lower case); unknown names yield role Unknown.
[[nodiscard]] HtmlElement html_element(std::string_view name);

/// A number for comparing names quickly; all unknown names share one.
[[nodiscard]] std::size_t html_element_index(std::string_view name);

/// The lowest entry of the stack `open` (indices, outermost first) whose left-out end tag the
/// start tag `opening` implies; `open.size()` when there is none. `<li>` ends the `<li>` before
/// it, a block ends a paragraph.
[[nodiscard]] std::size_t first_implied_end(std::string_view opening,
                                            std::span<const std::size_t> open);
/// The innermost entry of `open` that the end tag `closing` (a known name) ends;
/// `open.size()` when there is none: end tags do not reach out of table cells.
[[nodiscard]] std::size_t find_open(std::string_view closing,
                                    std::span<const std::size_t> open);

}  // namespace cvtex::grammar
