#include <vector>

#include "tests/layout/styled_document.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using namespace cvtex::layout::test;

namespace {

styles::TableRow row(const std::vector<std::string>& cells, bool header = false) {
    styles::TableRow made;
    for (const std::string& words : cells) {
        styles::TableCell cell;
        cell.children = {paragraph(words)};
        cell.header = header;
        made.cells.push_back(std::move(cell));
    }
    return made;
}

styles::Table table(int rows) {
    styles::Table made;
    made.columns.resize(2);
    made.header_rows = 1;
    made.cell_padding = {2_pt, 4_pt, 2_pt, 4_pt};
    made.rows.push_back(row({"名", "值"}, true));
    for (int i = 0; i < rows; ++i) made.rows.push_back(row({"行", std::to_string(i)}));
    return made;
}

}  // namespace

TEST_CASE("cells of a row stand on one baseline, columns on one left edge") {
    styles::StyledDocument made = document();
    made.blocks = {block(table(2))};
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 6);
    CHECK(lines[0].at.y == lines[1].at.y);
    CHECK(lines[1].at.x == lines[3].at.x);
    CHECK(lines[2].at.y - lines[0].at.y == kLeading + 4_pt);
    CHECK(lines[1].at.x - lines[0].at.x == kSize + 8_pt);
}

TEST_CASE("a table's head is repeated as an artifact on each page") {
    styles::StyledDocument made = document(10);
    made.blocks = {block(table(12))};
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() == 2);
    const std::vector<SeenLine> second = lines_on(out, 1);
    CHECK(second[0].text == "名");
    CHECK_FALSE(second[0].tag.valid());
    CHECK(second[2].tag.valid());
    CHECK(dump_lines(out).find("\"page\":2,\"block\":0,") == std::string::npos);
}

TEST_CASE("no row of a table stands alone at a page's foot or head") {
    styles::StyledDocument made = document(10);
    // One more line and all would fit.
    made.blocks = {paragraph(lines_of(7)), block(table(2))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{7, 6});
    made.blocks = {paragraph(lines_of(6)), block(table(3))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{6, 8});
    // Two rows on either side may part.
    made.blocks = {paragraph(lines_of(6)), block(table(4))};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{12, 6});
}

TEST_CASE("a row taller than a page is broken by lines") {
    styles::StyledDocument made = document(10);
    styles::Table tall = table(1);
    tall.rows[1].cells[0].children = {paragraph(lines_of(30))};
    tall.rows[1].cells[1].children = {paragraph(lines_of(2))};
    made.blocks = {block(tall), paragraph("后")};
    const LaidOut out = set(made);
    CHECK(out.pages.size() >= 4);
    CHECK(lines_on(out, out.pages.size() - 1).back().text == "后");
    for (const Page& page : out.pages) {
        for (const Placed& placed : page.items) {
            CHECK(placed.at.y <= made.page.size.height - 20_pt);
        }
    }
}

TEST_CASE("a table that is too wide is made smaller with a warning") {
    styles::StyledDocument made = document();
    styles::Table wide;
    wide.columns.resize(3);
    const std::string word(40, 'm');
    wide.rows = {row({word, word, word})};
    for (styles::TableCell& cell : wide.rows[0].cells) {
        std::get<styles::Paragraph>(cell.children[0].node).style.hyphenate =
            styles::Hyphenate::Off;
    }
    wide.columns[0].width = wide.columns[1].width = wide.columns[2].width = 100_pt;
    made.blocks = {block(wide)};
    Diagnostics diagnostics;
    const LaidOut out = set(made, diagnostics);
    CHECK(diagnostics.count("wide-table") == 1);
    for (const Placed& placed : out.pages[0].items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (text) CHECK(text->size < kSize);
        CHECK(placed.at.x < 220_pt);
    }
}

TEST_CASE("spanning cells stretch the last of their rows") {
    styles::StyledDocument made = document();
    styles::Table spans;
    spans.columns.resize(2);
    spans.rows = {row({lines_of(1), "一"}), row({"二"}), row({"三", "四"})};
    spans.columns[0].width = 30_pt;
    spans.rows[0].cells[0].row_span = 2;
    made.blocks = {block(spans)};
    const std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 4 + 4);
    CHECK(lines[4].text == "一");
    CHECK(lines[5].at.y - lines[4].at.y == kLeading);
    CHECK(lines[6].at.y - lines[4].at.y == kLeading * 4);
}

