#include "layout/table_spans.hpp"

#include <algorithm>
#include <utility>

#include "layout/cut_list.hpp"

namespace cvtex::layout {
namespace {

void append_piece(VerticalList& list, ListPiece piece) {
    if (!list.items.empty()) {
        list.items.emplace_back(PageEnd{piece.cost});
        if (piece.before > Pt{}) list.items.emplace_back(Space{piece.before});
    }
    LineBox box;
    box.height = piece.frame.size.height;
    box.frame = std::move(piece.frame);
    list.items.emplace_back(std::move(box));
}

/// The cell `cell` of row `first`, over the rows up to `last`.
void hand_out(std::vector<SetRow>& rows, std::size_t first, std::size_t cell, std::size_t last,
              Pt padding) {
    const Pt x = rows[first].columns[cell].x;
    const std::size_t id = rows[first].cells[cell];
    Pt lowered = rows[first].columns[cell].lowered;
    std::vector<ListPiece> pieces =
        cut_list(std::exchange(rows[first].columns[cell].list, VerticalList{}));
    std::size_t next = 0;
    for (std::size_t r = first; r <= last; ++r) {
        Column part;
        part.x = x;
        part.lowered = std::exchange(lowered, Pt{});
        Pt height = padding + part.lowered;
        for (; next < pieces.size(); ++next) {
            // Space above the first piece of a part is dropped.
            const bool head = part.list.items.empty();
            const Pt taken = height_of(pieces[next]) - (head ? pieces[next].before : Pt{});
            if (r < last && height + taken > rows[r].height) break;
            height += taken;
            append_piece(part.list, std::move(pieces[next]));
        }
        rows[r].height = std::max(rows[r].height, height);
        if (r == first) {
            rows[r].columns[cell] = std::move(part);
        } else {
            rows[r].columns.push_back(std::move(part));
            rows[r].cells.push_back(id);
        }
    }
}

}  // namespace

void hand_out_spans(std::vector<SetRow>& rows, const Grid& grid, const Insets& padding) {
    std::vector<std::size_t> own;  // cells that begin in each row
    for (const SetRow& row : rows) own.push_back(row.cells.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < own[r]; ++i) {
            const std::size_t spanned = grid.cells[rows[r].cells[i]].rows;
            const std::size_t last = std::min(r + spanned, rows.size()) - 1;
            if (last > r) hand_out(rows, r, i, last, padding.top + padding.bottom);
        }
    }
}

}  // namespace cvtex::layout
