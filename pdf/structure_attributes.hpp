#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/frame.hpp"

/// What a structure element says beside its type and its kids.
namespace cvtex::pdf {

/// What one tag's element says because of the tags around it.
struct TagFacts {
    /// For H1–H6; 0 for other tags. Levels follow the nesting of the document's own levels but
    /// start at 1 and never skip one, as ISO 14289-1, 7.4.2 asks.
    int heading_level = 0;
    bool has_data_cells = false;        ///< a row with cells that are no headers
    bool numbered = false;              ///< a list whose items have labels with numbers
    int column_span = 1, row_span = 1;  ///< of a cell, as its table has room for it
    std::vector<int> padding = {};      ///< of a row: spans of the cells that it lacks
};

/// Facts about all tags, in one pass.
[[nodiscard]] std::vector<TagFacts> examine(const std::vector<layout::Tag>& tags);

/// Takes note of the text of tag `id` where it matters: labels tell how a list is numbered.
void note_text(const std::vector<layout::Tag>& tags, layout::TagId id, std::string_view text,
               std::vector<TagFacts>& facts);

/// The value of /A for tag `id` (14.8.5): scope and spans of cells, the numbering of lists,
/// the box of figures (`box`, may be empty). Empty when there is nothing to say.
[[nodiscard]] std::string element_attributes(const std::vector<layout::Tag>& tags,
                                             const std::vector<TagFacts>& facts,
                                             layout::TagId id, const std::string& box);

/// Whether the elements nest as ISO 14289-1, 7.2 allows: rows in tables, cells in rows, items
/// in lists, labels and bodies in items, and each only there.
[[nodiscard]] bool nests_properly(const std::vector<layout::Tag>& tags);

/// Whether `lang` has the form of a BCP 47 language tag.
[[nodiscard]] bool is_language_tag(std::string_view lang);

}  // namespace cvtex::pdf
