#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.hpp"
#include "base/result.hpp"
#include "grammar/ast.hpp"
#include "profile/date_form.hpp"
#include "styles/sheet.hpp"
#include "styles/sizes.hpp"
#include "styles/values.hpp"

/// Kinds of values: each reads itself from a scalar (or a list of scalars) and says in words
/// what it takes. Private to schema.cpp.
namespace cvtex::styles {

/// The text of a scalar; of a list, its scalars with spaces between: `[17, 20]` is "17 20".
[[nodiscard]] Result<std::string> text_of(const ast::Value& value);
/// The scalars of a list; the parts of one scalar between commas.
[[nodiscard]] Result<std::vector<std::string>> texts_of(const ast::Value& value);

/// What a value of `Type` looks like in a file, as JSON Schema: a number, text or a list
/// of these, unless the type says it closer.
template <class Type>
[[nodiscard]] std::string json_of() {
    if constexpr (requires { Type::json(); })
        return Type::json();
    else
        return R"({"type": ["string", "number", "array"]})";
}

/// A type read by one `parse_…` function of values.hpp.
template <class T, Result<T> (*Parse)(std::string_view)>
struct Parsed {
    [[nodiscard]] static Result<T> read(const ast::Value& value) {
        Result<std::string> text = text_of(value);
        if (!text) return text.error();
        return Parse(*text);
    }
};

struct LengthType : Parsed<Length, parse_length> {
    static std::string describe() { return "length"; }
};

struct SidesType : Parsed<Sides, parse_sides> {
    static std::string describe() { return "one to four lengths"; }

    static std::string json() { return R"({"type": ["string", "number", "array"]})"; }
};

struct PageSizeType : Parsed<Size, parse_page_size> {
    static std::string describe() { return "`A4`, `Letter`, …, `210mm x 297mm`"; }
};

struct WeightType : Parsed<int, parse_weight> {
    static std::string describe() { return "`regular`, `bold`, …, 100–900"; }
};

struct BoolType : Parsed<bool, parse_bool> {
    static std::string describe() { return "`true` or `false`"; }

    static std::string json() {
        return R"({"enum": [true, false, "true", "false", "on", "off", "yes", "no"]})";
    }
};

/// Font sizes of 4–72 pt (or .2–8 em), so that no text can vanish or fill a page.
[[nodiscard]] Result<Length> parse_font_size(std::string_view text);

struct FontSizeType : Parsed<Length, parse_font_size> {
    static std::string describe() { return "length, 4pt–72pt"; }
};

/// 0.8–4 times the size, or 4–200 pt.
[[nodiscard]] Result<Length> parse_safe_leading(std::string_view text);

struct LeadingType : Parsed<Length, parse_safe_leading> {
    static std::string describe() { return "multiple of the size, or length"; }
};

/// Letter-spacing: −0.2 to 2 em.
[[nodiscard]] Result<Em> parse_spacing(std::string_view text);

struct SpacingType : Parsed<Em, parse_spacing> {
    static std::string describe() { return "length in em"; }
};

/// Bleed: 0–20 mm.
[[nodiscard]] Result<Length> parse_bleed(std::string_view text);

struct BleedType : Parsed<Length, parse_bleed> {
    static std::string describe() { return "length up to 20mm"; }
};

/// The Han–Latin gap: a bare number is em; up to 2 em, no less than nothing.
[[nodiscard]] Result<Length> parse_gap(std::string_view text);

struct GapType : Parsed<Length, parse_gap> {
    static std::string describe() { return "length up to 2em, `none`"; }
};

struct PagesType : Parsed<int, parse_pages> {
    static std::string describe() { return "1–99, `any`"; }
};

/// Multiples of spaces, 0.1–10.
[[nodiscard]] Result<double> parse_multiple(std::string_view text);

struct MultipleType : Parsed<double, parse_multiple> {
    static std::string describe() { return "number, 0.1–10"; }
};

/// Two values of `Inner`, least and most; one alone stands for both.
template <class T, Result<T> (*Parse)(std::string_view)>
struct RangeType {
    [[nodiscard]] static Result<Range<T>> read(const ast::Value& value) {
        const Result<std::string> text = text_of(value);
        if (!text) return text.error();
        const std::vector<std::string_view> words = split_words(*text);
        if (words.empty() || words.size() > 2)
            return Error{"expected the least and the most, not '" + *text + "'", {}};
        const Result<T> least = Parse(words.front());
        if (!least) return least.error();
        const Result<T> most = Parse(words.back());
        if (!most) return most.error();
        return Range<T>{*least, *most};
    }
};

struct MultipleRangeType : RangeType<double, parse_multiple> {
    static std::string describe() { return "two multiples, least and most"; }
};

struct LeadingRangeType : RangeType<Length, parse_safe_leading> {
    static std::string describe() { return "two leadings, least and most"; }
};

struct FontSizeRangeType : RangeType<Length, parse_font_size> {
    static std::string describe() { return "two sizes, least and most"; }
};

/// Space, padding, indents: 0–200 mm.
[[nodiscard]] Result<Length> parse_space(std::string_view text);

struct SpaceType : Parsed<Length, parse_space> {
    static std::string describe() { return "length"; }
};

struct PaddingType {
    static Result<Sides> read(const ast::Value& value);

