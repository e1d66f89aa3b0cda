#include "styles/schema.hpp"

#include <algorithm>
#include <optional>

#include "base/suggest.hpp"
#include "styles/schema_types.hpp"

namespace cvtex::styles {
namespace {

// ---- setters ------------------------------------------------------------------------------

template <class T>
auto& follow(T& object) {
    return object;
}

template <class T, class Member, class... Members>
auto& follow(T& object, Member member, Members... members) {
    return follow(object.*member, members...);
}

template <class Target>
using Setter = Status (*)(Target&, const ast::Value&);

/// Reads a `Type` into the field that the member pointers lead to.
template <class Target, class Type, auto... Members>
Status set_member(Target& target, const ast::Value& value) {
    auto read = Type::read(value);
    if (!read) return read.error();
    follow(target, Members...) = std::move(read).value();
    return Done{};
}

// ---- elements and their properties ---------------------------------------------------------

enum Group : unsigned { kText = 1, kParagraph = 2, kBox = 4 };

struct ElementRow {
    std::string_view name;
    unsigned groups;
    std::string_view meaning;
};

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

struct PropertyRow {
    std::string_view name;
    unsigned group;
    Setter<ElementSheet> set;
    std::string (*describe)();
    std::string (*json)();
    std::string_view meaning;
};

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

// ---- keys of their own ---------------------------------------------------------------------

struct ExtraRow {
    std::string_view name;  ///< a segment `*` stands for any name
    Status (*set)(Sheet&, std::span<const std::string>, const ast::Value&);
    std::string (*describe)();
    std::string (*json)();
    std::string_view meaning;
};

template <class Type, auto... Members>
constexpr ExtraRow extra(std::string_view name, std::string_view meaning) {
    return {name,
            [](Sheet& sheet, std::span<const std::string>, const ast::Value& value) {
                return set_member<Sheet, Type, Members...>(sheet, value);
            },
            Type::describe, json_of<Type>, meaning};
}

/// As `extra`, for margins: remembers where they were set, for the check of the measure.
template <class Type, auto... Members>
constexpr ExtraRow margin(std::string_view name, std::string_view meaning) {
    return {name,
            [](Sheet& sheet, std::span<const std::string>, const ast::Value& value) {
                sheet.page.margin_span = value.span;
                return set_member<Sheet, Type, Members...>(sheet, value);
            },
            Type::describe, json_of<Type>, meaning};
}

/// `fonts.ROLE.latin` and `fonts.ROLE.LANG.latin`.
template <auto Member>
Status set_families(Sheet& sheet, std::span<const std::string> path, const ast::Value& value) {
    FontRoleSheet& role = sheet.fonts[path[1]];
    FontStack& stack = path.size() == 4 ? role.by_language[path[2]] : role.stack;
    return set_member<FontStack, FamiliesType, Member>(stack, value);
}

Status set_named_color(Sheet& sheet, std::span<const std::string> path,
                       const ast::Value& value) {
    Result<ColorValue> color = ColorType::read(value);
    if (!color) return color.error();
    sheet.colors[path[1]] = std::move(color).value();
    return Done{};
}

Status set_label(Sheet& sheet, std::span<const std::string> path, const ast::Value& value) {
    Result<std::string> text = text_of(value);
    if (!text) return text.error();
    sheet.labels[path[1]] = std::move(text).value();
    return Done{};
}

template <auto Member>
constexpr ExtraRow families(std::string_view name, std::string_view meaning) {
    return {name, set_families<Member>, FamiliesType::describe, json_of<FamiliesType>, meaning};
}

// clang-format off
constexpr std::array kExtras{
    extra<PageSizeType, &Sheet::page, &PageSheet::size>("page.size", "size of the paper"),
    margin<PaddingType, &Sheet::page, &PageSheet::margin>("page.margin", "all margins: top, right, bottom, left as in CSS"),
    margin<SpaceType, &Sheet::page, &PageSheet::margin, &Sides::top>("page.margin.top", "one margin"),
    margin<SpaceType, &Sheet::page, &PageSheet::margin, &Sides::right>("page.margin.right", "one margin"),
    margin<SpaceType, &Sheet::page, &PageSheet::margin, &Sides::bottom>("page.margin.bottom", "one margin"),
    margin<SpaceType, &Sheet::page, &PageSheet::margin, &Sides::left>("page.margin.left", "one margin"),
    extra<BoolType, &Sheet::page, &PageSheet::grid>("page.grid", "baselines keep to multiples of the body's leading"),
    extra<BoolType, &Sheet::page, &PageSheet::widow_control>("page.widow-control", "no single lines at page breaks"),
    extra<TextType, &Sheet::page, &PageSheet::head, &RunningSheet::left>("page.head.left", "running head"),
    extra<TextType, &Sheet::page, &PageSheet::head, &RunningSheet::center>("page.head.center", "running head"),
    extra<TextType, &Sheet::page, &PageSheet::head, &RunningSheet::right>("page.head.right", "running head"),
    extra<SpaceType, &Sheet::page, &PageSheet::head, &RunningSheet::distance>("page.head.distance", "edge of the page to the head's baseline"),
    extra<BoolType, &Sheet::page, &PageSheet::head, &RunningSheet::first_page>("page.head.first-page", "on the first page too"),
    extra<BoolType, &Sheet::page, &PageSheet::head, &RunningSheet::only_when_several>("page.head.only-when-several", "not on documents of one page"),
    extra<TextType, &Sheet::page, &PageSheet::foot, &RunningSheet::left>("page.foot.left", "running foot"),
    extra<TextType, &Sheet::page, &PageSheet::foot, &RunningSheet::center>("page.foot.center", "running foot"),
    extra<TextType, &Sheet::page, &PageSheet::foot, &RunningSheet::right>("page.foot.right", "running foot"),
    extra<SpaceType, &Sheet::page, &PageSheet::foot, &RunningSheet::distance>("page.foot.distance", "the foot's baseline to the edge of the page"),
    extra<BoolType, &Sheet::page, &PageSheet::foot, &RunningSheet::first_page>("page.foot.first-page", "on the first page too"),
    extra<BoolType, &Sheet::page, &PageSheet::foot, &RunningSheet::only_when_several>("page.foot.only-when-several", "not on documents of one page"),
    extra<BleedType, &Sheet::print, &PrintSheet::bleed>("print.bleed", "how far colours go on beyond the page's edge"),
    extra<BoolType, &Sheet::print, &PrintSheet::marks>("print.marks", "crop marks outside of the page"),
    extra<PrintColorType, &Sheet::print, &PrintSheet::color>("print.color", "colours of the pages; black text is black ink alone in `cmyk`"),
    ExtraRow{"colors.*", set_named_color, ColorType::describe, json_of<ColorType>, "a colour that other keys name"},
    families<&FontStack::latin>("fonts.*.latin", "families for Latin text, in order"),
    families<&FontStack::cjk>("fonts.*.cjk", "families for Han text and full-width marks"),
    families<&FontStack::fallback>("fonts.*.fallback", "families for what neither has"),
    families<&FontStack::latin>("fonts.*.*.latin", "the same for one language, `fonts.serif.ja.latin`"),
    families<&FontStack::cjk>("fonts.*.*.cjk", "the same for one language"),
    families<&FontStack::fallback>("fonts.*.*.fallback", "the same for one language"),
    extra<SpaceType, &Sheet::list, &ListSheet::hang>("list.hang", "indent of items"),
    extra<MarkersType, &Sheet::list, &ListSheet::markers>("list.markers", "bullets by depth; the last one repeats"),
    extra<SpaceType, &Sheet::list, &ListSheet::marker_size>("list.marker-size", "diameter of bullets"),
    extra<SpaceType, &Sheet::list, &ListSheet::marker_raise>("list.marker-raise", "centre of bullets above the baseline"),
    extra<ColorType, &Sheet::list, &ListSheet::marker_color>("list.marker-color", "colour of bullets"),
    extra<SpaceType, &Sheet::list, &ListSheet::item_space>("list.item-space", "between items of tight lists"),
    extra<SpaceType, &Sheet::list, &ListSheet::loose_space>("list.loose-space", "between items of loose lists"),
    extra<SpaceType, &Sheet::list, &ListSheet::ordered_gap>("list.ordered.gap", "between number and text"),
    extra<SpaceType, &Sheet::list, &ListSheet::task_size>("list.task-size", "side of task boxes"),
    extra<PaddingType, &Sheet::table, &TableSheet::cell_padding>("table.cell-padding", "space around cells' text"),
    extra<BorderType, &Sheet::table, &TableSheet::row_rule>("table.row-rule", "lines between rows"),
    extra<BorderType, &Sheet::table, &TableSheet::column_rule>("table.column-rule", "lines between columns"),
    extra<BorderType, &Sheet::table, &TableSheet::head_rule>("table.head-rule", "line below the head"),
    extra<ColorType, &Sheet::table, &TableSheet::head_background>("table.head-background", "colour behind the head"),
    extra<BoolType, &Sheet::table, &TableSheet::full_width>("table.full-width", "tables fill the measure"),
    extra<BoolType, &Sheet::header, &HeaderSheet::recognize>("header.recognize", "a leading name and contact line are set as a header"),
    extra<ArrangementType, &Sheet::header, &HeaderSheet::arrangement>("header.arrangement", "contact details below the name, or at its right on lines of their own or in one"),
    extra<SpacingType, &Sheet::header, &HeaderSheet::short_name_spacing>("header.short-name-spacing", "letter-spacing of names of two to four Han characters"),
    extra<BoolType, &Sheet::header, &HeaderSheet::icons>("header.icons", "icons before contact details, and where shortcodes ask for them"),
    extra<ColorType, &Sheet::header, &HeaderSheet::icon_color>("header.icon-color", "colour of icons; `none`: that of the text"),
    extra<PhotoPlaceType, &Sheet::photo, &PhotoSheet::place>("photo.place", "the front matter's `photo` at the right of the header, floating with text beside it, or left out"),
    extra<PhotoSizeType, &Sheet::photo, &PhotoSheet::size>("photo.size", "size of the photo"),
    extra<FitType, &Sheet::photo, &PhotoSheet::crop>("photo.crop", "how a picture of another shape fills that size: cut off, whole, or distorted"),
    extra<FocusType, &Sheet::photo, &PhotoSheet::focus>("photo.focus", "the point that stays in view when parts are cut off"),
    extra<RadiusType, &Sheet::photo, &PhotoSheet::radius>("photo.radius", "radius of the photo's corners"),
    extra<BorderType, &Sheet::photo, &PhotoSheet::border>("photo.border", "line around the photo"),
    extra<SpaceType, &Sheet::photo, &PhotoSheet::gap>("photo.gap", "between the photo and the text beside it"),
    extra<BoolType, &Sheet::entry, &EntrySheet::recognize>("entry.recognize", "role and dates of an entry's head are told apart, dates set at the right"),
    extra<DateFormType, &Sheet::entry, &EntrySheet::dates>("entry.dates", "dates of entries as written, or in one form"),
    extra<PagesType, &Sheet::fit, &FitSheet::pages>("fit.pages", "fit the document to exactly so many pages"),
    extra<MultipleRangeType, &Sheet::fit, &FitSheet::spaces>("fit.spaces", "spaces between blocks, times the style's own"),
    extra<LeadingRangeType, &Sheet::fit, &FitSheet::leading>("fit.leading", "leading of running text; other text keeps its proportion to it"),
    extra<BoolType, &Sheet::fit, &FitSheet::squeeze>("fit.squeeze", "paragraphs are drawn in by a line where squeezing marks does it"),
    extra<GapType, &Sheet::fit, &FitSheet::gap>("fit.gap", "least space between Han and Latin"),
    extra<PaddingType, &Sheet::fit, &FitSheet::margin>("fit.margin", "least margins"),
    extra<FontSizeRangeType, &Sheet::fit, &FitSheet::size>("fit.size", "size of running text, not below 9pt; other text keeps its proportion to it"),
    extra<BoolType, &Sheet::header, &HeaderSheet::contacts_title>("header.contacts-title", "a heading above the contact details"),
    extra<BoolType, &Sheet::header, &HeaderSheet::byline>("header.show-byline", "the author and the date of the front matter"),
    extra<BoolType, &Sheet::header, &HeaderSheet::abstract>("header.show-abstract", "the front matter's `description` or `abstract`"),
    extra<RolePlaceType, &Sheet::entry, &EntrySheet::role>("entry.role-place", "the role beside the organisation or on a line below"),
    extra<DatePlaceType, &Sheet::entry, &EntrySheet::date>("entry.date-place", "dates flush right, or in a column left of the text"),
    extra<SpaceType, &Sheet::entry, &EntrySheet::date_width>("entry.date-width", "width of that column; it grows with the dates"),
    extra<LabelPlaceType, &Sheet::list, &ListSheet::labels>("list.labels", "lists of `**label**: values`: as written, labels in a column, or above their values"),
    extra<SpaceType, &Sheet::list, &ListSheet::label_width>("list.label-width", "least width of the column of labels"),
    extra<NumberingType, &Sheet::numbering>("heading.numbering", "numbers before headings: 1, 1.1"),
    extra<CountType, &Sheet::contents, &ContentsSheet::depth>("contents.depth", "levels of headings in a table of contents; 0: no table"),
    extra<CountType, &Sheet::contents, &ContentsSheet::at_least>("contents.at-least", "no table for fewer headings"),
    extra<BoolType, &Sheet::numbered_publications>("publications.numbered", "bulleted lists of publications and patents are numbered"),
    extra<SpaceType, &Sheet::sidebar, &SidebarSheet::width>("sidebar.width", "width of a column beside the text of every page; 0: no column"),
    extra<SidebarEdgeType, &Sheet::sidebar, &SidebarSheet::edge>("sidebar.edge", "its side of the page"),
    extra<PaddingType, &Sheet::sidebar, &SidebarSheet::padding>("sidebar.inset", "between its edges and its text"),
    extra<BoolType, &Sheet::sidebar, &SidebarSheet::header>("sidebar.show-header", "the header stands in it"),
    extra<NamesType, &Sheet::sidebar, &SidebarSheet::sections>("sidebar.sections", "kinds or titles of the sections that stand in it"),
    extra<BoolType, &Sheet::form, &FormSheet::show>("form.show", "a form with the header's data and a line for each date of school and work above the text"),
    extra<BorderType, &Sheet::form, &FormSheet::rule>("form.rule", "lines between its cells"),
    extra<BorderType, &Sheet::form, &FormSheet::frame>("form.frame", "line around its grids"),
    extra<SpaceType, &Sheet::form, &FormSheet::photo_width>("form.photo-width", "width of the room for a photo"),
    extra<SpaceType, &Sheet::form, &FormSheet::photo_height>("form.photo-height", "its height"),
    ExtraRow{"labels.*", set_label, WordsType::describe, json_of<WordsType>, "a word that the style itself adds"},
    extra<WordsType, &Sheet::description>("description", "what the style is for, in a line"),
    extra<BorderType, &Sheet::rule_stroke>("rule.stroke", "the line of thematic breaks"),
    extra<AlignType, &Sheet::image_align>("image.align", "alignment of images standing alone"),
};

// clang-format on

// ---- looking up ---------------------------------------------------------------------------

/// The part of a dotted name before its first dot, taken off its front.
std::string_view take_segment(std::string_view& dotted) {
    const std::size_t dot = dotted.find('.');
    const std::string_view segment = dotted.substr(0, dot);
    dotted.remove_prefix(dot == std::string_view::npos ? dotted.size() : dot + 1);
    return segment;
}

/// Whether `path` begins like `name`; a `*` in the name matches any segment.
bool common_prefix(std::string_view name, std::span<const std::string> path,
                   std::size_t& name_length) {
    name_length = 0;
    while (!name.empty()) {
        const std::string_view segment = take_segment(name);
        const std::size_t at = name_length++;
        if (at < path.size() && segment != "*" && segment != path[at]) return false;
    }
    return true;
}

/// Rules most rows out at little cost: the first segment of a name is never `*`.
bool may_match(std::string_view name, std::span<const std::string> path) {
    return !path.empty() && name.starts_with(path.front());
}

const ExtraRow* find_extra(std::span<const std::string> path) {
    std::size_t length = 0;
    for (const ExtraRow& row : kExtras) {
        if (!may_match(row.name, path)) continue;
        if (common_prefix(row.name, path, length) && length == path.size()) return &row;
    }
    return nullptr;
}

struct ElementKey {
    Element element;
    const PropertyRow* property;
};

std::optional<ElementKey> find_element_key(std::span<const std::string> path) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < kElementCount; ++i) {
        if (!may_match(kElements[i].name, path)) continue;
        if (!common_prefix(kElements[i].name, path, length) || length + 1 != path.size())
            continue;
        for (const PropertyRow& row : kProperties)
            if ((row.group & kElements[i].groups) != 0 && row.name == path.back())
                return ElementKey{static_cast<Element>(i), &row};
    }
    return std::nullopt;
}

