#include "layout/pages.hpp"

#include <string>
#include <vector>

#include "tests/layout/vertical_lists.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;
using namespace cvtex::literals;

namespace {

/// Names of the lines on each page, in order, separated by spaces.
std::vector<std::string> set_pages(VerticalList list, Pt height, Cursor start = {}) {
    Sheets sheets;
    paginate(std::move(list), {{}, height}, start, sheets);
    std::vector<std::string> pages;
    for (std::size_t p = 0; p < sheets.size(); ++p) {
        std::string names;
        for (const Placed& placed : sheets.take(p)) {
            const auto* anchor = std::get_if<AnchorItem>(&placed.item);
            if (anchor) names += (names.empty() ? "" : " ") + anchor->name;
        }
        pages.push_back(names);
    }
    return pages;
}

using Pages = std::vector<std::string>;

}  // namespace

TEST_CASE("a page is filled before the next begins") {
    VerticalList list;
    add_lines(list, "a", 7);
    CHECK(set_pages(list, 30_pt) == Pages{"a0 a1 a2", "a3 a4 a5", "a6"});
}

TEST_CASE("space at a page's head and foot vanishes") {
    VerticalList list;
    add_lines(list, "a", 2);
    add_break(list, penalty::kNone, 15_pt);
    add_lines(list, "b", 2);
    CHECK(set_pages(list, 20_pt) == Pages{"a0 a1", "b0 b1"});
}

TEST_CASE("a heading goes with its text to the next page") {
    VerticalList list;
    add_lines(list, "a", 3);
    add_break(list);
    add_lines(list, "h", 1);
    add_break(list, penalty::kHeading);
    add_lines(list, "b", 3, penalty::kHeading);
    CHECK(set_pages(list, 50_pt) == Pages{"a0 a1 a2", "h0 b0 b1 b2"});
}

TEST_CASE("no line of a paragraph stands alone when that can be avoided") {
    VerticalList list;
    add_lines(list, "a", 3, penalty::kWidow);
    add_break(list);
    // Five lines: after the first and before the last a break would leave one alone.
    for (const char* name : {"b0", "b1", "b2", "b3", "b4"}) {
        if (std::string(name) != "b0") {
            const bool alone = std::string(name) == "b1" || std::string(name) == "b4";
            add_break(list, alone ? penalty::kWidow : penalty::kInParagraph);
        }
        list.items.emplace_back(line(name));
    }
    CHECK(set_pages(list, 40_pt) == Pages{"a0 a1 a2", "b0 b1 b2", "b3 b4"});
    CHECK(set_pages(list, 70_pt) == Pages{"a0 a1 a2 b0 b1", "b2 b3 b4"});
}

TEST_CASE("what cannot be broken and is taller than a page is set all the same") {
    VerticalList list;
    list.items.emplace_back(line("a"));
    add_break(list);
    list.items.emplace_back(line("tall", 90_pt));
    add_break(list);
    list.items.emplace_back(line("b"));
    CHECK(set_pages(list, 30_pt) == Pages{"a", "tall", "b"});
}

TEST_CASE("a last page holds three lines when the page before can spare them") {
    VerticalList list;
    add_lines(list, "a", 11);
    CHECK(set_pages(list, 100_pt) == Pages{"a0 a1 a2 a3 a4 a5 a6 a7", "a8 a9 a10"});
}

TEST_CASE("forced breaks end pages, but never make empty ones") {
    VerticalList list;
    list.items.emplace_back(line("a"));
    add_break(list, penalty::kForced);
    add_break(list, penalty::kForced);
    list.items.emplace_back(line("b"));
    CHECK(set_pages(list, 30_pt) == Pages{"a", "b"});
}

TEST_CASE("columns are broken side by side and the text goes on below the longest") {
    Columns columns;
    columns.columns.resize(2);
    add_lines(columns.columns[0].list, "l", 2);
    add_lines(columns.columns[1].list, "r", 5);
    columns.columns[1].x = 50_pt;
    columns.least_height = 20_pt;
    VerticalList list;
    list.items.emplace_back(line("a"));
    add_break(list);
    list.items.emplace_back(std::move(columns));
    add_break(list);
    add_lines(list, "b", 1);
    CHECK(set_pages(list, 40_pt) == Pages{"a l0 l1 r0 r1 r2", "r3 r4 b0"});
}