TEST_CASE("cells side by side: natural widths, and what is left between them") {
    styles::StyledDocument made = document();
    styles::Row cells;
    cells.cells.resize(2);
    cells.cells[0].children = {paragraph("左左")};
    cells.cells[1].children = {paragraph("右右右")};
    cells.distribute = styles::Distribute::SpaceBetween;
    made.blocks = {block(cells)};
    std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].at.x == 20_pt);
    CHECK(lines[1].at.x == 190_pt);
    CHECK(lines[0].at.y == lines[1].at.y);
    cells.cells[0].grow = Em::of(1);
    cells.cells[0].children = {paragraph(lines_of(2))};
    made.blocks = {block(cells)};
    lines = lines_on(set(made), 0);
    CHECK(lines.back().at.x == 190_pt);
    CHECK(lines.back().text == "右右右");
}

TEST_CASE("growing cells share what is left by their parts, none below its text") {
    const auto places = [](std::vector<Em> parts, const std::string& first) {
        styles::StyledDocument made = document();
        styles::Row row;
        row.cells.resize(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            row.cells[i].grow = parts[i];
            row.cells[i].children = {paragraph(i == 0 ? first : "右")};
        }
        made.blocks = {block(row)};
        std::vector<Pt> lefts;
        for (const SeenLine& line : lines_on(set(made), 0)) lefts.push_back(line.at.x);
        return lefts;
    };
    // The measure is 200 pt from 20 pt on; a character takes 10 pt.
    const Em one = Em::of(1), two = Em::of(2);
    CHECK(places({one, one}, "左") == std::vector{20_pt, 120_pt});
    CHECK(places({one, one, two}, "左") == std::vector{20_pt, 70_pt, 120_pt});
    CHECK(places({one, one, {}}, "左") == std::vector{20_pt, 115_pt, 210_pt});
    const std::vector<Pt> pushed = places({one, one, one}, "microarchitectures");
    REQUIRE(pushed.size() == 3);
    CHECK(pushed[1] > 88_pt);
    CHECK(format_fixed(pushed[2] - pushed[1], 2) == format_fixed(220_pt - pushed[2], 2));
}

TEST_CASE("rules stand where their alignment says") {
    for (const auto& [align, left] :
         {std::pair(styles::Align::Start, 20_pt), std::pair(styles::Align::Center, 70_pt),
          std::pair(styles::Align::End, 120_pt)}) {
        styles::StyledDocument made = document();
        made.blocks = {paragraph("前"),
                       block(styles::Rule{{1_pt, {}}, {}, Em::of(0.5), align})};
        const LaidOut out = set(made);
        const Placed& last = out.pages.at(0).items.back();
        REQUIRE(std::holds_alternative<RectItem>(last.item));
        CHECK(last.at.x == left);
        CHECK(std::get<RectItem>(last.item).size == Size{100_pt, 1_pt});
    }
}

TEST_CASE("unreadable images leave their words and a warning") {
    styles::StyledDocument made = document();
    styles::Image image;
    image.path = "photo.png";
    image.alternative = "照片";
    image.text = styles::TextStyleId::at(0);
    made.blocks = {paragraph("前"), block(image)};
    Diagnostics diagnostics;
    const LaidOut out = set(made, diagnostics, [](const std::string&) -> Result<std::string> {
        return std::string("not an image");
    });
    CHECK(lines_on(out, 0).back().text == "照片");
    CHECK(diagnostics.count("image-unreadable") == 1);
    styles::Row cells;
    cells.cells.resize(2);
    cells.cells[0].children = cells.cells[1].children = {block(image)};
    made.blocks = {paragraph("前"), block(cells)};
    CHECK(line_counts(set(made)) == std::vector<std::size_t>{3});
}

TEST_CASE("images keep their proportions and fit the page") {
    styles::StyledDocument made = document(10);
    styles::Image image;
    image.path = "wide.png";
    made.blocks = {block(image)};
    Diagnostics diagnostics;
    const LaidOut out = set(made, diagnostics, [](const std::string&) -> Result<std::string> {
        using namespace std::string_literals;
        return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x04\0\0\0\x02\0\x08\x06\0\0\0CRC!"
               "\0\0\0\1IDAT"s;
    });
    REQUIRE(out.pages[0].items.size() == 1);
    const auto* set_image = std::get_if<ImageItem>(&out.pages[0].items[0].item);
    REQUIRE(set_image);
    CHECK(set_image->size == Size{200_pt, 100_pt});
    CHECK(out.tags[out.pages[0].items[0].tag.index()].role == Role::Figure);
}

