#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"
#include "base/span.hpp"
#include "base/units.hpp"
#include "styles/icon.hpp"
#include "styles/print_style.hpp"

/// The styled document: self-contained, every property resolved, every length absolute. What
/// layout reads.
namespace cvtex::styles {

// ---- text ---------------------------------------------------------------------------------

/// Families to try, in order. Latin text uses `latin` first, Han and full-width marks `cjk`;
/// what neither has goes to `fallback`, then to whatever the system offers.
struct FontStack {
    std::vector<std::string> latin;
    std::vector<std::string> cjk;  ///< "Noto Serif CJK" means the face for the text's language
    std::vector<std::string> fallback;
    bool operator==(const FontStack&) const = default;
};
using FontStackId = Id<struct FontStackTag>;

struct TextStyle {
    FontStackId stack;
    Pt size;
    int weight = 400;     ///< CSS scale, 100–900
    bool italic = false;  ///< slants Latin only; Han has no italics
    Color color;
    std::string lang;  ///< BCP 47, never empty
    Em letter_spacing;
    Pt baseline_shift;  ///< positive raises: superscripts
    bool underline = false;
    bool strikethrough = false;
    std::optional<Color> background;  ///< behind the text: code, mark
    bool code = false;  ///< no Han–Latin gap inside, no squeezing, no hyphenation
    bool tabular_digits = false;
    bool small_caps = false;
    bool bar = false;  ///< a thin upright bar is drawn in each cluster's middle: an artifact
                       ///< between details that are set side by side
    bool operator==(const TextStyle&) const = default;
};
using TextStyleId = Id<struct TextStyleTag>;  ///< index into StyledDocument::text_styles
using LinkId = Id<struct LinkTag>;            ///< index into StyledDocument::links
using NoteId = Id<struct NoteTag>;            ///< index into StyledDocument::notes

/// Text of one style. White space is as written: '\n' is a soft line break, which layout turns
/// into nothing, a gap or a space by its neighbours. `span` covers the source; when its length
/// equals text.size(), offsets correspond one to one.
struct TextRun {
    std::string text;
    TextStyleId style;
    LinkId link;
    Span span;
    bool page_number = false;  ///< layout sets the number of the page that `link` leads to
};

struct ForcedBreak {
    Span span;
};

struct InlineImage {
    std::string path;
    std::string alternative;
    std::optional<Pt> width, height;
    LinkId link;
    Span span;
    TextStyleId text = {};  ///< of the alternative, when it is set in the picture's place
};

/// A drawn picture before a contact detail, with a little space behind it: an artifact, never
/// text. What follows stays on its line.
struct InlineIcon {
    std::optional<Icon> icon;  ///< none: only its room
    Pt size;                   ///< of the text beside it
    Color color;
    Span span;
};

using InlineItem = std::variant<TextRun, ForcedBreak, InlineImage, InlineIcon>;
using InlineItems = std::vector<InlineItem>;

struct LinkTarget {
    std::string destination;  ///< URI, or `#anchor` inside the document
    std::string title;
    Span span;
    NoteId note = {};  ///< the footnote that this is a mark of
};

// ---- blocks -------------------------------------------------------------------------------

enum class Align : std::uint8_t { Justify, Start, Center, End };
enum class Punctuation : std::uint8_t { Quanjiao, Banjiao, Kaiming, None };
enum class Hang : std::uint8_t { None, AllowEnd };
/// Auto: words of English text only; On: Latin words of Chinese, Japanese and Korean text too.
enum class Hyphenate : std::uint8_t { Auto, On, Off };

struct ParagraphStyle {
    Align align = Align::Justify;
    Pt size;     ///< the paragraph's own font size, for em-based rules
    Pt leading;  ///< distance of baselines
    Pt indent;   ///< first line
    Hang hang = Hang::None;
    Punctuation punctuation = Punctuation::Quanjiao;
    Em gap = Em::of(0.25);      ///< Han–Latin gap
    bool fewest_lines = false;  ///< marks are squeezed as far as may be where that saves a line
    Hyphenate hyphenate = Hyphenate::Off;
    bool preformatted =
        false;  ///< white space and line ends kept; long lines wrapped at any cluster
    bool operator==(const ParagraphStyle&) const = default;
};

struct Border {
    Pt thickness;
    Color color;
    bool operator==(const Border&) const = default;
};

/// What every block has around it. Vertical space between two siblings is the larger of after
/// and before.
struct BoxStyle {
    Pt space_before, space_after;
    Insets padding;
    std::optional<Border> top, right, bottom, left;
    std::optional<Color> background;
    bool keep_with_next = false;
    bool keep_together = false;
    bool break_before = false;
    bool break_after = false;
    bool float_end = false;    ///< at the end side, what follows is set beside it
    std::optional<Pt> width;   ///< of a block that floats; nothing: as wide as it needs
    bool fit_content = false;  ///< ground and borders are only as wide as what they enclose
    bool bleed = false;   ///< the ground reaches the edges of the page, at its head the upper
                          ///< one too; only of blocks outside all others
    Pt least_height;      ///< of a ground that bleeds, from the edge of the page
    bool beside = false;  ///< stands in the side column, if the page has one; only of blocks
                          ///< outside all others
    bool operator==(const BoxStyle&) const = default;
};

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
    ParagraphStyle style;
    InlineItems content;
    InlineItems aside;  ///< flush right on the first line (dates); the first line's measure is
                        ///< reduced by it
    std::optional<Pt> aside_column;  ///< `aside` stands left of the first line instead, in a
                                     ///< column of this width that the box's padding leaves it
    bool leader = false;             ///< dots lead from the end of a single line to `aside`
    int heading_level = 0;           ///< 1–6 for headings, else 0
    std::string anchor;              ///< destination name; may be empty
    std::string outline_title;       ///< plain text; empty: not in the outline
};