TEST_CASE("columns that do not fit below a line begin on the next page") {
    Columns columns;
    columns.columns.resize(1);
    add_lines(columns.columns[0].list, "c", 2);
    columns.least_height = 20_pt;
    VerticalList list;
    add_lines(list, "a", 2);
    add_break(list);
    list.items.emplace_back(std::move(columns));
    CHECK(set_pages(list, 30_pt) == Pages{"a0 a1", "c0 c1"});
}

TEST_CASE("a filled box has its ground on both of its pages") {
    VerticalList list;
    Decoration box;
    box.width = 100_pt;
    box.background = Color{240, 240, 240};
    box.repeat_top = box.repeat_bottom = 5_pt;
    list.decorations.push_back(box);
    list.items.emplace_back(OpenBox{0});
    list.items.emplace_back(Kern{5_pt});
    add_lines(list, "a", 4);
    list.items.emplace_back(Kern{5_pt});
    list.items.emplace_back(CloseBox{});
    Sheets sheets;
    const Cursor end = paginate(list, {{}, 30_pt}, {}, sheets);
    REQUIRE(sheets.size() == 2);
    CHECK(end.page == 1);
    for (std::size_t p = 0; p < 2; ++p) {
        const std::vector<Placed> items = sheets.take(p);
        REQUIRE(items.size() == 3);
        const auto* ground = std::get_if<RectItem>(&items.front().item);
        REQUIRE(ground);
        CHECK(ground->size == Size{100_pt, 30_pt});
        CHECK(items[1].at.y == 5_pt);
    }
}

TEST_CASE("a table's head is set again on its next page, as an artifact") {
    VerticalList list;
    Decoration table;
    table.width = 100_pt;
    table.head = line("head").frame;
    table.head_height = kLine;
    list.decorations.push_back(table);
    list.items.emplace_back(OpenBox{0});
    list.items.emplace_back(line("head"));
    add_break(list, penalty::kHeading);
    add_lines(list, "row", 4);
    list.items.emplace_back(CloseBox{});
    CHECK(set_pages(list, 30_pt) == Pages{"head row0 row1", "head row2 row3"});
    Sheets sheets;
    paginate(list, {{}, 30_pt}, {}, sheets);
    CHECK(sheets.take(0).front().tag.valid());
    CHECK_FALSE(sheets.take(1).front().tag.valid());
}

TEST_CASE("a list stacked in one frame keeps inner spaces and drops outer ones") {
    VerticalList list;
    list.items.emplace_back(Space{50_pt});
    list.items.emplace_back(line("a"));
    add_break(list, penalty::kForced, 5_pt);
    list.items.emplace_back(line("b"));
    list.items.emplace_back(Space{50_pt});
    CHECK(natural_height(list) == 25_pt);
    const Frame frame = stack(list, 100_pt);
    CHECK(frame.size == Size{100_pt, 25_pt});
    CHECK(frame.baseline == 7.5_pt);
    CHECK(frame.items.back().at.y == 15_pt);
}

TEST_CASE("a little tightening draws in a short last page") {
    VerticalList list;
    add_lines(list, "a", 101);
    const auto natural = find_extent(list, {{}, 1000_pt});
    const auto tight = find_extent(list, {{}, 1000_pt}, {980, 800});
    REQUIRE(natural);
    REQUIRE(tight);
    CHECK(natural->pages == 2);
    CHECK(tight->pages == 1);
}

TEST_CASE("page breaking takes linear time") {
    VerticalList list;
    add_lines(list, "a", 200'000);
    Sheets sheets;
    paginate(std::move(list), {{}, 500_pt}, {}, sheets);
    CHECK(sheets.size() == 4000);
}

TEST_CASE("pages are capped") {
    VerticalList list;
    add_lines(list, "a", 6000);
    Sheets sheets;
    paginate(std::move(list), {{}, 10_pt}, {}, sheets);
    CHECK(sheets.size() == kMaxPages);
    CHECK(sheets.overflown());
}
