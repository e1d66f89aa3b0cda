#include "styles/css.hpp"

#include <algorithm>
#include <array>

namespace cvtex::styles {
namespace {

/// Longer attributes hold data, not style.
constexpr std::size_t kLongestStyle = 8192;

struct NamedColor {
    std::string_view name;
    Color color;
};

// CSS Color 4 §6.1: the sixteen of HTML and those that résumés use.
constexpr std::array kNamedColors{
    NamedColor{"black", {0, 0, 0}},           NamedColor{"blue", {0, 0, 255}},
    NamedColor{"brown", {165, 42, 42}},       NamedColor{"crimson", {220, 20, 60}},
    NamedColor{"cyan", {0, 255, 255}},        NamedColor{"aqua", {0, 255, 255}},
    NamedColor{"darkblue", {0, 0, 139}},      NamedColor{"darkgray", {169, 169, 169}},
    NamedColor{"darkgreen", {0, 100, 0}},     NamedColor{"darkred", {139, 0, 0}},
    NamedColor{"dimgray", {105, 105, 105}},   NamedColor{"dodgerblue", {30, 144, 255}},
    NamedColor{"fuchsia", {255, 0, 255}},     NamedColor{"gold", {255, 215, 0}},
    NamedColor{"gray", {128, 128, 128}},      NamedColor{"green", {0, 128, 0}},
    NamedColor{"grey", {128, 128, 128}},      NamedColor{"lightgray", {211, 211, 211}},
    NamedColor{"lightgrey", {211, 211, 211}}, NamedColor{"lime", {0, 255, 0}},
    NamedColor{"magenta", {255, 0, 255}},     NamedColor{"maroon", {128, 0, 0}},
    NamedColor{"navy", {0, 0, 128}},          NamedColor{"olive", {128, 128, 0}},
    NamedColor{"orange", {255, 165, 0}},      NamedColor{"pink", {255, 192, 203}},
    NamedColor{"purple", {128, 0, 128}},      NamedColor{"red", {255, 0, 0}},
    NamedColor{"royalblue", {65, 105, 225}},  NamedColor{"silver", {192, 192, 192}},
    NamedColor{"skyblue", {135, 206, 235}},   NamedColor{"steelblue", {70, 130, 180}},
    NamedColor{"teal", {0, 128, 128}},        NamedColor{"tomato", {255, 99, 71}},
    NamedColor{"white", {255, 255, 255}},     NamedColor{"yellow", {255, 255, 0}}};

/// `rgb(31, 95, 191)` and `rgb(31 95 191)`; an alpha value is ignored.
std::optional<Color> parse_rgb_function(std::string_view text) {
    const std::size_t open = text.find('('), close = text.find(')');
    if (!text.starts_with("rgb") || open == std::string_view::npos ||
        close == std::string_view::npos || close < open)
        return std::nullopt;
    std::string inside(text.substr(open + 1, close - open - 1));
    std::replace(inside.begin(), inside.end(), ',', ' ');
    const std::vector<std::string_view> words = split_words(inside);
    if (words.size() < 3) return std::nullopt;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto value = parse_dimension(words[i]);
        if (!value) return std::nullopt;
        const double scale = value->unit == "%" ? 2.55 : 1.0;
        channels[i] =
            static_cast<std::uint8_t>(std::clamp(value->number * scale + 0.5, 0.0, 255.0));
    }
    return Color{channels[0], channels[1], channels[2]};
}

std::optional<Align> parse_align(std::string_view text) {
    if (text == "left" || text == "start") return Align::Start;
    if (text == "center" || text == "middle") return Align::Center;
    if (text == "right" || text == "end") return Align::End;
    if (text == "justify") return Align::Justify;
    return std::nullopt;
}

/// CSS ignores lengths without a unit, but for 0.
std::optional<Length> parse_css_length(std::string_view text) {
    const auto dimension = parse_dimension(text);
    if (!dimension || (dimension->unit.empty() && dimension->number != 0)) return std::nullopt;
    const Result<Length> length = parse_length(text);
    return length ? std::optional(*length) : std::nullopt;
}

std::optional<Length> parse_css_size(std::string_view text) {
    struct Named {
        std::string_view name;
        double em;
    };

    static constexpr std::array kNamed{
        Named{"xx-small", 0.6}, Named{"x-small", 0.75}, Named{"small", 0.89},
        Named{"smaller", 0.83}, Named{"medium", 1},     Named{"large", 1.2},
        Named{"larger", 1.2},   Named{"x-large", 1.5},  Named{"xx-large", 2}};
    for (const Named& named : kNamed)
        if (named.name == text) return Length{{}, Em::of(named.em)};
    const auto dimension = parse_dimension(text);
    if (dimension && dimension->unit == "rem") return Length{{}, Em::of(dimension->number)};
    const std::optional<Length> length = parse_css_length(text);
    if (!length || (length->absolute <= Pt{} && length->em <= Em{})) return std::nullopt;
    return length;
}

Extent parse_extent(std::string_view text, bool bare_is_pixels) {
    const auto dimension = parse_dimension(text);
    if (!dimension || dimension->number <= 0) return {};
    if (dimension->unit == "%") return {{}, Em::of(std::min(dimension->number, 100.0) / 100)};
    if (dimension->unit.empty() && bare_is_pixels)
        return {Length{Pt::of(dimension->number * 0.75), {}}, {}};
    return {parse_css_length(text), {}};
}

std::optional<Distribute> parse_distribute(std::string_view text) {
    if (text == "center") return Distribute::Center;
    if (text == "flex-end" || text == "end" || text == "right") return Distribute::End;
    if (text.starts_with("space-")) return Distribute::SpaceBetween;
    if (text == "flex-start" || text == "start" || text == "left") return Distribute::Start;
    return std::nullopt;
}

void read_text_property(Css& css, std::string_view name, std::string_view value) {
    if (name == "color") {
        css.color = parse_css_color(value);
    } else if (name == "background" || name == "background-color") {
        css.background = parse_css_color(value);
    } else if (name == "font-size") {
        css.font_size = parse_css_size(value);
    } else if (name == "font-weight") {
        if (const Result<int> weight = parse_weight(value == "bolder" ? "bold" : value))
            css.weight = *weight;
    } else if (name == "font-style") {
        css.italic = value == "italic" || value == "oblique";
    } else if (name == "text-decoration" || name == "text-decoration-line") {
        css.underline = value.find("underline") != std::string_view::npos;
        css.strikethrough = value.find("line-through") != std::string_view::npos;
    } else if (name == "letter-spacing") {
        const Result<Em> spacing = parse_em(value);
        if (spacing && *spacing >= Em::of(-0.2) && *spacing <= Em::of(2))
            css.letter_spacing = *spacing;
    } else if (name == "text-align") {
        css.align = parse_align(value);
    }
}

void read_flex_property(Css& css, std::string_view name, std::string_view value) {
    if (name == "display") {
        css.hidden = value == "none";
        css.flex = value == "flex" || value == "inline-flex" || value == "grid";
    } else if (name == "justify-content") {
        css.distribute = parse_distribute(value);
    } else if (name == "gap" || name == "column-gap" || name == "grid-gap") {
        const std::vector<std::string_view> words = split_words(value);
        if (words.empty()) return;
        // `gap: ROW COLUMN`
        const std::optional<Length> gap = parse_css_length(words.back());
        if (gap && gap->absolute >= Pt{} && gap->em >= Em{}) css.gap = gap;
    } else if (name == "flex" || name == "flex-grow") {
        const std::vector<std::string_view> words = split_words(value);
        if (words.empty()) return;
        const auto grow = parse_dimension(words.front());
        css.grow = words.front() == "auto" || (grow && grow->number > 0);
    } else if (name == "flex-basis" || name == "width" || name == "max-width") {
        if (name != "max-width" || (!css.width.length && !css.width.fraction))
            css.width = parse_extent(value, false);
    } else if (name == "height") {
        css.height = parse_extent(value, false);
    } else if (name == "float") {
        css.floats = value == "right" || value == "inline-end";
    } else if (name == "margin-left") {
        css.floats = css.floats || value == "auto";
    }
}

void read_page_property(Css& css, std::string_view name, std::string_view value) {
    const bool breaks =
        value == "always" || value == "page" || value == "left" || value == "right";
    if (name == "page-break-before" || name == "break-before") css.break_before = breaks;
    if (name == "page-break-after" || name == "break-after") css.break_after = breaks;
    if (name == "page-break-inside" || name == "break-inside")
        css.keep_together = value.starts_with("avoid");
}

void read_declarations(Css& css, std::string_view style) {
    if (style.size() > kLongestStyle) return;
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view declaration = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string name = to_ascii_lower(trim(declaration.substr(0, colon)));
        std::string value = to_ascii_lower(trim(declaration.substr(colon + 1)));
        if (const std::size_t mark = value.find("!important"); mark != std::string::npos)
            value = std::string(trim(std::string_view(value).substr(0, mark)));
        read_text_property(css, name, value);
        read_flex_property(css, name, value);
        read_page_property(css, name, value);
    }
}

}  // namespace

std::optional<Color> parse_css_color(std::string_view text) {
    const std::string lower = to_ascii_lower(trim(text));
    if (const auto color = parse_hex_color(lower)) return color;
    for (const NamedColor& named : kNamedColors)
        if (named.name == lower) return named.color;
    return parse_rgb_function(lower);
}

std::string_view attribute(const ast::Attributes& attributes, std::string_view name) {
    for (const ast::Attribute& candidate : attributes)
        if (candidate.name == name) return candidate.value;
    return {};
}

Css read_css(const ast::Attributes& attributes) {
    Css css;
    for (const ast::Attribute& attr : attributes) {
        const std::string value = to_ascii_lower(trim(attr.value));
        if (attr.name == "align") css.align = parse_align(value);
        if (attr.name == "color") css.color = parse_css_color(value);
        if (attr.name == "bgcolor") css.background = parse_css_color(value);
        if (attr.name == "width") css.width = parse_extent(value, true);
        if (attr.name == "height") css.height = parse_extent(value, true);
        if (attr.name == "hidden") css.hidden = true;
    }
    // CSS wins over presentational attributes.
    read_declarations(css, attribute(attributes, "style"));
    return css;
}

}  // namespace cvtex::styles
