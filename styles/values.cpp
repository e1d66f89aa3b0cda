#include "styles/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cvtex::styles {
namespace {

/// Larger than any page in any unit, and small enough for exact fixed-point sums.
constexpr double kLargestNumber = 20'000;
constexpr double kPointsPerMillimetre = 72.0 / 25.4;
constexpr double kPointsPerPixel = 0.75;  // CSS: 96 px to the inch

/// No line is as far from the next as five times its size, and none of text as near as 5 pt:
/// from here on a bare leading is points.
constexpr double kLeastBareLeading = 5;

constexpr std::string_view kLengthHint =
    "write a number with a unit (pt, mm, cm, in, px, em or %), for example 10.5pt or 18mm";

Error not_a(std::string_view what, std::string_view text, std::string hint) {
    return {"'" + std::string(text) + "' is not " + std::string(what), std::move(hint)};
}

std::optional<Length> to_length(const Dimension& dimension) {
    if (dimension.unit.empty()) return Length{Pt::of(dimension.number), {}};
    if (dimension.unit == "em") return Length{{}, Em::of(dimension.number)};
    if (dimension.unit == "%") return Length{{}, Em::of(dimension.number / 100)};
    if (const auto points = points_per_unit(dimension.unit))
        return Length{Pt::of(dimension.number * *points), {}};
    return std::nullopt;
}

std::optional<int> hex_digit(char c) {
    if (ascii::is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

bool is_name(std::string_view text) {
    if (text.empty()) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '-' || c == '_';
    });
}

}  // namespace

