#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/geometry.hpp"
#include "base/result.hpp"
#include "base/span.hpp"
#include "base/units.hpp"
#include "grammar/ast.hpp"
#include "styles/styled.hpp"

/// The values that style keys take, as written: lengths that may depend on the font size,
/// colours and fonts by name. Each `parse_…` says in its error what was found and expected.
namespace cvtex::styles {

/// `10pt`, `1.2em`: absolute plus a multiple of the font size it is applied at.
struct Length {
    Pt absolute;
    Em em;
    bool operator==(const Length&) const = default;

    [[nodiscard]] constexpr Pt at(Pt size) const { return absolute + em.at(size); }
};

struct Sides {
    Length top, right, bottom, left;
    bool operator==(const Sides&) const = default;
};

/// A colour, the name of one in `[colors]`, or nothing (`none`).
struct ColorValue {
    std::variant<std::monostate, Color, std::string> value;
    Span span;  ///< for a name that turns out to be unknown
};

/// The name of a font role: a table in `[fonts]`.
struct FontRole {
    std::string name;
    Span span;
};

/// `0.6pt rule`: thickness and colour of a line; no thickness is no line.
struct BorderValue {
    Length thickness;
    ColorValue color;
};

/// Where the contact details of a header stand.
enum class HeaderArrangement : std::uint8_t {
    Stacked,  ///< below the name
    Split,    ///< at the right of it, each on a line of its own
    Inline,   ///< at the right of it, side by side
    Lines,    ///< below the name, each on a line of its own
};

/// Where the photo stands.
enum class PhotoPlace : std::uint8_t {
    Head,   ///< at the right of the header, what follows begins below it
    Above,  ///< in the middle above the name
    Float,  ///< at the right, with text beside it to its foot
    None,   ///< nowhere
};

/// A point of a picture, from its top left corner; 1 em is all of its width or height.
struct Focus {
    Em x = Em::of(0.5), y = Em::of(0.5);
};

/// Where the role stands in an entry's head.
enum class RolePlace : std::uint8_t { Inline, Below };

/// Where the dates of entries stand: flush right, or in a column left of the text.
enum class DatePlace : std::uint8_t { End, Start };

/// How `**Label**: values` of lists are set.
enum class LabelPlace : std::uint8_t {
    AsWritten,
    Column,  ///< labels in a column, values hanging beside it
    Above,   ///< a label above its values
};

enum class Numbering : std::uint8_t { None, Decimal };

enum class SidebarEdge : std::uint8_t { Start, End };

/// `Auto`: justified in Chinese, Japanese and Korean documents, whose squares fill any measure;
/// ragged in others, where a résumé's short measures would tear words apart.
enum class TextAlign : std::uint8_t { Auto, Justify, Start, Center, End };

/// A CSS number with its unit, locale-free. Finite and within ±20 000; nothing otherwise.
struct Dimension {
    double number = 0;
    std::string_view unit;  ///< empty for a bare number
};

[[nodiscard]] std::optional<Dimension> parse_dimension(std::string_view text);
/// Points in one of `unit`; nothing for relative and unknown units.
[[nodiscard]] std::optional<double> points_per_unit(std::string_view unit);

/// Units pt mm cm in px em %; `%` is of the font size. A bare number is points.
[[nodiscard]] Result<Length> parse_length(std::string_view text);
/// As `parse_length`, but a bare number below 5 is a multiple of the font size.
[[nodiscard]] Result<Length> parse_leading(std::string_view text);
/// `0.06em`, or a bare number of em.
[[nodiscard]] Result<Em> parse_em(std::string_view text);
/// One to four lengths in CSS order: top, right, bottom, left.
[[nodiscard]] Result<Sides> parse_sides(std::string_view text);
/// `center`, `top`, `left top`, or one or two percentages from the left and the top.
[[nodiscard]] Result<Focus> parse_focus(std::string_view text);
/// A length, or a part of the shorter side: `50%`, `circle`. As an em, 1 em is that side.
[[nodiscard]] Result<Length> parse_corner_radius(std::string_view text);
/// `#rgb`, `#rrggbb`, `none`, or a name.
[[nodiscard]] Result<ColorValue> parse_color(std::string_view text, Span span);
[[nodiscard]] Result<BorderValue> parse_border(std::string_view text, Span span);
/// `regular`, `medium`, `bold`… or 100–900.
[[nodiscard]] Result<int> parse_weight(std::string_view text);
[[nodiscard]] Result<bool> parse_bool(std::string_view text);
/// Numbers of pages, 1–99; `any` is 0.
[[nodiscard]] Result<int> parse_pages(std::string_view text);

/// `#rgb` or `#rrggbb`.
[[nodiscard]] std::optional<Color> parse_hex_color(std::string_view text);

/// Pieces between runs of ASCII white space.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);
/// `%E4%B8%AD` as the characters it stands for; the text as it is where that would yield
/// control characters or ill-formed UTF-8.
[[nodiscard]] std::string decode_percent_escapes(const std::string& text);

}  // namespace cvtex::styles
