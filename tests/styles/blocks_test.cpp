#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;
using namespace cvtex::testing;

TEST_CASE("plain sets one paragraph across the whole measure and nothing else") {
    const Styled styled = style_markdown("一个段落，没有别的。");
    REQUIRE(styled.document.blocks.size() == 1);
    const auto& paragraph = std::get<Paragraph>(styled.document.blocks[0].node);
    CHECK(paragraph.style.align == Align::Justify);
    CHECK(paragraph.style.indent == Pt{});
    CHECK(paragraph.heading_level == 0);
    const PageStyle& page = styled.document.page;
    CHECK(page.margin.left.points() == Approx(20 * 72 / 25.4));
    CHECK(page.size.width.points() == Approx(210 * 72 / 25.4));
    const BoxStyle& box = styled.document.blocks[0].box;
    CHECK(box.padding == Insets{});
    CHECK_FALSE(box.top.has_value());
    CHECK_FALSE(box.background.has_value());
    CHECK(page.foot.only_when_several);
}

TEST_CASE("bullets are drawn, numbers are text") {
    const Styled styled = style_markdown("- 甲\n- 乙\n  - 丙\n\n7. 丁\n8. 戊\n");
    REQUIRE(styled.document.blocks.size() == 2);
    const auto& bullets = std::get<List>(styled.document.blocks[0].node);
    REQUIRE(bullets.items.size() == 2);
    const auto& disc = std::get<DrawnMarker>(bullets.items[0].marker);
    CHECK(disc.shape == MarkerShape::Disc);
    CHECK(disc.diameter == Pt::of(3));
    CHECK(disc.raise.points() == Approx(3.36).epsilon(1e-4));
    CHECK(bullets.hang.points() == Approx(11.025));
    const auto& inner = std::get<List>(bullets.items[1].children[1].node);
    CHECK(std::get<DrawnMarker>(inner.items[0].marker).shape == MarkerShape::Circle);
    const auto& numbers = std::get<List>(styled.document.blocks[1].node);
    CHECK(text_of(std::get<TextMarker>(numbers.items[0].marker).content) == "7.");
    CHECK(text_of(std::get<TextMarker>(numbers.items[1].marker).content) == "8.");
}

TEST_CASE("long numbers get more room") {
    const Styled one = style_markdown("1. 甲\n");
    const Styled three = style_markdown("998. 甲\n999. 乙\n");
    CHECK(std::get<List>(three.document.blocks[0].node).hang >
          std::get<List>(one.document.blocks[0].node).hang + Pt::of(10));
}

TEST_CASE("spaces in lists are those of the list") {
    const Styled tight = style_markdown("前\n\n- 甲\n- 乙\n\n后");
    const auto& list = std::get<List>(tight.document.blocks[1].node);
    CHECK(list.items[0].children[0].box.space_after == Pt::of(0.5));
    CHECK(list.items[1].children[0].box.space_after == Pt{});
    CHECK(tight.document.blocks[1].box.space_after > Pt::of(4));
    const Styled loose = style_markdown("- 甲\n\n- 乙\n");
    const auto& wide = std::get<List>(loose.document.blocks[0].node);
    CHECK(wide.items[0].children[0].box.space_after == Pt::of(4));
}

TEST_CASE("what announces a list is as far from it as its items from each other") {
    for (const auto& [markdown, space] : std::vector<std::pair<std::string, Pt>>{
             {"有：\n\n- 甲\n- 乙\n", Pt::of(0.5)}, {"有：\n\n- 甲\n\n- 乙\n", Pt::of(4)}}) {
        const Styled styled = style_markdown(markdown);
        CHECK(styled.document.blocks[0].box.space_after == space);
        CHECK(styled.document.blocks[1].box.space_before == space);
    }
}

TEST_CASE("displayed maths stands in the middle, code at the left") {
    for (const auto& [markdown, align] :
         std::vector<std::pair<std::string, Align>>{{"$$\na=b\n$$\n", Align::Center},
                                                    {"```math\na=b\n```\n", Align::Center},
                                                    {"```c\na=b\n```\n", Align::Start}}) {
        INFO(markdown);
        const Styled styled = style_markdown(markdown);
        const auto& code = std::get<CodeBlock>(styled.document.blocks[0].node).text;
        CHECK(code.style.align == align);
    }
}

TEST_CASE("task lists get boxes") {
    const Styled styled = style_markdown("- [x] 完成\n- [ ] 未完成\n");
    CHECK(styled.shows("item box-done"));
    CHECK(styled.shows("item box-open"));
}