    static std::string describe() { return "one to four lengths"; }

    static std::string json() { return R"({"type": ["string", "number", "array"]})"; }
};

struct PhotoSizeType : Parsed<Size, parse_photo_size> {
    static std::string describe() { return "`1寸`, `2寸`, `小2寸`, `30mm x 40mm`"; }
};

struct FocusType : Parsed<Focus, parse_focus> {
    static std::string describe() { return "`center`, `top`, `30% 20%`"; }
};

struct RadiusType : Parsed<Length, parse_corner_radius> {
    static std::string describe() { return "length, `circle`, part of the shorter side in %"; }
};

struct ColorType {
    static Result<ColorValue> read(const ast::Value& value);

    static std::string describe() { return "colour"; }

    static std::string json() {
        return R"({"type": "string", "pattern": "^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[A-Za-z][A-Za-z0-9_-]*)$"})";
    }
};

struct BorderType {
    static Result<BorderValue> read(const ast::Value& value);

    static std::string describe() { return "thickness and colour, `none`"; }
};

struct FontRoleType {
    static Result<FontRole> read(const ast::Value& value);

    static std::string describe() { return "a name from `[fonts]`"; }

    static std::string json() { return R"({"type": "string"})"; }
};

struct TextType {
    static Result<std::string> read(const ast::Value& value) { return text_of(value); }

    static std::string describe() { return "text; `{page}` `{pages}` `{title}` `{name}`"; }

    static std::string json() { return R"({"type": "string"})"; }
};

/// Words of any kind.
struct WordsType {
    static Result<std::string> read(const ast::Value& value) { return text_of(value); }

    static std::string describe() { return "text"; }

    static std::string json() { return R"({"type": "string"})"; }
};

/// A small whole number.
struct CountType {
    static Result<int> read(const ast::Value& value);

    static std::string describe() { return "whole number, 0–100"; }

    static std::string json() { return R"({"type": "integer", "minimum": 0, "maximum": 100})"; }
};

struct NamesType {
    static Result<std::vector<std::string>> read(const ast::Value& value) {
        return texts_of(value);
    }

    static std::string describe() { return "list of names"; }

    static std::string json() {
        return R"({"type": ["string", "array"], "items": {"type": "string"}})";
    }
};

struct FamiliesType {
    static Result<std::vector<std::string>> read(const ast::Value& value) {
        return texts_of(value);
    }

    static std::string describe() { return "list of font families"; }

    static std::string json() {
        return R"({"type": ["string", "array"], "items": {"type": "string"}})";
    }
};

/// A name and what it means.
template <class E>
struct Choice {
    std::string_view name;
    E value;
};

