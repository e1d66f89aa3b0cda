#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;
using namespace cvtex::testing;

namespace {

const Row* first_row(const Styled& styled) {
    for (const Block& block : styled.document.blocks)
        if (const auto* row = std::get_if<Row>(&block.node)) return row;
    return nullptr;
}

std::string cell_text(const RowCell& cell) {
    return text_of(std::get<Paragraph>(cell.children.at(0).node).content);
}

}  // namespace

TEST_CASE("flex lines become rows with the widths of their cells") {
    const Styled styled = style_markdown(
        "<div style=\"display:flex\">\n<p style=\"width:20%\">2020.08 - 至今</p>\n"
        "<p style=\"width:20%\">基础技术部</p>\n<p "
        "style=\"width:30%\">云原生开发工程师</p>\n</div>\n");
    const Row* row = first_row(styled);
    REQUIRE(row);
    REQUIRE(row->cells.size() == 3);
    CHECK(row->cells[0].fraction == Em::of(0.2));
    CHECK(row->cells[2].fraction == Em::of(0.3));
    CHECK(cell_text(row->cells[0]) == "2020.08 - 至今");
    CHECK(cell_text(row->cells[2]) == "云原生开发工程师");
}

TEST_CASE("cells grow by their parts and begin from their basis") {
    const Styled styled = style_markdown(
        "<div style=\"display:flex\"><div style=\"flex:0 0 25%\">甲</div>"
        "<div style=\"flex:2\">乙</div><div style=\"flex:1\">丙</div><div>丁</div></div>\n\n"
        "文\n");
    const Row* row = first_row(styled);
    REQUIRE(row);
    REQUIRE(row->cells.size() == 4);
    CHECK(row->cells[0].fraction == Em::of(0.25));
    CHECK(row->cells[0].grow == Em{});
    CHECK(row->cells[1].grow == Em::of(2));
    CHECK(row->cells[2].grow == Em::of(1));
    CHECK(row->cells[3].grow == Em{});
}

TEST_CASE("a rule is as wide as it is told, in the middle unless told otherwise") {
    const auto rule = [](const std::string& tag) {
        const Styled styled = style_markdown("文\n\n" + tag + "\n\n文\n");
        const auto* found = std::get_if<Rule>(&styled.document.blocks.at(1).node);
        if (!found) return std::string("none");
        std::string text = found->align == Align::Center ? "center"
                           : found->align == Align::End  ? "end"
                                                         : "start";
        if (found->width) text += " " + format_short(*found->width, 2);
        if (found->fraction) text += " of " + format_short(found->fraction->at(Pt::of(100)), 2);
        if (found->stroke.color == Color{255, 0, 0}) text += " red";
        return text;
    };
    CHECK(rule("---") == "center");
    CHECK(rule("<hr>") == "center");
    CHECK(rule("<hr width=\"50%\">") == "center of 50");
    CHECK(rule("<hr width=200 align=left>") == "start 150");
    CHECK(rule("<hr style=\"width:30%;margin-left:auto\">") == "end of 30");
    CHECK(rule("<hr align=right style=\"width:3cm;color:red\">") == "end 85.04 red");
    const Styled spaced = style_markdown("文\n\n<hr style=\"margin:12px 0 24px\">\n\n文\n");
    CHECK(spaced.document.blocks.at(1).box.space_before == Pt::of(9));
    CHECK(spaced.document.blocks.at(1).box.space_after == Pt::of(18));
}