TEST_CASE("items without text vanish, numbered ones stay") {
    CHECK(style_markdown("- 甲\n-\n- 乙\n").dump.find("item disc") != std::string::npos);
    const Styled bullets = style_markdown("- 甲\n- ![](https://x.example/a.png)\n");
    CHECK(std::get<List>(bullets.document.blocks[0].node).items.size() == 1);
    const Styled numbers = style_markdown("1. 甲\n2. ![](https://x.example/a.png)\n3. 丙\n");
    CHECK(std::get<List>(numbers.document.blocks[0].node).items.size() == 3);
}

TEST_CASE("code keeps its lines") {
    const Styled styled = style_markdown("```go\nfunc main() {\n\n}\n```\n");
    REQUIRE(styled.document.blocks.size() == 1);
    const auto& code = std::get<CodeBlock>(styled.document.blocks[0].node).text;
    CHECK(text_of(code.content) == "func main() {\n\n}");
    CHECK(code.style.preformatted);
    CHECK(code.style.gap == Em{});
    CHECK(styled.document.blocks[0].box.keep_together);
    CHECK(styled.document.blocks[0].box.background.has_value());
}

TEST_CASE("tables keep alignment; an empty head is no head") {
    const Styled styled = style_markdown("| 左 | 中 | 右 |\n|:--|:-:|--:|\n| a | b | c |\n");
    const auto& table = std::get<Table>(styled.document.blocks[0].node);
    CHECK(table.header_rows == 1);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.columns[1].align == Align::Center);
    CHECK(table.columns[2].align == Align::End);
    CHECK(table.top_rule.has_value());
    CHECK(table.rows[0].cells[0].header);
    const auto& cell = std::get<Paragraph>(table.rows[1].cells[2].children[0].node);
    CHECK(cell.style.align == Align::End);
    const Styled headless = style_markdown("| | |\n|--|--|\n| a | b |\n");
    const auto& second = std::get<Table>(headless.document.blocks[0].node);
    CHECK(second.header_rows == 0);
    CHECK(second.rows.size() == 1);
}

TEST_CASE("quotes, rules and page breaks") {
    const Styled styled = style_markdown("> 引文\n\n---\n\n<!-- pagebreak -->\n\n文");
    const auto& quote = std::get<Container>(styled.document.blocks[0].node);
    CHECK(quote.kind == ContainerKind::BlockQuote);
    CHECK(styled.document.blocks[0].box.left.has_value());
    CHECK(std::holds_alternative<Rule>(styled.document.blocks[1].node));
}

TEST_CASE("headings carry anchor and outline, and stay with what follows") {
    const Styled styled = style_markdown("# 标题 *一*\n\n## 二级\n\n正文\n");
    const Paragraph* first = find_paragraph(styled.document.blocks, "标题 一");
    REQUIRE(first);
    CHECK(first->heading_level == 1);
    CHECK(first->outline_title == "标题 一");
    CHECK(first->anchor == "标题-一");
    CHECK(styled.document.blocks[1].box.keep_with_next);
}

TEST_CASE("footnotes are numbered by mention and linked with their marks") {
    const Styled styled = style_markdown(
        "甲[^b] 乙[^a] 丙[^b]\n\n[^a]: 注甲\n[^b]: 注乙[^c]\n[^c]: 注丙\n[^d]: 无人提及\n");
    REQUIRE(styled.document.blocks.size() == 1);
    const auto& paragraph = std::get<Paragraph>(styled.document.blocks[0].node);
    CHECK(text_of(paragraph.content) == "甲[1] 乙[2] 丙[1]");
    const std::vector<Footnote>& notes = styled.document.notes;
    REQUIRE(notes.size() == 4);
    const char* expected[] = {"注乙[3]", "注甲", "注丙", "无人提及"};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i + 1);
        const auto& note = std::get<Paragraph>(notes[i].children[0].node);
        CHECK(text_of(note.content) == expected[i]);
        CHECK(text_of(notes[i].marker.content) == "[" + number + "]");
        CHECK(notes[i].anchor == "footnote-" + number);
        const LinkId back = std::get<TextRun>(notes[i].marker.content[0]).link;
        CHECK(styled.document[back].destination == "#" + notes[i].mark_anchor);
    }
    CHECK(styled.document.links[0].destination == "#footnote-1");
    CHECK(styled.document.links[0].note == NoteId::at(0));
}

TEST_CASE("hyphenation is left to the language of each word") {
    const Styled styled = style_markdown("# Name\n\nSome running text.\n");
    CHECK(std::get<Paragraph>(styled.document.blocks[1].node).style.hyphenate ==
          Hyphenate::Auto);
    CHECK(std::get<Paragraph>(styled.document.blocks[0].node).style.hyphenate ==
          Hyphenate::Off);
}