constexpr std::string_view kSidebar = "sidebar";

/// `sidebar.heading.2.color`: a key that holds in the side column only. Empty for others.
std::span<const std::string> side_key(std::span<const std::string> path) {
    if (path.size() < 2 || path[0] != kSidebar) return {};
    const std::span<const std::string> rest = path.subspan(1);
    // What the page has once cannot be different in a column of it.
    for (const std::string_view whole : kPageTables)
        if (rest[0] == whole) return {};
    return rest;
}

void rename_alias(std::string& segment) {
    if (segment == "color" || segment == "font") segment += 's';
}

bool is_own_key(std::span<const std::string> path) {
    return find_extra(path) != nullptr || find_element_key(path).has_value();
}

bool is_own_table(std::span<const std::string> path) {
    std::size_t length = 0;
    for (const ElementRow& row : kElements) {
        if (!may_match(row.name, path)) continue;
        if (common_prefix(row.name, path, length) && path.size() <= length) return true;
    }
    for (const ExtraRow& row : kExtras) {
        if (!may_match(row.name, path)) continue;
        if (common_prefix(row.name, path, length) && path.size() < length) return true;
    }
    return false;
}

}  // namespace

KeyPath split_key(std::string_view dotted) {
    KeyPath path;
    std::size_t begin = 0;
    while (begin <= dotted.size()) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        std::string& name = path.emplace_back(trim(dotted.substr(begin, end - begin)));
        std::replace(name.begin(), name.end(), '_', '-');
        begin = end + 1;
    }
    rename_alias(path.front());
    if (path.size() > 2 && path.front() == kSidebar) rename_alias(path[1]);
    return path;
}

