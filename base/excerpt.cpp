#include "base/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex {
namespace {

constexpr std::size_t kTabStop = 4;
/// Longer lines are cut to this many columns.
constexpr std::size_t kWindow = 100;
/// How much of a cut line is shown before the caret.
constexpr std::size_t kLead = 40;
/// Bytes before the caret that are looked at: a line may be megabytes long. Enough for kLead
/// columns of the longest ordinary clusters.
constexpr std::size_t kBytesBefore = 1024;
/// More marks than this on one character are not shown.
constexpr std::size_t kLongestCluster = 64;
constexpr std::string_view kEllipsis = "…";

/// A grapheme cluster as it will be shown.
struct Cell {
    std::size_t begin = 0;  ///< byte offset in the line
    std::size_t end = 0;
    std::size_t columns = 0;
    std::string text;
};

Cell make_cell(std::string_view line, std::size_t begin, std::size_t column) {
    Cell cell{begin, unicode::next_grapheme(line, begin), 0, {}};
    if (line[begin] == '\t') {
        cell.columns = kTabStop - column % kTabStop;
        cell.text.assign(cell.columns, ' ');
        return cell;
    }
    std::size_t length = std::min(cell.end - begin, kLongestCluster);
    while (begin + length < cell.end && is_utf8_continuation(line[begin + length])) --length;
    cell.text = escape_for_terminal(line.substr(begin, length));
    cell.columns = unicode::display_width(cell.text);
    return cell;
}

std::size_t first_byte_shown(std::string_view line, std::size_t caret) {
    if (caret <= kBytesBefore) return 0;
    std::size_t begin = caret - kBytesBefore;
    while (begin < caret && is_utf8_continuation(line[begin])) ++begin;
    return begin;
}

/// The cells around byte `caret`: all of a short line, else enough to fill the window.
std::vector<Cell> cells_around(std::string_view line, std::size_t caret) {
    std::vector<Cell> cells;
    std::size_t column = 0;
    std::size_t behind_caret = 0;
    for (std::size_t at = first_byte_shown(line, caret);
         at < line.size() && behind_caret <= kWindow; at = cells.back().end) {
        cells.push_back(make_cell(line, at, column));
        column += cells.back().columns;
        if (at >= caret) behind_caret += cells.back().columns;
    }
    return cells;
}

/// Index of the first cell to show: the line's first one, unless the caret is far from it.
std::size_t first_cell_shown(const std::vector<Cell>& cells, std::size_t caret) {
    std::size_t at = 0;
    std::size_t total = 0;
    std::size_t before = 0;
    for (const Cell& cell : cells) {
        total += cell.columns;
        if (cell.end <= caret) before += cell.columns;
    }
    const bool starts_line = cells.empty() || cells.front().begin == 0;
    if (starts_line && (total <= kWindow || before <= kWindow - kLead)) return 0;
    while (at < cells.size() && before > kLead) before -= cells[at++].columns;
    return at;
}

}  // namespace

Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    const std::vector<Cell> cells = cells_around(line, begin);
    std::size_t at = first_cell_shown(cells, begin);
    Excerpt excerpt;
    std::size_t columns = 0;
    std::size_t underlined = 0;
    if (at < cells.size() && cells[at].begin > 0) {
        excerpt.text = kEllipsis;
        excerpt.caret_begin = 1;
    }
    for (; at < cells.size(); ++at) {
        const Cell& cell = cells[at];
        columns += cell.columns;
        if (columns > kWindow) break;
        excerpt.text += cell.text;
        if (cell.end <= begin) excerpt.caret_begin += cell.columns;
        if (cell.end > begin && cell.begin < end) underlined += cell.columns;
    }
    const bool cut = at < cells.size() || (!cells.empty() && cells.back().end < line.size());
    if (cut) excerpt.text += kEllipsis;
    excerpt.caret_width = std::max<std::size_t>(underlined, 1);
    return excerpt;
}

}  // namespace cvtex
