#include "styles/schema_types.hpp"

#include <charconv>

#include "base/ascii.hpp"

namespace cvtex::styles {
namespace {

constexpr Length in_points(double points) {
    return Length{Pt::of(points), {}};
}

/// Whether both parts of `length` lie between those of two lengths, one in pt, one in em.
bool within(const Length& length, Pt least, Pt most, Em least_em, Em most_em) {
    if (length.em == Em{}) return length.absolute >= least && length.absolute <= most;
    return length.em >= least_em && length.em <= most_em;
}

Error out_of_range(std::string_view text, std::string hint) {
    return {"'" + std::string(ascii::trim(text)) + "' is out of range", std::move(hint)};
}

constexpr Length kLargestSpace = in_points(200 * 72.0 / 25.4);
constexpr Em kLargestSpaceEm = Em::of(20);

bool is_space_length(const Length& length) {
    return within(length, Pt{}, kLargestSpace.absolute, Em{}, kLargestSpaceEm);
}

}  // namespace

Result<std::string> text_of(const ast::Value& value) {
    if (const auto* scalar = std::get_if<ast::Scalar>(&value.node)) return scalar->text;
    Result<std::vector<std::string>> texts = texts_of(value);
    if (!texts) return texts.error();
    std::string joined;
    for (const std::string& text : *texts) {
        if (!joined.empty()) joined += ' ';
        joined += text;
    }
    return joined;
}

Result<std::vector<std::string>> texts_of(const ast::Value& value) {
    std::vector<std::string> texts;
    const auto* scalar = std::get_if<ast::Scalar>(&value.node);
    for (std::string_view rest = scalar ? std::string_view(scalar->text) : ""; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (!ascii::trim(rest.substr(0, comma)).empty())
            texts.emplace_back(ascii::trim(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (const auto* sequence = std::get_if<ast::Sequence>(&value.node)) {
        for (const ast::Value& element : *sequence) {
            const auto* item = std::get_if<ast::Scalar>(&element.node);
            if (!item) return Error{"found a list of lists or tables, expected values", {}};
            texts.push_back(item->text);
        }
    }
    return texts;
}

Result<Length> parse_font_size(std::string_view text) {
    Result<Length> size = parse_length(text);
    if (!size) return size;
    if (!within(*size, Pt::of(4), Pt::of(72), Em::of(0.2), Em::of(8)))
        return out_of_range(text, "font sizes go from 4pt to 72pt");
    return size;
}

Result<Length> parse_safe_leading(std::string_view text) {
    Result<Length> leading = parse_leading(text);
    if (!leading) return leading;
    if (!within(*leading, Pt::of(4), Pt::of(200), Em::of(0.8), Em::of(4)))
        return out_of_range(text, "leading goes from 0.8 to 4 times the font size");
    return leading;
}

Result<Em> parse_spacing(std::string_view text) {
    Result<Em> spacing = parse_em(text);
    if (!spacing) return spacing;
    if (*spacing < Em::of(-0.2) || *spacing > Em::of(2))
        return out_of_range(text, "spacing goes from -0.2em to 2em");
    return spacing;
}

Result<Length> parse_bleed(std::string_view text) {
    Result<Length> bleed = parse_length(text);
    if (!bleed) return bleed;
    const Pt most = Pt::of(20 * 72.0 / 25.4);
    if (bleed->em != Em{} || bleed->absolute < Pt{} || bleed->absolute > most)
        return out_of_range(text, "bleed goes from 0 to 20mm; printing houses ask for 3mm");
    return bleed;
}

Result<Length> parse_gap(std::string_view text) {
    if (ascii::trim(text) == "none") return Length{};
    const Result<Em> em = parse_em(text);
    const Result<Length> gap = em ? Result<Length>(Length{{}, *em}) : parse_length(text);
    if (!gap) return em.error();
    if (!within(*gap, Pt{}, Pt::of(144), Em{}, Em::of(2)))
        return out_of_range(text, "the gap goes from 0 to 2em");
    return gap;
}

Result<double> parse_multiple(std::string_view text) {
    const auto number = parse_dimension(text);
    if (!number || !number->unit.empty())
        return Error{"'" + std::string(ascii::trim(text)) + "' is no number",
                     "write it as in 0.8"};
    if (number->number < 0.1 || number->number > 10)
        return out_of_range(text, "it goes from 0.1 to 10");
    return number->number;
}

Result<Length> parse_space(std::string_view text) {
    Result<Length> space = parse_length(text);
    if (!space) return space;
    if (!is_space_length(*space))
        return out_of_range(text, "spaces go from 0 to 200mm or 20em");
    return space;
}

Result<Sides> PaddingType::read(const ast::Value& value) {
    const Result<std::string> text = text_of(value);
    if (!text) return text.error();
    Result<Sides> sides = parse_sides(*text);
    if (!sides) return sides;
    for (const Length& side : {sides->top, sides->right, sides->bottom, sides->left})
        if (!is_space_length(side))
            return out_of_range(*text, "spaces go from 0 to 200mm or 20em");
    return sides;
}

Result<ColorValue> ColorType::read(const ast::Value& value) {
    const Result<std::string> text = text_of(value);
    if (!text) return text.error();
    return parse_color(*text, value.span);
}

Result<BorderValue> BorderType::read(const ast::Value& value) {
    const Result<std::string> text = text_of(value);
    if (!text) return text.error();
    Result<BorderValue> border = parse_border(*text, value.span);
    if (border && !within(border->thickness, Pt{}, Pt::of(72), Em{}, Em::of(8)))
        return out_of_range(*text, "rules are at most 72pt thick");
    return border;
}

Result<int> CountType::read(const ast::Value& value) {
    const Result<std::string> text = text_of(value);
    if (!text) return text.error();
    int count = 0;
    const char* const end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, count);
    constexpr int kMost = 100;
    if (error != std::errc{} || at != end || count < 0 || count > kMost)
        return Error{"'" + *text + "' is not a whole number from 0 to 100", {}};
    return count;
}

Result<FontRole> FontRoleType::read(const ast::Value& value) {
    Result<std::string> text = text_of(value);
    if (!text) return text.error();
    return FontRole{std::move(text).value(), value.span};
}

Result<std::vector<MarkerShape>> MarkersType::read(const ast::Value& value) {
    const Result<std::vector<std::string>> names = texts_of(value);
    if (!names) return names.error();
    std::vector<MarkerShape> shapes;
    for (const std::string& name : *names) {
        const Result<MarkerShape> shape = ChoiceType<kMarkers>::parse(name);
        if (!shape) return shape.error();
        shapes.push_back(*shape);
    }
    if (shapes.empty()) return Error{"found an empty list, expected at least one marker", {}};
    return shapes;
}

}  // namespace cvtex::styles