/// One of the names in `Table`.
template <const auto& Table>
struct ChoiceType {
    using Value = decltype(Table[0].value);

    [[nodiscard]] static std::string describe() {
        std::string names;
        for (const auto& choice : Table)
            names += (names.empty() ? "`" : ", `") + std::string(choice.name) + "`";
        return names;
    }

    [[nodiscard]] static std::string json() {
        std::string names;
        for (const auto& choice : Table)
            names += (names.empty() ? "\"" : ", \"") + std::string(choice.name) + "\"";
        return "{\"enum\": [" + names + "]}";
    }

    [[nodiscard]] static Result<std::remove_const_t<Value>> parse(std::string_view text) {
        for (const auto& choice : Table)
            if (choice.name == text) return choice.value;
        return Error{"'" + std::string(text) + "' is not one of the values of this key",
                     "write one of " + describe()};
    }

    [[nodiscard]] static Result<std::remove_const_t<Value>> read(const ast::Value& value) {
        Result<std::string> text = text_of(value);
        if (!text) return text.error();
        return parse(*text);
    }
};

inline constexpr std::array kAligns{
    Choice<Align>{"justify", Align::Justify}, Choice<Align>{"start", Align::Start},
    Choice<Align>{"center", Align::Center}, Choice<Align>{"end", Align::End}};
inline constexpr std::array kArrangements{
    Choice<HeaderArrangement>{"stacked", HeaderArrangement::Stacked},
    Choice<HeaderArrangement>{"split", HeaderArrangement::Split},
    Choice<HeaderArrangement>{"inline", HeaderArrangement::Inline},
    Choice<HeaderArrangement>{"lines", HeaderArrangement::Lines}};
inline constexpr std::array kRolePlaces{Choice<RolePlace>{"inline", RolePlace::Inline},
                                        Choice<RolePlace>{"below", RolePlace::Below}};
inline constexpr std::array kDatePlaces{Choice<DatePlace>{"end", DatePlace::End},
                                        Choice<DatePlace>{"start", DatePlace::Start}};
inline constexpr std::array kLabelPlaces{
    Choice<LabelPlace>{"as-written", LabelPlace::AsWritten},
    Choice<LabelPlace>{"column", LabelPlace::Column},
    Choice<LabelPlace>{"above", LabelPlace::Above}};
inline constexpr std::array kNumberings{Choice<Numbering>{"none", Numbering::None},
                                        Choice<Numbering>{"decimal", Numbering::Decimal}};
inline constexpr std::array kSidebarEdges{Choice<SidebarEdge>{"start", SidebarEdge::Start},
                                          Choice<SidebarEdge>{"end", SidebarEdge::End}};
inline constexpr std::array kDateForms{
    Choice<profile::DateForm>{"keep", profile::DateForm::Keep},
    Choice<profile::DateForm>{"yyyy.mm", profile::DateForm::Dotted},
    Choice<profile::DateForm>{"yyyy-mm", profile::DateForm::Hyphened},
    Choice<profile::DateForm>{"yyyy/mm", profile::DateForm::Slashed},
    Choice<profile::DateForm>{"yyyy年m月", profile::DateForm::Han},
    Choice<profile::DateForm>{"mmm yyyy", profile::DateForm::MonthYear},
    Choice<profile::DateForm>{"mmmm yyyy", profile::DateForm::FullMonth},
    Choice<profile::DateForm>{"mm/yyyy", profile::DateForm::Numeric},
    Choice<profile::DateForm>{"yyyy", profile::DateForm::Year}};
inline constexpr std::array kHangs{Choice<Hang>{"none", Hang::None},
                                   Choice<Hang>{"allow-end", Hang::AllowEnd}};
inline constexpr std::array kPunctuations{
    Choice<Punctuation>{"quanjiao", Punctuation::Quanjiao},
    Choice<Punctuation>{"banjiao", Punctuation::Banjiao},
    Choice<Punctuation>{"kaiming", Punctuation::Kaiming},
    Choice<Punctuation>{"none", Punctuation::None}};
