#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <variant>
#include <vector>

#include "layout/frame.hpp"
#include "styles/styled.hpp"

/// The vertical list: what blocks become before pages are chosen. Boxes, spaces and break
/// points as in TeX's main vertical list, and the ends of decorated containers, whose borders
/// and backgrounds go on from page to page.
namespace cvtex::layout {

/// Cost of breaking a page at a point. Higher levels are avoided at the price of any number of
/// lower ones on the pages around; see `choose_breaks` for what they are weighed against.
using Penalty = std::int64_t;

namespace penalty {
inline constexpr Penalty kNone = 0;
/// Inside a paragraph, where both parts keep two lines: a break between blocks reads better.
inline constexpr Penalty kInParagraph = 30;
/// Leaves one line of a list alone at a page's foot or head: worth a sixth of a page.
inline constexpr Penalty kListEdge = 300;
/// Inside a block that asks to be kept together.
inline constexpr Penalty kTogether = 30'000;
/// Leaves one line of a paragraph alone at a page's foot or head (CLREQ 3.4.4; TYPOGRAPHY §8).
inline constexpr Penalty kWidow = 1'000'000;
/// Parts a lead-in that ends with a colon from what it announces.
inline constexpr Penalty kLeadIn = 20'000'000;
/// Parts a heading from its text, a table's head from its first row.
inline constexpr Penalty kHeading = 200'000'000;
inline constexpr Penalty kForced = std::numeric_limits<Penalty>::max();
}  // namespace penalty

/// Room that the footnotes of a line need at the foot of its page.
struct NoteDemand {
    Pt height;
    Pt movable;  ///< as much of it as may go on to the next page
};

/// A line, a rule, an image, a table row: never split. `frame` stands at `x` from the list's
/// left edge.
struct LineBox {
    Frame frame;
    Pt x;
    Pt height;
    int lines = 1;         ///< what it counts as company of a heading or on a last page
    bool leading = false;  ///< a line of text: its height may be tightened
    NoteDemand notes = {};
};

/// Vertical space that vanishes at a page's head and foot.
struct Space {
    Pt size;
};

/// Vertical space that stays: padding.
struct Kern {
    Pt size;
};

struct PageEnd {
    Penalty cost = penalty::kNone;
};

/// From here to its `CloseBox` items lie in `VerticalList::decorations[decoration]`.
struct OpenBox {
    std::size_t decoration = 0;
};

struct CloseBox {};

struct Column;

/// Lists side by side that are too tall to be one box: each is broken over pages on its own.
struct Columns {
    std::vector<Column> columns;
    Pt least_height;  ///< of the first lines: what must fit below what stands before
};

using VerticalItem = std::variant<LineBox, Space, Kern, PageEnd, OpenBox, CloseBox, Columns>;

/// Borders and background of a container, from its first page to its last.
struct Decoration {
    Pt x, width;  ///< of the border box, from the list's left edge
    std::optional<styles::Border> top, right, bottom, left;
    std::optional<Color> background;
    /// Padding and borders repeated where a page break cuts the container.
    Pt repeat_top, repeat_bottom;
    bool close_parts = false;  ///< every part has its own top and bottom border
    Frame head;                ///< set again at the head of each further page: a table's header
    Pt head_height;
};

struct VerticalList {
    std::vector<VerticalItem> items;
    std::vector<Decoration> decorations;
};

struct Column {
    Pt x;
    Pt lowered;  ///< added above the first line so that first baselines align
    VerticalList list;
};

}  // namespace cvtex::layout
