#include "pdf/table_regulator.hpp"

#include <algorithm>
#include <map>

namespace cvtex::pdf {
namespace {

using layout::Role;
using layout::Tag;

/// No table of a document is wider; HTML has the same bound for spans.
constexpr int kMaxSpan = 1000;

/// Rows of a table and cells of a row, by the number of their parent's tag.
using Children = std::map<std::size_t, std::vector<std::size_t>>;

/// The columns of one table: how many more rows the cells above reach into.
class Columns {
public:
    /// First free column from `at` on.
    [[nodiscard]] std::size_t first_free(std::size_t at) const {
        while (at < rows_.size() && rows_[at] > 0) ++at;
        return at;
    }

    /// How many of `wanted` columns from `at` on are free.
    [[nodiscard]] int free_from(std::size_t at, int wanted) const {
        int span = 1;
        while (span < wanted && first_free(at + static_cast<std::size_t>(span)) ==
                                    at + static_cast<std::size_t>(span)) {
            ++span;
        }
        return span;
    }

    void take(std::size_t at, int columns, int rows) {
        const std::size_t end = at + static_cast<std::size_t>(columns);
        if (rows_.size() < end) rows_.resize(end);
        std::fill(rows_.begin() + static_cast<std::ptrdiff_t>(at),
                  rows_.begin() + static_cast<std::ptrdiff_t>(end), rows);
    }

    void next_row() {
        for (int& rows : rows_) rows = std::max(rows - 1, 0);
    }

    [[nodiscard]] std::size_t count() const { return rows_.size(); }

private:
    std::vector<int> rows_;
};

/// Gives every cell the span it has room for; returns how many columns the table has.
std::size_t place_cells(const std::vector<std::size_t>& rows, const Children& cells,
                        const std::vector<Tag>& tags, std::vector<TagFacts>& facts) {
    Columns columns;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::size_t at = 0;
        const auto own = cells.find(rows[r]);
        if (own != cells.end()) {
            for (const std::size_t cell : own->second) {
                at = columns.first_free(at);
                TagFacts& fact = facts[cell];
                fact.column_span =
                    columns.free_from(at, std::min(tags[cell].column_span, kMaxSpan));
                fact.row_span = std::clamp(
                    tags[cell].row_span, 1,
                    static_cast<int>(std::min<std::size_t>(rows.size() - r, INT32_MAX)));
                columns.take(at, fact.column_span, fact.row_span);
                at += static_cast<std::size_t>(fact.column_span);
            }
        }
        columns.next_row();
    }
    return columns.count();
}

/// Notes the cells that rows lack of `width` columns.
void pad_rows(const std::vector<std::size_t>& rows, const Children& cells, std::size_t width,
              std::vector<TagFacts>& facts) {
    Columns columns;
    for (const std::size_t row : rows) {
        const auto own = cells.find(row);
        if (own != cells.end()) {
            std::size_t at = 0;
            for (const std::size_t cell : own->second) {
                at = columns.first_free(at);
                columns.take(at, facts[cell].column_span, facts[cell].row_span);
            }
        }
        for (std::size_t at = columns.first_free(0); at < width; at = columns.first_free(at)) {
            const int span = columns.free_from(at, static_cast<int>(width - at));
            facts[row].padding.push_back(span);
            columns.take(at, span, 1);
        }
        columns.next_row();
    }
}

}  // namespace

void regulate_tables(const std::vector<Tag>& tags, std::vector<TagFacts>& facts) {
    Children rows, cells;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (!tags[i].parent.valid() || tags[i].parent.index() >= i) continue;
        const std::size_t parent = tags[i].parent.index();
        const Role role = tags[i].role;
        if (role == Role::TableRow) rows[parent].push_back(i);
        if (role == Role::TableHeader || role == Role::TableCell) cells[parent].push_back(i);
    }
    for (const auto& [table, own] : rows) {
        pad_rows(own, cells, place_cells(own, cells, tags, facts), facts);
    }
}

}  // namespace cvtex::pdf