TEST_CASE("a table stands where it is told, as wide as it is told") {
    const auto place = [](const std::string& markdown) {
        const Styled styled = style_markdown(markdown + "\n\n文\n");
        const Row* row = first_row(styled);
        if (!row || row->cells.size() != 1) return std::string("none");
        const RowCell& cell = row->cells[0];
        const bool table = std::holds_alternative<Table>(cell.children.at(0).node);
        return std::string(table ? "" : "no table ") +
               (row->distribute == Distribute::Center ? "center"
                : row->distribute == Distribute::End  ? "end"
                                                      : "start") +
               (cell.fraction ? " part"
                : cell.width  ? " width"
                              : "");
    };
    const std::string rows = "<tr><td>甲<td>乙<tr><td>丙<td>丁</table>";
    CHECK(place("<table align=\"center\">" + rows) == "center");
    CHECK(place("<table align=\"right\" width=\"50%\">" + rows) == "end part");
    CHECK(place("<table width=\"200\">" + rows) == "start width");
    CHECK(place("<table style=\"margin:0 auto;width:60%\">" + rows) == "center part");
    CHECK(place("<div align=\"center\">\n\n|甲|乙|\n|-|-|\n|丙|丁|\n\n</div>") == "center");
    CHECK(place("<table width=\"100%\">" + rows) == "none");
    CHECK(place("<table>" + rows) == "none");
}

TEST_CASE("inline children of a flex line are cells too") {
    const Styled styled = style_markdown(
        "<div style=\"display:flex;justify-content:space-between;gap:8px\">"
        "<span>公司</span> <span style=\"flex:1\">2020</span></div>\n");
    const Row* row = first_row(styled);
    REQUIRE(row);
    REQUIRE(row->cells.size() == 2);
    CHECK(row->distribute == Distribute::SpaceBetween);
    CHECK(row->gap == Pt::of(6));
    CHECK(row->cells[1].grow == Em::of(1));
}

TEST_CASE("alignment reaches the paragraphs inside") {
    for (const char* markdown :
         {"<div align=\"center\">\n\n文字\n\n</div>\n", "<center>文字</center>\n",
          "<p style=\"text-align:center\">文字</p>\n"}) {
        INFO(markdown);
        const Styled styled = style_markdown(markdown);
        const Paragraph* paragraph = find_paragraph(styled.document.blocks, "文字");
        REQUIRE(paragraph);
        CHECK(paragraph->style.align == Align::Center);
    }
}

TEST_CASE("details show their summary and contents") {
    const Styled styled =
        style_markdown("<details>\n<summary>更多</summary>\n\n内容\n\n</details>\n");
    CHECK(find_paragraph(styled.document.blocks, "更多"));
    CHECK(find_paragraph(styled.document.blocks, "内容"));
}

TEST_CASE("hidden elements and scripts show nothing") {
    const Styled styled = style_markdown(
        "<div style=\"display:none\">秘密</div>\n\n<script>alert(1)</script>\n\n文<span "
        "hidden>藏</span>\n");
    REQUIRE(styled.document.blocks.size() == 1);
    CHECK(find_paragraph(styled.document.blocks, "文"));
}

TEST_CASE("page breaks of HTML") {
    const Styled styled = style_markdown(
        "甲\n\n<div style=\"page-break-after: always\"></div>\n\n乙\n\n"
        "<div style=\"break-inside:avoid\">\n\n丙\n\n</div>\n");
    CHECK(styled.shows("page-break"));
    CHECK(styled.shows("keep-together"));
}

TEST_CASE("coloured blocks have a ground") {
    const Styled styled =
        style_markdown("<div style=\"background:#eee;color:navy\">\n\n文字\n\n</div>\n");
    REQUIRE(styled.document.blocks.size() == 1);
    CHECK(styled.document.blocks[0].box.background == Color{0xee, 0xee, 0xee});
    CHECK(styled.shows("color #000080"));
}

TEST_CASE("unknown CSS is ignored without a word") {
    const Styled styled = style_markdown(
        "<div style=\"position:fixed;transform:rotate(3deg);--x:1;width:calc(1px + "
        "2px)\">文</div>\n");
    CHECK(styled.diagnostics.all().empty());
    CHECK(find_paragraph(styled.document.blocks, "文"));
}

