#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "profile/date_form.hpp"
#include "styles/values.hpp"

/// A style as its files and overrides say it: values not resolved yet, because `--set
/// color.accent=…` may come after everything that refers to it. Unset means inherited.
namespace cvtex::styles {

/// What a style can dress. Order is that of `kElements` in schema.cpp.
enum class Element : std::uint8_t {
    Body,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Heading5,
    Heading6,
    Emphasis,
    Strong,
    Link,
    Code,
    CodeBlock,
    Mark,
    Kbd,
    Small,
    Script,
    List,
    ListLabel,
    OrderedMarker,
    Term,
    Definition,
    Quote,
    Table,
    TableHead,
    Rule,
    Image,
    Caption,
    Summary,
    Footnotes,
    FootnoteMark,
    Header,
    HeaderName,
    HeaderHeadline,
    HeaderContacts,
    HeaderSeparator,
    HeaderByline,
    HeaderAbstract,
    EntryDate,
    EntryRole,
    OwnName,
    Contents,
    ContentsTitle,
    ContentsSection,
    Sidebar,
    Form,
    FormTitle,
    FormLabel,
    PageText,
};
inline constexpr std::size_t kElementCount = static_cast<std::size_t>(Element::PageText) + 1;

struct TextSheet {
    std::optional<FontRole> font;
    std::optional<Length> size;
    std::optional<int> weight;
    std::optional<bool> italic;
    std::optional<ColorValue> color;
    std::optional<ColorValue> background;
    std::optional<Em> letter_spacing;
    std::optional<bool> underline;
    std::optional<bool> tabular_digits;
};

struct ParagraphSheet {
    std::optional<Length> leading;
    std::optional<TextAlign> align;
    std::optional<Length> indent;
    std::optional<Hang> hang;
    std::optional<Punctuation> punctuation;
    std::optional<Length> gap;
    std::optional<Hyphenate> hyphenate;
};

struct BoxSheet {
    std::optional<Length> space_before, space_after;
    std::optional<Sides> padding;
    std::optional<BorderValue> rule_above, rule_right, rule_below, rule_left;
    std::optional<ColorValue> background;
    std::optional<bool> keep_with_next, keep_together, break_before;
    std::optional<bool> fit_content, bleed;
    std::optional<Length> height;
};

struct ElementSheet {
    TextSheet text;
    ParagraphSheet paragraph;
    BoxSheet box;
};

struct FontRoleSheet {
    FontStack stack;
    /// Per BCP 47 language; empty lists leave the role's own.
    std::map<std::string, FontStack> by_language;
};

struct RunningSheet {
    std::string left, center, right;
    Length distance{Pt::of(28), {}};
    bool first_page = true;
    bool only_when_several = true;
};

struct PrintSheet {
    Length bleed;
    bool marks = false;
    PrintColor color = PrintColor::Rgb;
};

struct PageSheet {
    Size size{Pt::of(210 * 72.0 / 25.4), Pt::of(297 * 72.0 / 25.4)};
    Sides margin;
    Span margin_span;
    RunningSheet head, foot;
    bool grid = true;
    bool widow_control = true;
};

struct ListSheet {
    Length hang{{}, Em::of(1.05)};
    std::vector<MarkerShape> markers{MarkerShape::Disc};  ///< by depth; the last one repeats
    Length marker_size{Pt::of(3), {}};
    Length marker_raise{{}, Em::of(0.32)};
    ColorValue marker_color;
    Length item_space;   ///< between the items of a tight list
    Length loose_space;  ///< between those of a loose one
    Length ordered_gap{{}, Em::of(0.4)};
    Length task_size{{}, Em::of(0.72)};
    LabelPlace labels = LabelPlace::AsWritten;
    Length label_width{{}, Em::of(4.5)};  ///< at least, gap included
};

struct TableSheet {
    Sides cell_padding;
    std::optional<BorderValue> row_rule, column_rule, head_rule;
    std::optional<ColorValue> head_background;
    bool full_width = false;
};

struct HeaderSheet {
    bool recognize = false;  ///< the leading name, headline and contacts are set as a header
    HeaderArrangement arrangement = HeaderArrangement::Stacked;
    bool icons = false;           ///< before contact details
    bool contact_labels = false;  ///< words before them: 电话：
    ColorValue icon_color;        ///< none: that of the text beside it
    Em short_name_spacing;        ///< letter-spacing of names of two to four Han characters
    bool contacts_title = false;  ///< a heading above the contact details
    bool byline = false;          ///< author and date of the document
    bool abstract = false;        ///< the front matter's `description`
};

struct PhotoSheet {
    PhotoPlace place = PhotoPlace::Head;
    Size size{Pt::of(25 * 72.0 / 25.4), Pt::of(35 * 72.0 / 25.4)};  ///< one inch, 1寸
    Fit crop = Fit::Cover;
    Focus focus;
    Length radius;  ///< 1 em is the shorter side
    BorderValue border;
    Length gap{Pt::of(14), {}};  ///< to the text beside it
};

struct EntrySheet {
    bool recognize = false;  ///< heads of entries are arranged: title, role, dates at the right
    profile::DateForm dates = profile::DateForm::Keep;
    RolePlace role = RolePlace::Inline;
    DatePlace date = DatePlace::End;
    Length date_width{{}, Em::of(5.5)};  ///< of a column at the left, gap included; wider when
                                         ///< the document's dates are
};

/// A table of contents above the text.
struct ContentsSheet {
    int depth = 0;     ///< levels of headings it lists; 0: none
    int at_least = 4;  ///< fewer headings need none
};

/// A column beside the main text of every page.
struct SidebarSheet {
    Length width;  ///< none: no column
    SidebarEdge edge = SidebarEdge::Start;
    Sides padding;
    bool header = true;                 ///< the header stands in it
    std::vector<std::string> sections;  ///< kinds or titles of those that stand in it
};

/// A form with the header's data and a line for each date of school and work.
struct FormSheet {
    bool show = false;
    BorderValue rule, frame;  ///< between cells; around the grids
    Length photo_width{Pt::of(30 * 72.0 / 25.4), {}};
    Length photo_height{Pt::of(40 * 72.0 / 25.4), {}};
};

/// A key that holds in the side column only.
struct SideKey {
    std::vector<std::string> path;
    ast::Value value;
};

/// Least and most of what may be varied.
template <class T>
struct Range {
    T least{}, most{};
};

/// What a style gives and takes to fit a document to its pages. Unset: it keeps its own value.
struct FitSheet {
    std::optional<int> pages;              ///< wanted; 0 is as many as it takes
    std::optional<Range<double>> spaces;   ///< times the style's own spaces between blocks
    std::optional<Range<Length>> leading;  ///< of running text
    std::optional<Range<Length>> size;     ///< of running text
    bool squeeze = false;                  ///< lines are drawn in by squeezing marks
    std::optional<Length> gap;             ///< least, between Han and Latin
    std::optional<Sides> margin;           ///< least
};

/// One style, complete. `colors` refer to each other by name.
struct Sheet {
    std::array<ElementSheet, kElementCount> elements;
    std::map<std::string, FontRoleSheet> fonts;
    std::map<std::string, ColorValue> colors;
    PageSheet page;
    ListSheet list;
    TableSheet table;
    PrintSheet print;
    HeaderSheet header;
    PhotoSheet photo;
    EntrySheet entry;
    FitSheet fit;
    BorderValue rule_stroke;
    Align image_align = Align::Start;
    std::string description;  ///< what the style is for, in a line
    Numbering numbering = Numbering::None;
    ContentsSheet contents;
    bool numbered_publications = false;
    SidebarSheet sidebar;
    FormSheet form;
    std::vector<SideKey> side_keys;  ///< what holds in the side column only, in order
    std::map<std::string, std::string> labels;  ///< words of the style's own, by name

    [[nodiscard]] ElementSheet& operator[](Element element) {
        return elements[static_cast<std::size_t>(element)];
    }

    [[nodiscard]] const ElementSheet& operator[](Element element) const {
        return elements[static_cast<std::size_t>(element)];
    }
};

}  // namespace cvtex::styles
