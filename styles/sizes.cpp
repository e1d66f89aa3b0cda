#include "styles/sizes.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "styles/values.hpp"

namespace cvtex::styles {
namespace {

constexpr double kPointsPerMillimetre = 72.0 / 25.4;

struct NamedSize {
    std::string_view name;
    double width, height;  // mm
};

// ISO 216, JIS P 0138 (B series as used in China and Japan), ANSI.
constexpr std::array kPageSizes{
    NamedSize{"a3", 297, 420},         NamedSize{"a4", 210, 297},
    NamedSize{"a5", 148, 210},         NamedSize{"b5", 176, 250},
    NamedSize{"jis-b5", 182, 257},     NamedSize{"16k", 185, 260},
    NamedSize{"letter", 215.9, 279.4}, NamedSize{"legal", 215.9, 355.6}};

// Photos of forms: China's inches are not those of 25.4 mm.
constexpr std::array kPhotoSizes{
    NamedSize{"1寸", 25, 35},   NamedSize{"一寸", 25, 35},   NamedSize{"1-inch", 25, 35},
    NamedSize{"2寸", 35, 49},   NamedSize{"二寸", 35, 49},   NamedSize{"2-inch", 35, 49},
    NamedSize{"小2寸", 35, 45}, NamedSize{"小二寸", 35, 45}, NamedSize{"passport", 33, 48}};

// One character must fit; the longest side is the limit of PDF 1.7 (annex C.2), 14400 units.
constexpr double kShortestSide = 5, kLongestSide = 5080;  // mm

bool is_side(double millimetres) {
    return millimetres >= kShortestSide && millimetres <= kLongestSide;
}

Size size_in_millimetres(double width, double height) {
    return Size{Pt::of(width * kPointsPerMillimetre), Pt::of(height * kPointsPerMillimetre)};
}

/// A side without a unit has `default_unit`.
std::optional<double> side_in_millimetres(std::string_view text,
                                          std::string_view default_unit) {
    const auto dimension = parse_dimension(text);
    if (!dimension) return std::nullopt;
    const auto points =
        points_per_unit(dimension->unit.empty() ? default_unit : dimension->unit);
    if (!points) return std::nullopt;
    return dimension->number * *points / kPointsPerMillimetre;
}

/// Sets the cross of "210mmx297mm" and "210mm×297mm" apart as a word " x ".
std::string separate_cross(std::string_view text) {
    constexpr std::string_view kTimes = "×";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool times = text.substr(i).starts_with(kTimes);
        // The x of "px" belongs to the unit.
        const bool cross = text[i] == 'x' && i + 1 < text.size() && i > 0 &&
                           text[i - 1] != 'p' &&
                           (text[i + 1] == '.' || ascii::is_digit(text[i + 1]));
        if (times) i += kTimes.size() - 1;
        if (times || cross)
            out += " x ";
        else
            out += text[i];
    }
    return out;
}

}  // namespace

Result<Size> parse_page_size(std::string_view text) {
    const std::string quoted = "'" + std::string(ascii::trim(text)) + "'";
    const std::string lower = separate_cross(ascii::to_lower(text));
    std::vector<std::string_view> words = split_words(lower);
    const bool landscape = !words.empty() && words.back() == "landscape";
    if (landscape || (!words.empty() && words.back() == "portrait")) words.pop_back();
    std::optional<Size> size;
    if (words.size() == 1) {
        for (const NamedSize& named : kPageSizes)
            if (named.name == words[0]) size = size_in_millimetres(named.width, named.height);
    } else if (words.size() == 2 || (words.size() == 3 && words[1] == "x")) {
        // "200x300mm": the unit of the second side serves both; without any they are points.
        const auto last = parse_dimension(words.back());
        const std::string_view unit = last && !last->unit.empty() ? last->unit : "pt";
        const auto width = side_in_millimetres(words.front(), unit);
        const auto height = side_in_millimetres(words.back(), unit);
        if (width && height && !(is_side(*width) && is_side(*height)))
            return Error{quoted + " is out of range",
                         "the sides of a page go from 5mm to 5080mm (14400pt)"};
        if (width && height) size = size_in_millimetres(*width, *height);
    }
    if (!size)
        return Error{quoted + " is not a page size",
                     "write A4, A5, Letter…, with 'landscape' if need be, or two sides: "
                     "'210mm x 297mm'"};
    if (landscape) std::swap(size->width, size->height);
    return *size;
}

Result<Size> parse_photo_size(std::string_view text) {
    std::string compact;
    for (const std::string_view word : split_words(text)) compact += word;
    for (const NamedSize& named : kPhotoSizes)
        if (compact == named.name) return size_in_millimetres(named.width, named.height);
    const Error problem{"'" + std::string(ascii::trim(text)) + "' is no size of a photo",
                        "write 1寸, 2寸 or width and height: 30mm x 40mm"};
    std::string_view sign = "×";
    std::size_t at = compact.find(sign);
    if (at == std::string::npos) at = compact.find((sign = "x"));
    if (at == std::string::npos) return problem;
    std::string first = compact.substr(0, at);
    const std::string second = compact.substr(at + sign.size());
    const auto height = parse_dimension(second);
    const auto width = parse_dimension(first);
    if (!height || !width) return problem;
    // `25x35 mm`: one unit for both.
    if (width->unit.empty()) first += height->unit;
    const Result<Length> w = parse_length(first), h = parse_length(second);
    if (!w || !h || w->em != Em{} || h->em != Em{}) return problem;
    const Size least = size_in_millimetres(5, 5), most = size_in_millimetres(200, 200);
    const Size size{w->absolute, h->absolute};
    if (size.width < least.width || size.height < least.height || size.width > most.width ||
        size.height > most.height)
        return Error{"'" + std::string(ascii::trim(text)) + "' is out of range",
                     "the sides of a photo go from 5mm to 200mm"};
    return size;
}

}  // namespace cvtex::styles
