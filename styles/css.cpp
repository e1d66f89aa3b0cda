#include "styles/css.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"

namespace cvtex::styles {
namespace {

/// Longer attributes hold data, not style.
constexpr std::size_t kLongestStyle = 8192;

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

/// Spaces around elements beyond these leave no page for their contents.
constexpr Length kLargestSpace{Pt::of(300), Em::of(30)};

/// A side of a margin or padding: a length that is not negative. Percentages, which are of the
/// parent's width, are ignored.
std::optional<Length> parse_space(std::string_view text) {
    const auto dimension = parse_dimension(text);
    if (!dimension || dimension->number < 0 || dimension->unit == "%") return std::nullopt;
    if (dimension->unit == "rem")
        return Length{{}, std::min(Em::of(dimension->number), kLargestSpace.em)};
    const Result<Length> length = parse_length(text);
    if (!length) return std::nullopt;
    return Length{std::min(length->absolute, kLargestSpace.absolute),
                  std::min(length->em, kLargestSpace.em)};
}

/// `margin: TOP RIGHT BOTTOM LEFT`, with sides left out as CSS has it.
void read_sides(CssSides& sides, std::string_view value) {
    const std::vector<std::string_view> words = split_words(value);
    if (words.empty() || words.size() > 4) return;
    const std::size_t last = words.size() - 1;
    sides.top = parse_space(words[0]);
    sides.right = parse_space(words[std::min<std::size_t>(1, last)]);
    sides.bottom = parse_space(words[last >= 2 ? 2 : 0]);
    sides.left = parse_space(words[last == 3 ? 3 : std::min<std::size_t>(1, last)]);
}

/// The side that `name` ends with, as in `margin-left`; null for others.
std::optional<Length>* side_of(CssSides& sides, std::string_view name) {
    if (name.ends_with("-top") || name.ends_with("-block-start")) return &sides.top;
    if (name.ends_with("-right") || name.ends_with("-inline-end")) return &sides.right;
    if (name.ends_with("-bottom") || name.ends_with("-block-end")) return &sides.bottom;
    if (name.ends_with("-left") || name.ends_with("-inline-start")) return &sides.left;
    return nullptr;
}

/// Margins that take all the room on their side move the element.
struct AutoMargins {
    bool left = false, right = false;
};

void read_space_property(Css& css, AutoMargins& autos, std::string_view name,
                         std::string_view value) {
    const bool margin = name.starts_with("margin");
    if (!margin && !name.starts_with("padding")) return;
    CssSides& sides = margin ? css.margin : css.padding;
    if (name == "margin" || name == "padding") {
        read_sides(sides, value);
        const std::vector<std::string_view> words = split_words(value);
        const std::size_t last = words.empty() ? 0 : words.size() - 1;
        const auto is_auto = [&](std::size_t side) {
            return margin && !words.empty() && words[std::min(side, last)] == "auto";
        };
        autos = {is_auto(last == 3 ? 3 : 1), is_auto(1)};
    } else if (std::optional<Length>* side = side_of(sides, name)) {
        *side = parse_space(value);
        if (margin && side == &sides.left) autos.left = value == "auto";
        if (margin && side == &sides.right) autos.right = value == "auto";
    }
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

/// `flex: GROW SHRINK BASIS`, of which any may be missing; `flex-grow` is the first alone.
void read_flex(Css& css, std::string_view value) {
    constexpr double kMostGrow = 1000;
    bool understood = value == "auto";
    std::optional<double> grow;
    for (const std::string_view word : split_words(value)) {
        const auto dimension = parse_dimension(word);
        if (!dimension) continue;
        understood = true;
        if (!dimension->unit.empty()) {
            css.width = parse_extent(word, false);
        } else if (!grow) {
            grow = dimension->number;
        }
    }
    if (understood) css.grow = Em::of(std::clamp(grow.value_or(1), 0.0, kMostGrow));
}

void read_flex_property(Css& css, std::string_view name, std::string_view value) {
    if (name == "display") {
        css.hidden = value == "none";
        css.flex = value == "flex" || value == "inline-flex" || value == "grid";
    } else if (name == "flex-direction" || name == "flex-flow") {
        css.stacked = value.starts_with("column");
    } else if (name == "justify-content") {
        css.distribute = parse_distribute(value);
    } else if (name == "gap" || name == "column-gap" || name == "grid-gap") {
        const std::vector<std::string_view> words = split_words(value);
        if (words.empty()) return;
        // `gap: ROW COLUMN`
        const std::optional<Length> gap = parse_css_length(words.back());
        if (gap && gap->absolute >= Pt{} && gap->em >= Em{}) css.gap = gap;
    } else if (name == "flex" || name == "flex-grow") {
        read_flex(css, value);
    } else if (name == "flex-basis" || name == "width" || name == "max-width") {
        if (name != "max-width" || (!css.width.length && !css.width.fraction))
            css.width = parse_extent(value, false);
    } else if (name == "height") {
        css.height = parse_extent(value, false);
    } else if (name == "float") {
        css.float_end = value == "right" || value == "inline-end";
        css.floats = css.float_end;
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
    AutoMargins autos;
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view declaration = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string name = ascii::to_lower(ascii::trim(declaration.substr(0, colon)));
        std::string value = ascii::to_lower(ascii::trim(declaration.substr(colon + 1)));
        if (const std::size_t mark = value.find("!important"); mark != std::string::npos)
            value = std::string(ascii::trim(std::string_view(value).substr(0, mark)));
        read_text_property(css, name, value);
        read_flex_property(css, name, value);
        read_page_property(css, name, value);
        read_space_property(css, autos, name, value);
    }
    css.flex = css.flex && !css.stacked;
    css.floats = css.floats || (autos.left && !autos.right);
    css.centered = autos.left && autos.right;
}

}  // namespace

std::string language_of(const ast::Attributes& attributes) {
    std::string tag(ascii::trim(attribute(attributes, "lang")));
    std::replace(tag.begin(), tag.end(), '_', '-');
    // BCP 47 §2.1: subtags of one to eight letters and digits.
    constexpr std::size_t kLongestTag = 35, kLongestSubtag = 8;
    if (tag.size() > kLongestTag || tag.empty() || !ascii::is_letter(tag[0])) return {};
    std::size_t subtag = 0;
    for (const char c : tag) {
        const bool known = ascii::is_alphanumeric(c);
        if (c == '-' ? subtag == 0 : !known || subtag == kLongestSubtag) return {};
        subtag = c == '-' ? 0 : subtag + 1;
    }
    return subtag == 0 ? std::string() : tag;
}

std::string_view attribute(const ast::Attributes& attributes, std::string_view name) {
    for (const ast::Attribute& candidate : attributes)
        if (candidate.name == name) return candidate.value;
    return {};
}

Css read_css(const ast::Attributes& attributes) {
    Css css;
    for (const ast::Attribute& attr : attributes) {
        const std::string value = ascii::to_lower(ascii::trim(attr.value));
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