TEST_CASE("margins and padding of elements act") {
    const Styled plain =
        style_markdown("<p style=\"margin:7pt 0 9pt 20pt;padding-top:3pt\">文字</p>\n");
    const Block& box = plain.document.blocks.at(0);
    CHECK(box.box.space_before == Pt::of(7));
    CHECK(box.box.space_after == Pt::of(9));
    CHECK(box.box.padding.left == Pt::of(20));
    CHECK(box.box.padding.top == Pt::of(3));
    const Styled ground = style_markdown(
        "<div style=\"margin-left:20pt;padding:4pt;background:#eee\">文字</div>\n");
    const Block& outer = ground.document.blocks.at(0);
    CHECK(outer.box.padding.left == Pt::of(20));
    CHECK_FALSE(outer.box.background.has_value());
    const Block& inner = std::get<Container>(outer.node).children.at(0);
    CHECK(inner.box.padding.left == Pt::of(4));
    CHECK(inner.box.background.has_value());
}

TEST_CASE("languages reach the text of blocks, headings, lists and spans") {
    for (const char* markdown :
         {"::: {lang=ja}\n文字\n:::\n", "<div lang=\"ja\">\n\n文字\n\n</div>\n",
          "## 文字 {lang=ja}\n", "文 <span lang=\"ja\">文字</span>\n",
          "<ul lang=\"ja\"><li>文字</li></ul>\n", "<h2 lang=\"ja\">文字</h2>\n"}) {
        INFO(markdown);
        const Styled styled = style_markdown(markdown);
        bool found = false;
        for (const TextStyle& style : styled.document.text_styles)
            found = found || style.lang == "ja";
        CHECK(found);
    }
}

TEST_CASE("what stands at the right of an entry's head is dressed as its dates are") {
    for (const char* markdown :
         {"# 陈立\n\n## 经历\n\n### 星海科技 || 杭州 · 2021\n\n文\n",
          "# 陈立\n\n## 经历\n\n<div "
          "alt=\"entry-title\"><h3>星海科技</h3><p>杭州</p></div>\n\n文\n"}) {
        INFO(markdown);
        const Styled styled = style_markdown(markdown, {.style = "classic"});
        const Paragraph* heading = find_paragraph(styled.document.blocks, "星海科技");
        if (!heading) heading = find_paragraph(styled.document.blocks, "星海科技 ");
        REQUIRE(heading);
        REQUIRE_FALSE(heading->aside.empty());
        const auto& head = std::get<TextRun>(heading->content.front());
        const auto& aside = std::get<TextRun>(heading->aside.front());
        CHECK(styled.document[aside.style].weight < styled.document[head.style].weight);
    }
}

TEST_CASE("tables of HTML keep their spans, widths and blocks") {
    const Styled styled = style_markdown(
        "<table width=\"100%\">\n<tr><th colspan=2>教育</th></tr>\n"
        "<tr><td width=\"30%\">2014</td><td align=right>临江大学</td></tr>\n"
        "<tr><td rowspan=2>技能</td><td><ul><li>Go</li></ul></td></tr>\n"
        "<tr><td style=\"width:50pt\">C++</td></tr>\n</table>\n");
    REQUIRE(styled.document.blocks.size() == 1);
    const auto& table = std::get<Table>(styled.document.blocks[0].node);
    CHECK(table.full_width);
    CHECK(table.header_rows == 1);
    REQUIRE(table.rows.size() == 4);
    REQUIRE(table.columns.size() == 2);
    CHECK(table.rows[0].cells[0].column_span == 2);
    CHECK(table.rows[2].cells[0].row_span == 2);
    CHECK(table.columns[0].fraction == Em::of(0.3));
    CHECK(table.columns[1].width == Pt::of(50));
    CHECK(std::holds_alternative<List>(table.rows[2].cells[1].children.at(0).node));
    const auto& right = std::get<Paragraph>(table.rows[1].cells[1].children.at(0).node);
    CHECK(right.style.align == Align::End);
    const Styled shared = style_markdown("<table><tr><td width=\"25%\">a<td>b<td>c</table>\n");
    CHECK(std::get<Table>(shared.document.blocks.at(0).node).columns.at(2).fraction ==
          Em::of(0.375));
    const Styled hostile = style_markdown(
        "<table><tr><td colspan=99999999999 rowspan=-3>a<td colspan=1000>b<tr><td>c</table>\n");
    CHECK(hostile.document.blocks.size() == 1);
}