TEST_CASE("a table is never set illegibly small: its widest columns break what they hold") {
    styles::StyledDocument made = document();
    styles::Table wide;
    const std::string word(60, 'm');
    wide.columns.resize(4);
    wide.rows = {row({word, "一", word, "二"})};
    wide.columns[0].width = wide.columns[2].width = 400_pt;
    made.blocks = {block(wide)};
    const LaidOut out = set(made);
    std::size_t letters = 0;
    for (const Placed& placed : out.pages[0].items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (!text) continue;
        CHECK(text->size >= kSize * 69 / 100);
        Pt right = placed.at.x;
        for (const Glyph& glyph : text->glyphs) right += glyph.advance;
        CHECK(right <= 220_pt + 0.1_pt);
        letters += text->glyphs.size();
    }
    CHECK(letters == 122);
}

TEST_CASE("a column of Han keeps a few characters beside wide ones") {
    styles::StyledDocument made = document();
    styles::Table wide;
    const std::string word(30, 'm');
    wide.columns.resize(3);
    wide.rows = {row({word, "一二三四五六", word})};
    made.blocks = {block(wide)};
    std::vector<std::string> lines;
    for (const SeenLine& line : lines_on(set(made), 0)) {
        if (line.text.find('m') == std::string::npos) lines.push_back(line.text);
    }
    CHECK(lines == std::vector<std::string>{"一二三四", "五六"});
}

TEST_CASE("cells that span rows go on over the page's end with them") {
    for (const int words : {6, 20, 45}) {
        INFO(words << " lines");
        styles::StyledDocument made = document(10);
        styles::Table spans = table(14);
        spans.columns[0].width = 48_pt;
        spans.rows[1].cells[0].row_span = 14;
        std::string content;
        for (int i = 0; i < words * 4; ++i) content += "跨";
        spans.rows[1].cells[0].children = {paragraph(content)};
        for (std::size_t r = 2; r < spans.rows.size(); ++r) {
            spans.rows[r].cells.erase(spans.rows[r].cells.begin());
        }
        made.blocks = {block(spans)};
        const LaidOut out = set(made);
        CHECK(out.pages.size() > 1);
        std::size_t seen = 0, values = 0;
        for (std::size_t p = 0; p < out.pages.size(); ++p) {
            for (const SeenLine& line : lines_on(out, p)) {
                CHECK(line.at.y <= made.page.size.height - 20_pt);
                if (line.text.starts_with("跨")) seen += line.text.size() / 3;
                values += line.text.find_first_of("0123456789") == 0;
            }
        }
        CHECK(seen == static_cast<std::size_t>(words) * 4);
        CHECK(values == 14);
    }
}

TEST_CASE("a table as wide as the text keeps the columns that have widths") {
    styles::StyledDocument made = document();
    styles::Table grid = table(1);
    grid.full_width = true;
    grid.columns[0].width = 50_pt;
    made.blocks = {block(grid)};
    std::vector<SeenLine> lines = lines_on(set(made), 0);
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].at.x - lines[0].at.x == 50_pt);
    // Without widths all share alike.
    grid.columns[0].width.reset();
    made.blocks = {block(grid)};
    lines = lines_on(set(made), 0);
    CHECK(lines[1].at.x - lines[0].at.x > 60_pt);
}

TEST_CASE("below another rule a table's own rule stands on its further pages only") {
    styles::StyledDocument made = document(6);
    styles::Table ruled = table(12);
    ruled.top_rule = styles::Border{1_pt, {}};
    ruled.under_rule = true;
    made.blocks = {block(ruled)};
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() > 1);
    const auto rules = [&](std::size_t page) {
        const auto& items = out.pages[page].items;
        return std::count_if(items.begin(), items.end(), [](const Placed& placed) {
            return std::holds_alternative<RectItem>(placed.item);
        });
    };
    CHECK(rules(0) == 0);
    CHECK(rules(1) == 1);
}

TEST_CASE("a table in the middle of the text goes on over pages with its head") {
    styles::StyledDocument made = document(6);
    styles::Row middle;
    middle.distribute = styles::Distribute::Center;
    middle.cells.resize(1);
    middle.cells[0].children = {block(table(20))};
    made.blocks = {block(middle)};
    const LaidOut out = set(made);
    REQUIRE(out.pages.size() > 3);
    for (std::size_t page = 0; page < out.pages.size(); ++page)
        CHECK(lines_on(out, page)[0].text == "名");
}
