// Elements and the properties that they have in common.

#include <array>

#include "styles/schema_rows.hpp"
#include "styles/schema_types.hpp"

namespace cvtex::styles {
namespace {

// clang-format off
/// In the order of `Element`.
constexpr std::array<ElementRow, kElementCount> kElements{{
    {"body",             kText | kParagraph | kBox, "running text"},
    {"heading.1",        kText | kParagraph | kBox, "headings of level 1"},
    {"heading.2",        kText | kParagraph | kBox, "headings of level 2: sections"},
    {"heading.3",        kText | kParagraph | kBox, "headings of level 3: entries"},
    {"heading.4",        kText | kParagraph | kBox, "headings of level 4"},
    {"heading.5",        kText | kParagraph | kBox, "headings of level 5"},
    {"heading.6",        kText | kParagraph | kBox, "headings of level 6"},
    {"emphasis",         kText,                     "emphasis; italics are Latin only"},
    {"strong",           kText,                     "strong emphasis"},
    {"link",             kText,                     "links"},
    {"code",             kText,                     "code inside a line"},
    {"code.block",       kText | kParagraph | kBox, "code blocks"},
    {"mark",             kText,                     "highlighted text, `<mark>`"},
    {"kbd",              kText,                     "keys, `<kbd>`"},
    {"small",            kText,                     "small print, `<small>`"},
    {"script",           kText,                     "`<sup>` and `<sub>`"},
    {"list",             kBox,                      "lists"},
    {"list.label",       kText,                     "labels of lists of labelled values"},
    {"list.ordered",     kText,                     "numbers of ordered lists"},
    {"definition.term",  kText | kBox,              "terms of definition lists"},
    {"definition",       kBox,                      "definitions of definition lists"},
    {"quote",            kText | kParagraph | kBox, "block quotes"},
    {"table",            kText | kParagraph | kBox, "tables"},
    {"table.head",       kText,                     "head cells of tables"},
    {"rule",             kBox,                      "thematic breaks"},
    {"image",            kBox,                      "images standing alone"},
    {"caption",          kText | kParagraph | kBox, "`<figcaption>`"},
    {"summary",          kText | kBox,              "`<summary>`"},
    {"footnotes",        kText | kParagraph | kBox, "footnotes at the foot of pages"},
    {"footnotes.mark",   kText,                     "references to footnotes"},
    {"header",           kBox,                      "the head of a résumé"},
    {"header.name",      kText | kParagraph | kBox, "the name in it"},
    {"header.headline",  kText | kParagraph | kBox, "the line below the name"},
    {"header.contacts",  kText | kParagraph | kBox, "contact details"},
    {"header.separator", kText,                     "bars between contact details"},
    {"header.byline",    kText | kParagraph | kBox, "author and date of the document"},
    {"header.abstract",  kText | kParagraph | kBox, "the abstract below it"},
    {"entry.date",       kText,                     "the dates of an entry"},
    {"entry.role",       kText,                     "what follows the organisation in an entry's head"},
    {"publications.own-name", kText,                "the person's name in lists of publications"},
    {"contents",         kText | kParagraph | kBox, "lines of the table of contents"},
    {"contents.title",   kText | kParagraph | kBox, "the heading above it"},
    {"contents.section", kText | kBox,              "its lines of the highest level"},
    {"sidebar",          kText | kParagraph | kBox, "text of the side column; its background is the column's ground"},
    {"form",             kText | kParagraph | kBox, "cells of a form"},
    {"form.title",       kText | kParagraph | kBox, "titles of its sheets"},
    {"form.label",       kText,                     "labels in it"},
    {"page.text",        kText,                     "running heads and feet"},
}};

template <auto Member, class Type>
constexpr PropertyRow text(std::string_view name, std::string_view meaning) {
    return {name, kText, set_member<ElementSheet, Type, &ElementSheet::text, Member>,
            Type::describe, json_of<Type>, meaning};
}

template <auto Member, class Type>
constexpr PropertyRow paragraph(std::string_view name, std::string_view meaning) {
    return {name, kParagraph, set_member<ElementSheet, Type, &ElementSheet::paragraph, Member>,
            Type::describe, json_of<Type>, meaning};
}

template <auto Member, class Type>
constexpr PropertyRow box(std::string_view name, std::string_view meaning) {
    return {name, kBox, set_member<ElementSheet, Type, &ElementSheet::box, Member>,
            Type::describe, json_of<Type>, meaning};
}

constexpr std::array kProperties{
    text<&TextSheet::font, FontRoleType>("font", "font role"),
    text<&TextSheet::size, FontSizeType>("size", "font size; em and % of the surrounding text's"),
    text<&TextSheet::weight, WeightType>("weight", "font weight"),
    text<&TextSheet::italic, BoolType>("italic", "slanted Latin; Han stays upright"),
    text<&TextSheet::color, ColorType>("color", "text colour"),
    text<&TextSheet::background, ColorType>("highlight", "colour behind the text"),
    text<&TextSheet::letter_spacing, SpacingType>("letter-spacing", "extra space between characters"),
    text<&TextSheet::underline, BoolType>("underline", "line below the text"),
    text<&TextSheet::tabular_digits, BoolType>("tabular-digits", "digits of one width"),
    paragraph<&ParagraphSheet::leading, LeadingType>("leading", "distance of baselines"),
    paragraph<&ParagraphSheet::align, TextAlignType>("align", "alignment of lines; `auto`: justified where the document is Chinese, Japanese or Korean"),
    paragraph<&ParagraphSheet::indent, SpaceType>("indent", "indent of the first line"),
    paragraph<&ParagraphSheet::hang, HangType>("hang", "marks may hang in the margin"),
    paragraph<&ParagraphSheet::punctuation, PunctuationType>("punctuation", "width of Chinese marks"),
    paragraph<&ParagraphSheet::gap, GapType>("gap", "space between Han and Latin"),
    paragraph<&ParagraphSheet::hyphenate, HyphenateType>("hyphenate", "`auto`: in English text; `on`: also in Chinese, Japanese and Korean"),
    box<&BoxSheet::space_before, SpaceType>("space-before", "space above; neighbours share the larger"),
    box<&BoxSheet::space_after, SpaceType>("space-after", "space below"),
    box<&BoxSheet::padding, PaddingType>("padding", "space inside border and background"),
    box<&BoxSheet::rule_above, BorderType>("rule-above", "line above"),
    box<&BoxSheet::rule_right, BorderType>("rule-right", "line at the right"),
    box<&BoxSheet::rule_below, BorderType>("rule-below", "line below"),
    box<&BoxSheet::rule_left, BorderType>("rule-left", "line at the left"),
    box<&BoxSheet::background, ColorType>("background", "colour of the box"),
    box<&BoxSheet::keep_with_next, BoolType>("keep-with-next", "no page break after it"),
    box<&BoxSheet::keep_together, BoolType>("keep-together", "no page break inside if possible"),
    box<&BoxSheet::break_before, BoolType>("break-before", "always starts a page"),
    box<&BoxSheet::fit_content, BoolType>("fit-content", "background and lines are only as wide as what they enclose"),
    box<&BoxSheet::bleed, BoolType>("bleed", "the background reaches the edges of the page; padding counts from there"),
    box<&BoxSheet::height, SpaceType>("height", "least height of a background that bleeds, from the edge of the page"),
};

// clang-format on

}  // namespace

std::span<const ElementRow> element_rows() {
    return kElements;
}

std::span<const PropertyRow> property_rows() {
    return kProperties;
}

}  // namespace cvtex::styles