enum class MarkerShape : std::uint8_t {
    Disc,
    Circle,
    Square,
    Triangle,
    Dash,
    BoxOpen,
    BoxDone,
};

/// A drawn marker: an artifact, never text.
struct DrawnMarker {
    MarkerShape shape = MarkerShape::Disc;
    Pt diameter;
    Pt raise;  ///< of its centre above the baseline
    Color color;
};

struct TextMarker {
    InlineItems content;
};

using Marker = std::variant<std::monostate, DrawnMarker, TextMarker>;

struct ListItem {
    Marker marker;
    Blocks children;
    Span span;
};

struct List {
    bool ordered = false;
    Pt hang;              ///< how far items' text is indented from the list's left edge
    Pt marker_gap;        ///< between a text marker's right edge and the text
    bool labels = false;  ///< text markers start at the list's left edge, and all items hang
                          ///< from the widest one
    std::vector<ListItem> items;
};

enum class ContainerKind : std::uint8_t { Group, Section, BlockQuote, Figure, Header };

struct Container {
    ContainerKind kind = ContainerKind::Group;
    Blocks children;
};

struct Rule {
    Border stroke;
    std::optional<Pt> width;
    std::optional<Em> fraction = {};  ///< of the measure, 1em = all; neither width: all of it
    Align align = Align::Center;      ///< of a rule that is shorter than the measure
};

/// A code block: one paragraph per source line would lose copying; lines are separated by '\n'
/// in `content`.
struct CodeBlock {
    Paragraph text;
};

struct TableCell {
    Blocks children;
    bool header = false;
    int column_span = 1;
    int row_span = 1;
    Span span;
};

struct TableRow {
    std::vector<TableCell> cells;
};

struct TableColumn {
    Align align = Align::Start;
    std::optional<Pt> width;
    std::optional<Em> fraction;  ///< of the measure, 1em = all
};

struct Table {
    std::vector<TableColumn> columns;
    int header_rows = 0;
    std::vector<TableRow> rows;
    Insets cell_padding;
    std::optional<Border> top_rule, header_rule, row_rule, bottom_rule, column_rule;
    std::optional<Color> header_background;
    bool full_width = false;
    bool under_rule = false;  ///< another rule stands right above: `top_rule` only repeats
};

/// How a picture fills a box whose width and height are both given.
enum class Fit : std::uint8_t {
    Stretch,  ///< distorted
    Cover,    ///< all of the box, what is beyond it cut off
    Contain,  ///< all of the picture, in the middle of the box
};

/// A picture's frame: how it fills its box, and the box's edge.
struct PictureFrame {
    Fit fit = Fit::Stretch;
    /// The point of the picture, from its top left corner (1 em = all of it), that is kept as
    /// near to the middle of the box as possible when parts are cut off.
    Em focus_x = Em::of(0.5), focus_y = Em::of(0.5);
    Pt radius;  ///< of the corners
    std::optional<Border> border;
    bool operator==(const PictureFrame&) const = default;
};

