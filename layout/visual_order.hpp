#pragma once

#include <span>
#include <vector>

#include "layout/inline_text.hpp"
#include "layout/justify.hpp"

/// A line of mixed directions as it is seen, and as it is read.
namespace cvtex::layout {

/// UAX #9 L2, with what lies between neighbours: `items[p]` stands at place p from the left,
/// and behind it lies what follows item `glues[p]` in the text.
struct VisualOrder {
    std::vector<std::uint32_t> items, glues;
};

[[nodiscard]] VisualOrder reorder(std::span<const BidiLevel> levels);

/// The items of a line from left to right, their positions with them.
[[nodiscard]] std::vector<SetItem> visual_order(const InlineText& inline_text,
                                                std::vector<SetItem> items);

/// Items in visual order regrouped for the page's content: words in the order in which they are
/// read, the letters of each from left to right. Extractors turn right-to-left letters around
/// word by word and keep the words as they come.
[[nodiscard]] std::vector<SetItem> reading_order(const InlineText& inline_text,
                                                 std::vector<SetItem> items);

}  // namespace cvtex::layout