std::string join_key(std::span<const std::string> path) {
    std::string joined;
    for (const std::string& segment : path) {
        if (!joined.empty()) joined += '.';
        joined += segment;
    }
    return joined;
}

bool is_key(std::span<const std::string> path) {
    return is_own_key(path) || is_own_key(side_key(path));
}

bool is_table(std::span<const std::string> path) {
    const std::span<const std::string> side = side_key(path);
    return is_own_table(path) || (!side.empty() && is_own_table(side));
}

Status set_key(Sheet& sheet, std::span<const std::string> path, const ast::Value& value) {
    if (const ExtraRow* row = find_extra(path)) return row->set(sheet, path, value);
    if (const auto key = find_element_key(path))
        return key->property->set(sheet[key->element], value);
    // Kept for later: the column has all keys of the page but those it changes.
    const std::span<const std::string> side = side_key(path);
    assert(is_own_key(side));
    Sheet scratch;
    const Status status = set_key(scratch, side, value);
    if (status) sheet.side_keys.push_back({{side.begin(), side.end()}, value});
    return status;
}

std::vector<KeyDoc> list_keys() {
    std::vector<KeyDoc> keys;
    for (const ExtraRow& row : kExtras)
        keys.push_back({std::string(row.name), row.describe(), row.json(), row.meaning});
    for (const ElementRow& element : kElements)
        for (const PropertyRow& property : kProperties)
            if ((property.group & element.groups) != 0)
                keys.push_back({std::string(element.name) + "." + std::string(property.name),
                                property.describe(), property.json(), property.meaning});
    return keys;
}

Error unknown_key(std::span<const std::string> path) {
    std::vector<std::string> all, siblings;
    const std::string table = join_key(path.first(path.size() - 1));
    for (const KeyDoc& key : list_keys()) {
        const std::size_t dot = key.key.rfind('.');
        if (key.key.substr(0, dot) == table) siblings.push_back(key.key.substr(dot + 1));
        all.push_back(key.key);
    }
    if (siblings.empty())
        for (const ElementRow& row : kElements) siblings.emplace_back(row.name);
    const std::string key = join_key(path);
    Error error{"there is no style key '" + key + "'", suggest(key, all)};
    // Nothing close: the table's own keys say more than all of them.
    if (error.hint.starts_with("valid")) error.hint = suggest("", siblings);
    return error;
}

}  // namespace cvtex::styles