struct Image {
    std::string path;
    std::string alternative;
    std::optional<Pt> width, height;
    std::optional<Em> fraction;  ///< width as a fraction of the measure
    Align align = Align::Start;
    LinkId link;
    PictureFrame frame = {};
    TextStyleId text = {};  ///< of the alternative, when it is set in the picture's place
};

enum class Distribute : std::uint8_t { Start, Center, End, SpaceBetween };

struct RowCell {
    std::optional<Pt> width;
    std::optional<Em> fraction;  ///< of the row's measure, 1em = all; neither: natural width
    Em grow;                     ///< its parts of what is left, `flex-grow`; none: its width
    Blocks children;
};

/// How cells of different heights stand beside each other.
enum class RowAlign : std::uint8_t { Baseline, Top, Middle };

/// Cells side by side: `display:flex`, columns.
struct Row {
    std::vector<RowCell> cells;
    Pt gap;
    Distribute distribute = Distribute::Start;
    RowAlign align = RowAlign::Baseline;  ///< of their first lines, tops or middles
};

struct PageBreak {};

struct Block {
    using Node =
        std::variant<Paragraph, List, Container, Rule, CodeBlock, Table, Image, Row, PageBreak>;
    BoxStyle box;
    Node node;
    Span span;
};

/// A footnote. It is set at the foot of the page that first mentions it; one that nothing
/// mentions, on the last page.
struct Footnote {
    TextMarker marker;
    Blocks children;
    std::string anchor;       ///< of the note, where its marks lead
    std::string mark_anchor;  ///< of its first mark, where its number leads back
    Span span;
};

struct FootnoteStyle {
    Pt space_before;             ///< at least, between the text and the rule
    std::optional<Border> rule;  ///< a short one above the notes of a page
    Pt padding;                  ///< between the rule and the notes
    Pt between;                  ///< between two notes
    Pt hang, marker_gap;         ///< as in lists
};

// ---- the document -------------------------------------------------------------------------

/// A line of running text at a page's head or foot. `{page}` `{pages}` `{title}` `{name}` are
/// replaced by layout.
struct RunningText {
    std::string left, center, right;
    TextStyleId style;
    ParagraphStyle paragraph;
    bool first_page = true;
    bool only_when_several = true;  ///< nothing on a document of one page

    [[nodiscard]] bool empty() const { return left.empty() && center.empty() && right.empty(); }
};

/// A column at one side of every page, from its upper to its lower edge.
struct SideColumn {
    Pt width;
    Insets padding;  ///< between its edges and its text
    std::optional<Color> background;
    bool at_end = false;  ///< at the right
};

struct PageStyle {
    Size size;
    Insets margin;  ///< of the main text, a side column's width included
    std::optional<SideColumn> side;
    RunningText head, foot;
    Pt head_distance, foot_distance;  ///< page edge to the running line's baseline
    Pt grid;                          ///< baseline grid unit: the body's leading; 0 for none
    bool widow_control = true;
    PrintStyle print = {};
};

/// Least and most of something, in thousandths of what the style says.
struct FitRange {
    int least = 1000, most = 1000;
    bool operator==(const FitRange&) const = default;
};

/// How far the document may be tightened and loosened to fill the pages wanted.
struct PageFit {
    std::optional<int> pages;  ///< none: as many as it takes
    FitRange spaces, leading, size;
    bool squeeze = false;  ///< `ParagraphStyle::fewest_lines` may be set
    Em gap;                ///< least; gaps that are smaller stay
    Insets margin;         ///< least; margins that are smaller stay
    Pt body;               ///< size of running text
    bool operator==(const PageFit&) const = default;
};

struct Metadata {
    std::string title, author, subject, lang;
    std::vector<std::string> keywords;
    std::string date;  ///< as written; may be empty
};

struct StyledDocument {
    Metadata metadata;
    PageStyle page;
    PageFit fit;
    std::vector<FontStack> font_stacks;
    std::vector<TextStyle> text_styles;
    std::vector<LinkTarget> links;
    Blocks blocks;
    std::vector<Footnote> notes;  ///< in the order of their numbers
    FootnoteStyle note_style;

    [[nodiscard]] const TextStyle& operator[](TextStyleId id) const {
        return text_styles[id.index()];
    }

    [[nodiscard]] const LinkTarget& operator[](LinkId id) const { return links[id.index()]; }

    [[nodiscard]] const FontStack& operator[](FontStackId id) const {
        return font_stacks[id.index()];
    }
};

}  // namespace cvtex::styles
