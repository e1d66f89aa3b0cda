// Keys of their own.

#include <array>

#include "styles/schema_rows.hpp"
#include "styles/schema_types.hpp"

namespace cvtex::styles {
namespace {

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
    extra<BoolType, &Sheet::header, &HeaderSheet::contact_labels>("header.contact-labels", "words before contact details that say what they are, in the document's language"),
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

}  // namespace

std::span<const ExtraRow> extra_rows() {
    return kExtras;
}

}  // namespace cvtex::styles
