#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/ast.hpp"
#include "styles/values.hpp"

/// The little CSS that `style="…"` and presentational attributes of pasted HTML may hold.
namespace cvtex::styles {

/// A width: a length, a part of the measure (1em = all), or neither.
struct Extent {
    std::optional<Length> length;
    std::optional<Em> fraction;
};

/// The spaces around an element that were asked for.
struct CssSides {
    std::optional<Length> top, right, bottom, left;
};

/// What was asked for and understood; everything else is ignored, as browsers do.
struct Css {
    std::optional<Color> color, background;
    std::optional<Length> font_size;  ///< em: of the surrounding text
    std::optional<int> weight;
    std::optional<bool> italic, underline, strikethrough;
    std::optional<Em> letter_spacing;
    std::optional<Align> align;
    bool hidden = false;  ///< `display: none`
    bool flex = false;
    bool stacked = false;    ///< `flex-direction: column`: not side by side
    bool floats = false;     ///< `float: right`, `margin-left: auto`: wants the line's end
    bool float_end = false;  ///< `float: right` alone
    std::optional<Distribute> distribute;
    std::optional<Length> gap;
    bool centered = false;  ///< `margin: 0 auto`
    CssSides margin, padding;
    Extent width, height;
    Em grow;  ///< `flex-grow`: 1em for 1
    bool break_before = false, break_after = false, keep_together = false;
};

/// Reads `style` and the attributes that HTML 4 had for the same (`align`, `color`, `width`…).
[[nodiscard]] Css read_css(const ast::Attributes& attributes);

/// Value of attribute `name`, or empty.
[[nodiscard]] std::string_view attribute(const ast::Attributes& attributes,
                                         std::string_view name);

/// The attribute `lang` when it is a language tag (BCP 47); else empty.
[[nodiscard]] std::string language_of(const ast::Attributes& attributes);

/// `#rgb`, `#rrggbb`, `rgb(1, 2, 3)`, `hsl(210, 50%, 40%)` or one of CSS's names; alpha is
/// ignored.
[[nodiscard]] std::optional<Color> parse_css_color(std::string_view text);

}  // namespace cvtex::styles
