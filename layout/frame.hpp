#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.hpp"
#include "base/id.hpp"
#include "base/span.hpp"
#include "fonts/fonts.hpp"
#include "styles/icon.hpp"
#include "styles/print_style.hpp"

/// Layout's product: pages of placed items with nothing left to decide.
namespace cvtex::layout {

using TextBlockId =
    Id<struct TextBlockTag>;  ///< one paragraph's text, index into LaidOut::text_blocks
using TagId =
    Id<struct TagTag>;  ///< one structure element, index into LaidOut::tags; invalid: artifact
using ImageId = Id<struct ImageTag>;
using LinkRef = Id<struct LinkRefTag>;    ///< index into LaidOut::links
using NoteRef = Id<struct NoteRefTag>;    ///< index into the notes that layout keeps
using OutlineId = Id<struct OutlineTag>;  ///< index into LaidOut::outline

/// One glyph as set.
struct Glyph {
    fonts::GlyphId id = 0;
    Pt advance;  ///< to the next glyph's origin, with squeeze, stretch and gaps in it
    Pt width;    ///< of the glyph's own box as set: nominal, less what was squeezed from a
                 ///< full-width mark
    Pt nominal;  ///< the font's own advance at this size
    Pt x_offset, y_offset;  ///< of the outline from the pen, y down; a squeezed opener has
                            ///< x_offset = -(nominal - width)
    std::uint32_t begin = 0, end = 0;  ///< the cluster's bytes in its TextBlock's text
    bool cluster_start = true;
    bool missing = false;  ///< draw a box
};

/// Glyphs of one font, size and colour on one baseline.
struct TextItem {
    TextBlockId block;
    std::uint32_t line = 0;  ///< of the block, from 0
    fonts::FontId font;
    Pt size;  ///< as set, companion scale included
    Color color;
    bool hyphen = false;  ///< the last glyph is a hyphen that is not in the text
    bool right_to_left = false;
    Pt from_line;               ///< of the origin from the left edge of the line's measure
    std::vector<Glyph> glyphs;  ///< visual order, left to right
};

/// A filled rectangle: rules, borders, backgrounds, underlines.
struct RectItem {
    Size size;
    Color color;
};
enum class ShapeKind : std::uint8_t { Disc, Circle, Square, Triangle, BoxOpen, BoxDone, Turn };

/// A small drawn shape whose box starts at the item's point.
struct ShapeItem {
    ShapeKind kind;
    Size size;
    Color color;
    Pt stroke;
};

struct ImageItem {
    ImageId image;
    Size size;                       ///< of the box it fills
    std::optional<Rect> whole = {};  ///< where all of the picture would lie, from the box's
                                     ///< corner; nothing: it is the box. What is beyond the
                                     ///< box is cut off
    Pt radius = {};                  ///< of the box's corners
    Pt stroke = {};                  ///< of a line inside the box's edge
    Color stroke_color = {};
};

/// A drawn picture in a square whose corner is the item's point: always an artifact.
struct IconItem {
    styles::Icon icon = styles::Icon::Web;
    Size size;
    Color color;
};

/// An active area. One link broken over lines is several items with the same `link`.
struct LinkItem {
    LinkRef link;
    Size size;
};

/// A place that links and the outline point to.
struct AnchorItem {
    std::string name;   ///< never empty in a finished page
    OutlineId outline;  ///< the outline entry that points here, if any
};

using FrameItem =
    std::variant<TextItem, RectItem, ShapeItem, ImageItem, IconItem, LinkItem, AnchorItem>;

/// An item and where it stands. Text: `at` is the origin on the baseline. Others: the top left
/// corner.
struct Placed {
    Point at;
    TagId tag;  ///< invalid: artifact
    FrameItem item;
    std::uint32_t after_lines = 0;  ///< so many further lines of its list are read before it
};

/// A rectangle of placed items; coordinates from its top left corner. Order is reading order,
/// but for items that wait for lines below.
struct Frame {
    Size size;
    Pt baseline;  ///< of the first line, from the top; height when there is none
    std::vector<Placed> items;
    std::vector<NoteRef> notes = {};  ///< footnotes first mentioned in it

    void push(Point at, TagId tag, FrameItem item) {
        items.push_back({at, tag, std::move(item)});
    }

    /// Places another frame's items, moved by `at`.
    void append(Point at, Frame frame);
};

enum class Role : std::uint8_t {
    Document,
    Section,
    Heading,
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    BlockQuote,
    Code,
    Table,
    TableRow,
    TableHeader,
    TableCell,
    Figure,
    Link,
    Span,
    Note,
};

/// A structure element; children in reading order are those whose parent it is, in index order.
struct Tag {
    Role role = Role::Paragraph;
    TagId parent;             ///< invalid only for the root, tag 0
    int level = 0;            ///< of a heading
    std::string lang;         ///< when it differs from the parent's
    std::string alternative;  ///< of a figure
    int column_span = 1, row_span = 1;
    LinkRef link;  ///< of Role::Link
    Span span;
};

/// A paragraph's text as set (soft breaks and spaces resolved), to which glyphs point.
struct TextBlock {
    std::string lang;
    std::string text;
    Span source;
    Pt measure;
};

/// `Drawing`: see base/vector_drawing.hpp.
enum class ImageFormat : std::uint8_t { Png, Jpeg, Drawing };

struct ImageResource {
    std::string path;  ///< as messages show it
    Span span;         ///< where the document names it first
    ImageFormat format = ImageFormat::Png;
    std::string bytes;
    std::uint32_t pixel_width = 0, pixel_height = 0;
    double dpi_x = 0, dpi_y = 0;  ///< 0: unknown
    int orientation = 1;          ///< EXIF 1–8
};

struct LinkDestination {
    std::string destination;  ///< URI, or `#anchor`
    std::string title;
    std::string text;  ///< what is set, for the annotation's Contents
    Span span;
};

struct OutlineEntry {
    int level = 1;
    std::string title;
    std::string anchor;
    std::uint32_t page = 0;
    Point at;
};

struct Page {
    Size size;
    std::vector<Placed> items;
};

struct LaidOut {
    styles::PrintStyle print;
    std::vector<Page> pages;
    std::vector<TextBlock> text_blocks;
    std::vector<Tag> tags;
    std::vector<LinkDestination> links;
    std::vector<ImageResource> images;
    std::vector<OutlineEntry> outline;
};

}  // namespace cvtex::layout
