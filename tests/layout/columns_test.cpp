#include "layout/columns.hpp"

#include <vector>

#include "layout/table_grid.hpp"
#include "tests/layout/vertical_lists.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::literals;

namespace {

styles::TableCell cell(int columns, int rows) {
    styles::TableCell made;
    made.column_span = columns;
    made.row_span = rows;
    return made;
}

Pt sum(const std::vector<Pt>& widths) {
    Pt total;
    for (const Pt width : widths) total += width;
    return total;
}

}  // namespace

TEST_CASE("columns take their natural widths when these fit") {
    CHECK(distribute_width({{10_pt, 40_pt}, {10_pt, 50_pt}}, 100_pt) ==
          std::vector<Pt>{40_pt, 50_pt});
    CHECK(distribute_width({}, 100_pt).empty());
}

TEST_CASE("narrow columns keep their widths and wide ones share the rest") {
    const std::vector<Pt> widths =
        distribute_width({{10_pt, 30_pt}, {10_pt, 400_pt}, {10_pt, 200_pt}}, 300_pt);
    CHECK(widths[0] == 30_pt);
    CHECK(widths[1] > widths[2]);
    CHECK(sum(widths) <= 300_pt);
    CHECK(sum(widths) > 299.99_pt);
}

TEST_CASE("columns never get less than their minima") {
    CHECK(distribute_width({{80_pt, 90_pt}, {70_pt, 500_pt}}, 100_pt) ==
          std::vector<Pt>{80_pt, 70_pt});
    const std::vector<Pt> tight = distribute_width({{5_pt, 45_pt}, {90_pt, 500_pt}}, 100_pt);
    CHECK(tight[0] >= 5_pt);
    CHECK(tight[1] >= 90_pt);
    CHECK(sum(tight) <= 100_pt);
}

TEST_CASE("spanning cells push the cells beside and below them to their columns") {
    styles::Table table;
    table.rows.resize(3);
    table.rows[0].cells = {cell(2, 2), cell(1, 1)};
    table.rows[1].cells = {cell(1, 1)};
    table.rows[2].cells = {cell(1, 1), cell(1, 1), cell(1, 1)};
    const Grid grid = make_grid(table);
    CHECK(grid.columns == 3);
    REQUIRE(grid.cells.size() == 6);
    CHECK(grid.cells[2].column == 2);
    CHECK(grid.rows[0].joined);
    CHECK_FALSE(grid.rows[1].joined);
    CHECK(grid.cells[3].column == 0);
}

TEST_CASE("spans beyond the table and hostile spans are cut") {
    styles::Table table;
    table.rows.resize(1);
    table.rows[0].cells = {cell(-3, 2'000'000'000), cell(2'000'000'000, 0)};
    const Grid grid = make_grid(table);
    CHECK(grid.columns == 1001);
    CHECK(grid.cells[0].rows == 1);
    CHECK_FALSE(grid.rows[0].joined);
}

TEST_CASE("columns side by side stand on one first baseline") {
    std::vector<Column> columns(2);
    columns[0].list.items.emplace_back(test::line("small", 10_pt));
    columns[1].list.items.emplace_back(test::line("large", 20_pt));
    const Frame frame = join_columns(std::move(columns), 100_pt);
    CHECK(frame.size.height == 20_pt);
    CHECK(frame.baseline == 15_pt);
    CHECK(frame.items[0].at.y == 7.5_pt);
    CHECK(frame.items[1].at.y == 0_pt);
}