std::optional<double> points_per_unit(std::string_view unit) {
    if (unit == "pt") return 1.0;
    if (unit == "mm") return kPointsPerMillimetre;
    if (unit == "cm") return kPointsPerMillimetre * 10;
    if (unit == "in") return 72.0;
    if (unit == "px") return kPointsPerPixel;
    return std::nullopt;
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while (begin < text.size()) {
        while (begin < text.size() && ascii::is_space(text[begin])) ++begin;
        std::size_t end = begin;
        while (end < text.size() && !ascii::is_space(text[end])) ++end;
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

std::string decode_percent_escapes(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size();
        const auto high = escape ? hex_digit(text[i + 1]) : std::nullopt;
        const auto low = escape ? hex_digit(text[i + 2]) : std::nullopt;
        if (high && low) {
            out += static_cast<char>(*high * 16 + *low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    for (std::size_t at = 0; at < out.size();) {
        const Decoded decoded = decode_utf8(out, at);
        if (decoded.code_point < 0x20 || decoded.code_point == 0x7F ||
            decoded.code_point == 0xFFFD)
            return text;
        at += decoded.length;
    }
    return out;
}

std::optional<Dimension> parse_dimension(std::string_view text) {
    text = ascii::trim(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    // from_chars would take "inf" and "nan".
    if (sign >= text.size() || !(text[sign] == '.' || ascii::is_digit(text[sign])))
        return std::nullopt;
    Dimension dimension;
    // Fixed notation only: the e of "1em" is no exponent.
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(),
                                              dimension.number, std::chars_format::fixed);
    if (error != std::errc{} || !std::isfinite(dimension.number) ||
        std::abs(dimension.number) > kLargestNumber)
        return std::nullopt;
    dimension.unit = ascii::trim(text.substr(static_cast<std::size_t>(end - text.data())));
    return dimension;
}

Result<Length> parse_length(std::string_view text) {
    if (const auto dimension = parse_dimension(text))
        if (const auto length = to_length(*dimension)) return *length;
    return not_a("a length", ascii::trim(text), std::string(kLengthHint));
}

Result<Length> parse_leading(std::string_view text) {
    const auto dimension = parse_dimension(text);
    const bool multiple =
        dimension && dimension->unit.empty() && dimension->number < kLeastBareLeading;
    if (multiple) return Length{{}, Em::of(dimension->number)};
    if (dimension)
        if (const auto length = to_length(*dimension)) return *length;
    return not_a("a leading", ascii::trim(text),
                 "write a multiple of the font size such as 1.55, or a length such as 16pt");
}

Result<Em> parse_em(std::string_view text) {
    const auto dimension = parse_dimension(text);
    if (dimension && (dimension->unit.empty() || dimension->unit == "em"))
        return Em::of(dimension->number);
    if (dimension && dimension->unit == "%") return Em::of(dimension->number / 100);
    return not_a("a length in em", ascii::trim(text), "write for example 0.25em");
}

Result<Sides> parse_sides(std::string_view text) {
    const std::vector<std::string_view> words = split_words(text);
    if (words.empty() || words.size() > 4)
        return not_a("one to four lengths", ascii::trim(text),
                     "write all sides, '18mm', or top and bottom, then left and right: '17mm "
                     "20mm'");
    std::array<Length, 4> sides;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Result<Length> length = parse_length(words[i]);
        if (!length) return length.error();
        sides[i] = *length;
    }
    // CSS: a missing side is that across from it.
    if (words.size() < 2) sides[1] = sides[0];
    if (words.size() < 3) sides[2] = sides[0];
    if (words.size() < 4) sides[3] = sides[1];
    return Sides{sides[0], sides[1], sides[2], sides[3]};
}

Result<int> parse_pages(std::string_view text) {
    constexpr double kMost = 99;
    if (ascii::trim(text) == "any") return 0;
    const auto number = parse_dimension(ascii::trim(text));
    const bool whole = number && number->unit.empty() && number->number >= 1 &&
                       number->number <= kMost &&
                       number->number == static_cast<int>(number->number);
    if (whole) return static_cast<int>(number->number);
    return Error{"'" + std::string(ascii::trim(text)) + "' is no number of pages",
                 "write 1 to 99, or any"};
}

std::optional<Color> parse_hex_color(std::string_view text) {
    if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return std::nullopt;
    std::array<std::uint8_t, 3> channels{};
    const std::size_t digits = text.size() == 4 ? 1 : 2;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto high = hex_digit(text[1 + i * digits]);
        const auto low = hex_digit(text[i * digits + digits]);
        if (!high || !low) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Color{channels[0], channels[1], channels[2]};
}

Result<Focus> parse_focus(std::string_view text) {
    const Error problem{"'" + std::string(ascii::trim(text)) + "' is no point of a picture",
                        "write center, top, left, or percentages such as 50% 30%"};
    Focus focus;
    const std::vector<std::string_view> words = split_words(text);
    if (words.empty() || words.size() > 2) return problem;
    bool is_x = true;
    for (const std::string_view word : words) {
        const auto dimension = parse_dimension(word);
        if (word == "left" || word == "right") {
            focus.x = Em::of(word == "left" ? 0.0 : 1.0);
        } else if (word == "top" || word == "bottom") {
            focus.y = Em::of(word == "top" ? 0.0 : 1.0);
        } else if (dimension && dimension->unit == "%" && dimension->number >= 0 &&
                   dimension->number <= 100) {
            (is_x ? focus.x : focus.y) = Em::of(dimension->number / 100);
        } else if (word != "center") {
            return problem;
        }
        is_x = false;
    }
    return focus;
}

Result<Length> parse_corner_radius(std::string_view text) {
    if (ascii::trim(text) == "none") return Length{};
    if (ascii::trim(text) == "circle") return Length{{}, Em::of(0.5)};
    Result<Length> radius = parse_length(text);
    if (!radius) return radius;
    if (radius->absolute < Pt{} || radius->em < Em{} || radius->em > Em::of(0.5))
        return Error{"'" + std::string(ascii::trim(text)) + "' is out of range",
                     "write a length, or 0% to 50% of the shorter side"};
    return radius;
}

Result<ColorValue> parse_color(std::string_view text, Span span) {
    text = ascii::trim(text);
    if (text == "none") return ColorValue{{}, span};
    if (const auto color = parse_hex_color(text)) return ColorValue{*color, span};
    if (is_name(text)) return ColorValue{std::string(text), span};
    return not_a("a colour", text, "write #rgb, #rrggbb, or a name from [colors]");
}

Result<BorderValue> parse_border(std::string_view text, Span span) {
    const std::vector<std::string_view> words = split_words(text);
    if (words.size() == 1 && words[0] == "none") return BorderValue{{}, {{}, span}};
    if (words.empty() || words.size() > 2)
        return not_a("a rule", ascii::trim(text),
                     "write thickness and colour, for example '0.6pt rule'");
    const Result<Length> thickness = parse_length(words[0]);
    if (!thickness) return thickness.error();
    Result<ColorValue> color = parse_color(words.size() == 2 ? words[1] : "rule", span);
    if (!color) return color.error();
    return BorderValue{*thickness, std::move(color).value()};
}

Result<int> parse_weight(std::string_view text) {
    struct Named {
        std::string_view name;
        int weight;
    };

    static constexpr std::array kNamed{Named{"light", 300},     Named{"normal", 400},
                                       Named{"regular", 400},   Named{"medium", 500},
                                       Named{"semibold", 600},  Named{"bold", 700},
                                       Named{"extrabold", 800}, Named{"black", 900}};
    text = ascii::trim(text);
    for (const Named& named : kNamed)
        if (named.name == text) return named.weight;
    const auto dimension = parse_dimension(text);
    if (dimension && dimension->unit.empty() && dimension->number >= 100 &&
        dimension->number <= 900)
        return static_cast<int>(dimension->number);
    return not_a("a weight", text, "write regular, medium, bold, or a number from 100 to 900");
}

Result<bool> parse_bool(std::string_view text) {
    text = ascii::trim(text);
    if (text == "true" || text == "on" || text == "yes") return true;
    if (text == "false" || text == "off" || text == "no") return false;
    return not_a("true or false", text, {});
}

}  // namespace cvtex::styles