inline constexpr std::array kTextAligns{Choice<TextAlign>{"auto", TextAlign::Auto},
                                        Choice<TextAlign>{"justify", TextAlign::Justify},
                                        Choice<TextAlign>{"start", TextAlign::Start},
                                        Choice<TextAlign>{"center", TextAlign::Center},
                                        Choice<TextAlign>{"end", TextAlign::End}};
inline constexpr std::array kHyphenations{
    Choice<Hyphenate>{"auto", Hyphenate::Auto}, Choice<Hyphenate>{"on", Hyphenate::On},
    Choice<Hyphenate>{"off", Hyphenate::Off}, Choice<Hyphenate>{"true", Hyphenate::On},
    Choice<Hyphenate>{"false", Hyphenate::Off}};
inline constexpr std::array kMarkers{Choice<MarkerShape>{"disc", MarkerShape::Disc},
                                     Choice<MarkerShape>{"circle", MarkerShape::Circle},
                                     Choice<MarkerShape>{"square", MarkerShape::Square},
                                     Choice<MarkerShape>{"triangle", MarkerShape::Triangle},
                                     Choice<MarkerShape>{"dash", MarkerShape::Dash}};

inline constexpr std::array kFits{Choice<Fit>{"cover", Fit::Cover},
                                  Choice<Fit>{"contain", Fit::Contain},
                                  Choice<Fit>{"stretch", Fit::Stretch}};
inline constexpr std::array kPhotoPlaces{Choice<PhotoPlace>{"head", PhotoPlace::Head},
                                         Choice<PhotoPlace>{"above", PhotoPlace::Above},
                                         Choice<PhotoPlace>{"float", PhotoPlace::Float},
                                         Choice<PhotoPlace>{"none", PhotoPlace::None}};

inline constexpr std::array kPrintColors{Choice<PrintColor>{"rgb", PrintColor::Rgb},
                                         Choice<PrintColor>{"cmyk", PrintColor::Cmyk},
                                         Choice<PrintColor>{"gray", PrintColor::Gray}};

using PrintColorType = ChoiceType<kPrintColors>;
using FitType = ChoiceType<kFits>;
using PhotoPlaceType = ChoiceType<kPhotoPlaces>;
using ArrangementType = ChoiceType<kArrangements>;
using DateFormType = ChoiceType<kDateForms>;
using RolePlaceType = ChoiceType<kRolePlaces>;
using DatePlaceType = ChoiceType<kDatePlaces>;
using LabelPlaceType = ChoiceType<kLabelPlaces>;
using NumberingType = ChoiceType<kNumberings>;
using SidebarEdgeType = ChoiceType<kSidebarEdges>;
using AlignType = ChoiceType<kAligns>;
using TextAlignType = ChoiceType<kTextAligns>;
using HangType = ChoiceType<kHangs>;
using PunctuationType = ChoiceType<kPunctuations>;

/// `auto`, or any word for true and false.
struct HyphenateType : ChoiceType<kHyphenations> {
    [[nodiscard]] static Result<Hyphenate> read(const ast::Value& value) {
        const Result<std::string> text = text_of(value);
        if (!text) return text.error();
        const Result<bool> on = parse_bool(*text);
        if (!on) return parse(*text);
        return *on ? Hyphenate::On : Hyphenate::Off;
    }

    static std::string json() {
        return R"({"enum": ["auto", "on", "off", true, false, "true", "false", "yes", "no"]})";
    }
};

/// Marker shapes by depth of the list.
struct MarkersType {
    static Result<std::vector<MarkerShape>> read(const ast::Value& value);

    static std::string describe() { return "list of " + ChoiceType<kMarkers>::describe(); }

    static std::string json() {
        return R"({"type": ["string", "array"], "items": {"type": "string"}})";
    }
};

}  // namespace cvtex::styles
