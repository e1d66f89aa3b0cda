#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/block_tree.hpp"

namespace cvtex::grammar {

/// GFM fills short rows with empty cells: this many in one document, so that a wide head over
/// many short rows cannot make the tree quadratic in the text.
constexpr std::size_t kMaxPaddedCells = 200'000;

/// One cell of a table row: source offsets of its text, and its slices, which leave out the
/// backslash of each `\|`.
struct CellText {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<LineSlice> slices;
};

/// Whether `row` is one `|` and nothing else: no row of a table on GitHub.
[[nodiscard]] bool is_lone_pipe(std::string_view row);
/// Number of cells in a row: unescaped pipes divide, a first and a last one frame.
[[nodiscard]] std::size_t count_cells(std::string_view row);
/// The cells of the row that is bytes [begin, end) of `source`.
[[nodiscard]] std::vector<CellText> split_row(std::string_view source, std::uint32_t begin,
                                              std::uint32_t end);

}  // namespace cvtex::grammar
