#include "grammar/tables.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace cvtex::grammar {
namespace {

/// Offset of the next unescaped pipe in `text` from `at`, or its size. Only `\|` is an escape
/// here, as in GFM: the pipe divides before any inline is read.
std::size_t next_pipe(std::string_view text, std::size_t at) {
    auto pipe = text.find('|', at);
    while (pipe != std::string_view::npos && pipe > at && text[pipe - 1] == '\\') {
        pipe = text.find('|', pipe + 1);
    }
    return std::min(pipe, text.size());
}

/// `row` without the blanks around and the pipes that frame it.
std::string_view unframe(std::string_view row) {
    while (!row.empty() && ascii::is_blank(row.front())) row.remove_prefix(1);
    while (!row.empty() && ascii::is_blank(row.back())) row.remove_suffix(1);
    if (!row.empty() && row.front() == '|') row.remove_prefix(1);
    const bool escaped = row.size() > 1 && row[row.size() - 2] == '\\';
    if (!row.empty() && row.back() == '|' && !escaped) row.remove_suffix(1);
    return row;
}

CellText cell_of(std::string_view source, std::uint32_t begin, std::uint32_t end) {
    while (begin < end && ascii::is_blank(source[begin])) ++begin;
    while (begin < end && ascii::is_blank(source[end - 1])) --end;
    CellText cell{begin, end, {}};
    std::uint32_t piece = begin;
    for (std::uint32_t i = begin; i + 1 < end; ++i) {
        if (source[i] != '\\' || source[i + 1] != '|') continue;
        cell.slices.push_back({piece, i, 0});
        piece = ++i;
    }
    cell.slices.push_back({piece, end, 0});
    return cell;
}

}  // namespace

bool is_lone_pipe(std::string_view row) {
    const auto first = row.find_first_not_of(" \t");
    return first != std::string_view::npos && row[first] == '|' &&
           row.find_first_not_of(" \t", first + 1) == std::string_view::npos;
}

std::size_t count_cells(std::string_view row) {
    if (is_lone_pipe(row)) return 0;
    row = unframe(row);
    std::size_t cells = 1;
    for (auto at = next_pipe(row, 0); at < row.size(); at = next_pipe(row, at + 1)) ++cells;
    return cells;
}

std::vector<CellText> split_row(std::string_view source, std::uint32_t begin,
                                std::uint32_t end) {
    const std::string_view row = unframe(source.substr(begin, end - begin));
    const auto base = static_cast<std::uint32_t>(row.data() - source.data());
    std::vector<CellText> cells;
    std::size_t from = 0;
    while (true) {
        const std::size_t to = next_pipe(row, from);
        cells.push_back(cell_of(source, base + static_cast<std::uint32_t>(from),
                                base + static_cast<std::uint32_t>(to)));
        if (to == row.size()) break;
        from = to + 1;
    }
    return cells;
}

}  // namespace cvtex::grammar
