#pragma once

#include <cstdint>
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

/// Whether the start tag `opening` ends an open element `open` whose end tag was left out.
[[nodiscard]] bool start_tag_closes(std::string_view opening, std::string_view open);
/// Whether the search for an open element to end stops at `open`.
[[nodiscard]] bool start_tag_scope_ends(std::string_view opening, std::string_view open);
/// Whether an end tag `closing` may not reach through `open`.
[[nodiscard]] bool end_tag_scope_ends(std::string_view closing, std::string_view open);

}  // namespace cvtex::grammar
