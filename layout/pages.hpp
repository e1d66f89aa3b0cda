#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "layout/sheets.hpp"
#include "layout/vertical.hpp"

/// Page breaking: where pages end, and placing what stands on them.
namespace cvtex::layout {

/// How much of their natural height lines and spaces keep, in thousandths. Tightening is for
/// whole documents, so that all pages look alike.
struct Tightness {
    int lines = 1000;
    int spaces = 1000;
};

/// What footnotes take of a page beside their own height.
struct NoteRules {
    Pt separator;  ///< between text and notes, rule included
    Pt slack;      ///< kept free when a note is split: its lines are not divisible
};

/// Heights that pages offer to a list.
struct PageHeights {
    Pt first;           ///< left on the page where the list starts
    Pt full;            ///< of every further page
    bool fresh = true;  ///< the list starts at the head of a page
    NoteRules notes = {};
    Pt first_notes = {};  ///< of the footnotes that the first page has already
};

/// Where pages end: indices of `PageEnd` items, in order.
struct PageBreaks {
    std::vector<std::size_t> breaks;
    bool on_next_page = false;  ///< too little room on the first page: start on the next
    int last_lines = 0;         ///< lines on the last page
};

/// Optimum-fit page breaks of `list.items[begin, end)`, which holds no forced break: fewest
/// pages, then least cost of break points and unfilled pages. `open` are the decorations open
/// at `begin`. Time is linear in the number of items for a given number of lines a page.
[[nodiscard]] PageBreaks choose_breaks(const VerticalList& list, std::size_t begin,
                                       std::size_t end, std::span<const std::size_t> open,
                                       const PageHeights& heights, Tightness tightness = {});

/// The text area that a list is set into.
struct Area {
    Point origin;  ///< top left corner on the page
    Pt height;
    NoteRules notes = {};
};

/// How a whole list would fall into pages.
struct Extent {
    std::size_t pages = 1;
    int last_lines = 0;
};

/// Nothing when the list holds columns, whose extent is known only when they are set.
[[nodiscard]] std::optional<Extent> find_extent(const VerticalList& list, const Area& area,
                                                Tightness tightness = {});

struct Cursor {
    std::size_t page = 0;
    Pt y;  ///< from the area's top
};

/// Breaks `list` into pages from `start` on and places it. Returns where it ends.
Cursor paginate(VerticalList list, const Area& area, Cursor start, Sheets& sheets,
                Tightness tightness = {});

/// Places `list` in one frame of `width`, however tall.
[[nodiscard]] Frame stack(VerticalList list, Pt width);

/// Height of `list` in one piece, spaces at its ends dropped.
[[nodiscard]] Pt natural_height(const VerticalList& list);

/// Baseline of the first line, from the list's top; nothing when a picture comes first.
[[nodiscard]] std::optional<Pt> first_baseline(const VerticalList& list);

}  // namespace cvtex::layout
