#include <algorithm>

#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;
using namespace cvtex::testing;

namespace {

Styled classic(const std::string& markdown) {
    return style_markdown(markdown, {.style = "classic"});
}

const Container* header_of(const Styled& styled) {
    if (styled.document.blocks.empty()) return nullptr;
    const auto* container = std::get_if<Container>(&styled.document.blocks[0].node);
    return container && container->kind == ContainerKind::Header ? container : nullptr;
}

std::vector<std::string> lines_of(const Container& header) {
    std::vector<std::string> lines;
    for (const Block& block : header.children) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node))
            lines.push_back(text_of(paragraph->content));
    }
    return lines;
}

}  // namespace

TEST_CASE("classic leaves a measure of 46 em") {
    const PageStyle page = classic("文").document.page;
    const Pt measure = page.size.width - page.margin.left - page.margin.right;
    CHECK(measure.points() == Approx(46 * 10.5).epsilon(1e-3));
}

TEST_CASE("the name opens the page, contacts below it") {
    const Styled styled =
        classic("# 林知远\n\n*138-0000-0000 | <a@b.cn> | 杭州*\n\n## 工作经历\n\n正文\n");
    const Container* header = header_of(styled);
    REQUIRE(header);
    CHECK(lines_of(*header) ==
          std::vector<std::string>{"林知远", "138-0000-0000 | a@b.cn | 杭州"});
    const auto& name = std::get<Paragraph>(header->children[0].node);
    CHECK(name.style.align == Align::Center);
    CHECK(name.heading_level == 1);
    CHECK(name.anchor == "林知远");
    const TextStyle& style = styled.document[std::get<TextRun>(name.content.front()).style];
    CHECK(style.size == Pt::of(21));
    CHECK(style.letter_spacing == Em::of(0.18));
    CHECK(styled
              .document[std::get<TextRun>(
                            std::get<Paragraph>(header->children[1].node).content.front())
                            .style]
              .italic == false);
}

TEST_CASE("headlines stand between name and contacts") {
    const Styled styled = classic("# 林知远\n后端 / 云原生工程师\n\na@b.cn | 杭州\n\n正文。\n");
    REQUIRE(header_of(styled));
    CHECK(lines_of(*header_of(styled)).size() == 3);
    const Styled quoted =
        classic("# 杜少陵\n## 高级工程师\n\n> 浙江杭州，男\n> a@b.cn\n\n### 简介\n");
    REQUIRE(header_of(quoted));
    CHECK(lines_of(*header_of(quoted)).size() == 3);
}

TEST_CASE("a typed bar has the same room on both sides") {
    const Styled styled = classic("# 林知远\n\n138-0000-0000 | a@b.cn\n\n正文。\n");
    REQUIRE(header_of(styled));
    std::vector<Em> spacing;
    for (const InlineItem& item :
         std::get<Paragraph>(header_of(styled)->children.back().node).content)
        if (const auto* run = std::get_if<TextRun>(&item))
            if (run->text == " " || run->text == "|")
                spacing.push_back(styled.document[run->style].letter_spacing);
    CHECK(spacing == std::vector<Em>{Em::of(0.25), {}, Em::of(0.25)});
}

TEST_CASE("running text after the title is not taken for contacts") {
    const Styled styled = classic("# 我的五年\n\n时光荏苒，转眼五年。\n");
    REQUIRE(header_of(styled));
    CHECK(lines_of(*header_of(styled)) == std::vector<std::string>{"我的五年"});
    CHECK(styled.document.blocks.size() == 2);
}

TEST_CASE("the front matter's header when no heading has it") {
    const Styled styled = classic(
        "---\nname: 马小军\nheadline: 前端开发\nemail: a@b.cn\nphone: 138-0000-0001\n"
        "github: github.com/a\n---\n\n## 教育背景\n");
    const Container* header = header_of(styled);
    REQUIRE(header);
    CHECK(lines_of(*header) ==
          std::vector<std::string>{"马小军", "前端开发", "a@b.cn 138-0000-0001 github.com/a"});
    REQUIRE(styled.document.links.size() == 3);
    CHECK(styled.document.links[0].destination == "mailto:a@b.cn");
    CHECK(styled.document.links[1].destination == "tel:13800000001");
    CHECK(styled.document.links[2].destination == "https://github.com/a");
}

TEST_CASE("several level-1 headings are sections") {
    const Styled styled = classic("# 教育\n\n甲\n\n# 工作\n\n乙\n");
    CHECK_FALSE(header_of(styled));
    const Paragraph* section = find_paragraph(styled.document.blocks, "教育");
    REQUIRE(section);
    CHECK(section->heading_level == 1);
    CHECK(section->style.size == Pt::of(12.5));
    CHECK(styled.document.blocks[0].box.bottom.has_value());
}

TEST_CASE("dates below an entry's heading go to its right end") {
    struct Case {
        const char* markdown;
        const char* heading;
        const char* aside;
    };

    const Case cases[] = {
        {"## 节\n\n### 星海科技\n\n2021.07 - 至今\n\n- 甲\n", "星海科技", "2021.07 - 至今"},
        {"## 节\n\n### 星海科技\n###### 2021.07 - 至今\n\n- 甲\n", "星海科技",
         "2021.07 - 至今"},
        {"## 资格证书\n\n### 软件设计师\n###### 2018.05\n", "软件设计师", "2018.05"},
        {"## 节\n\n### 星海科技\n*2016.01 – 至今 · 成都*\n\n- 甲\n", "星海科技\u2003成都",
         "2016.01 – 至今"},
        {"## 节\n\n### 湖滨大学\n\n- 2016年08月 - 2020年05月\n- 本科\n", "湖滨大学\u2003本科",
         "2016年08月 - 2020年05月"},
        {"## 节\n\n### 星海科技\n\n<div style=\"display:flex\"><p>2020.08 - 至今</p>"
         "<p>工程师</p></div>\n",
         "星海科技\u2003工程师", "2020.08 - 至今"},
        {"## 节\n\n### 星海科技 <span style=\"float:right\">2021</span>\n", "星海科技", "2021"},
    };
    for (const Case& c : cases) {
        INFO(c.markdown);
        const Styled styled = classic(c.markdown);
        REQUIRE(styled.document.blocks.size() > 1);
        const auto& heading = std::get<Paragraph>(styled.document.blocks[1].node);
        CHECK(text_of(heading.content).substr(0, std::string(c.heading).size()) == c.heading);
        CHECK(text_of(heading.aside) == c.aside);
    }
}

TEST_CASE("dates stay on their own line where they do not fit or belong") {
    const std::string longest(140, 'x');
    const Styled narrow = classic("### " + longest + "\n\n2021.07 - 至今\n");
    const auto& heading = std::get<Paragraph>(narrow.document.blocks[0].node);
    CHECK(heading.aside.empty());
    CHECK(narrow.document.blocks.size() == 2);
    const Styled section = classic("## 2021 年\n\n2021.07 - 至今\n\n文\n");
    CHECK(std::get<Paragraph>(section.document.blocks[0].node).aside.empty());
    const Styled plain = style_markdown("### 星海科技\n\n2021.07 - 至今\n");
    CHECK(std::get<Paragraph>(plain.document.blocks[0].node).aside.empty());
}

TEST_CASE("headings of the same level are not dates of each other") {
    const Styled styled = classic("## 经历\n\n### 2024\n\n### 2023\n\n- 甲\n");
    CHECK(find_paragraph(styled.document.blocks, "2024"));
    CHECK(find_paragraph(styled.document.blocks, "2023"));
}

TEST_CASE("facts in emphasis below an entry are set quietly") {
    const Styled styled = classic(
        "## 项目\n\n### 大数据局平台\n*合同额 4200 万 · 项目经理 · 2024.01–至今*\n\n- 甲\n");
    const auto& head = std::get<Paragraph>(styled.document.blocks[1].node);
    CHECK(text_of(head.content) == "大数据局平台\u2003合同额 4200 万\u2003项目经理");
    CHECK(text_of(head.aside) == "2024.01–至今");
    const TextStyle& style = styled.document[std::get<TextRun>(head.content.back()).style];
    CHECK_FALSE(style.italic);
    CHECK(style.weight == 400);
}

TEST_CASE("facts that a head has no room for stand below it") {
    const Styled styled = classic(
        "## 项目\n\n### 一个名字相当长的面向多租户的分布式数据平台建设项目\n"
        "*合同额 4200 万 · 项目经理 · 驻场团队十八人 · 2024.01–至今*\n\n- 甲\n");
    const auto& facts = std::get<Paragraph>(styled.document.blocks[2].node);
    CHECK(text_of(facts.content) == "合同额 4200 万\u2003项目经理\u2003驻场团队十八人");
    CHECK(styled.document.blocks[1].box.space_after == Pt{});
    CHECK(styled.document.blocks[2].box.keep_with_next);
}

TEST_CASE("white space grows outward") {
    const Styled styled =
        classic("# 名\n\n## 节一\n\n### 条一\n\n- 甲\n- 乙\n\n### 条二\n\n- 丙\n\n## 节二\n");
    Pt item, entry, section;
    for (const Block& block : styled.document.blocks) {
        if (const auto* list = std::get_if<List>(&block.node); list && item == Pt{})
            item = list->items[0].children[0].box.space_after;
        if (const auto* p = std::get_if<Paragraph>(&block.node)) {
            if (p->heading_level == 3) entry = block.box.space_before;
            if (p->heading_level == 2) section = block.box.space_before;
        }
    }
    CHECK(item < entry);
    CHECK(entry < section);
}

TEST_CASE("a list of contact details stands on one line") {
    const Styled styled =
        classic("# 姚锦庆\n\n- <a@b.cn>\n- [主页](https://x.example)\n- 广东省\n\n正文。\n");
    REQUIRE(header_of(styled));
    CHECK(lines_of(*header_of(styled)) ==
          std::vector<std::string>{"姚锦庆", "a@b.cn 主页 广东省"});
    const Styled skills = classic("# 姚锦庆\n\n- 熟悉 Go\n- 熟悉 Rust\n");
    CHECK(lines_of(*header_of(skills)).size() == 1);
}

TEST_CASE("many details take several even lines") {
    const Styled styled = classic(
        "---\nname: 马小军\nemail: a-rather-long-address@mail.example.com\nphone: "
        "138-0000-0001\n"
        "github: github.com/a-long-name\nwebsite: https://a-long-name.example.com/about\n"
        "city: 合肥\n---\n\n正文\n");
    REQUIRE(header_of(styled));
    const std::vector<std::string> lines = lines_of(*header_of(styled));
    REQUIRE(lines.size() == 2);
    CHECK(std::count(lines[1].begin(), lines[1].end(), '\n') == 1);
    CHECK(lines[1].find("|\n") == std::string::npos);
}

TEST_CASE("organisation, role and dates in one heading are told apart") {
    struct Case {
        const char* heading;
        const char* left;
        const char* aside;
    };

    const Case cases[] = {
        {"有赞 | 前端工程师 | 2024.11 - 2025.04", "有赞 | 前端工程师", "2024.11 - 2025.04"},
        {"某公司 2016.07 - 至今", "某公司", "2016.07 - 至今"},
        {"某公司（2016.07-2019.03）", "某公司", "2016.07-2019.03"},
        {"平台建设（2021-2022）", "平台建设（2021-2022）", ""},
        {"**某大学** · 本科 · *2015-2019*", "某大学 · 本科", "2015-2019"},
        {"2023", "2023", ""},
    };
    for (const Case& c : cases) {
        INFO(c.heading);
        const Styled styled =
            classic(std::string("## 工作经历\n\n### ") + c.heading + "\n\n文\n");
        const auto& heading = std::get<Paragraph>(styled.document.blocks[1].node);
        CHECK(text_of(heading.content) == c.left);
        CHECK(text_of(heading.aside) == c.aside);
    }
}

TEST_CASE("roles are regular, organisations bold") {
    const Styled styled = classic("## 工作经历\n\n### 星海科技 · 后端工程师\n");
    const auto& heading = std::get<Paragraph>(styled.document.blocks[1].node);
    REQUIRE(heading.content.size() == 3);
    CHECK(styled.document[std::get<TextRun>(heading.content[0]).style].weight == 700);
    CHECK(styled.document[std::get<TextRun>(heading.content[2]).style].weight == 400);
    const auto& role = std::get<TextRun>(heading.content[2]);
    CHECK(styled.sources.slice(role.span) == role.text);
}

TEST_CASE("an entry's head is bold at every level") {
    for (const char* style : {"classic", "modern", "minimal", "academic"}) {
        INFO(style);
        const Styled styled = style_markdown(
            "# 名\n\n138-0000-0000\n\n## 工作经历\n\n###### 星海科技\n\n2020.08 - 至今\n\n- "
            "甲\n",
            {.style = style});
        const Paragraph* head = find_paragraph(styled.document.blocks, "星海科技");
        REQUIRE(head);
        CHECK(text_of(head->aside) == "2020.08 - 至今");
        CHECK(styled.document[std::get<TextRun>(head->content.front()).style].weight == 700);
    }
}

TEST_CASE("bold lines with dates are entry heads too") {
    const Styled styled =
        classic("## 教育\n\n**某学院** · 大专 · *2021.09 – 2024.06*\n\n- 甲\n");
    const auto& line = std::get<Paragraph>(styled.document.blocks[1].node);
    CHECK(text_of(line.content) == "某学院 · 大专");
    CHECK(text_of(line.aside) == "2021.09 – 2024.06");
    CHECK(styled.document.blocks[1].box.keep_with_next);
}

TEST_CASE("a comma or a space before a date parts nothing in a line of text") {
    for (const char* text :
         {"**某大学**，软件工程，2015–2019", "**某大学** 软件工程 2015–2019"}) {
        INFO(text);
        const Styled styled = classic(std::string("## 节\n\n") + text + "\n");
        const auto& line = std::get<Paragraph>(styled.document.blocks[1].node);
        CHECK(line.aside.empty());
    }
}

TEST_CASE("the uppermost headings below the title are sections") {
    const Styled styled = classic("# 名\n\n### 简介\n\n甲\n\n#### 公司\n\n乙\n");
    const Paragraph* section = find_paragraph(styled.document.blocks, "简介");
    REQUIRE(section);
    CHECK(section->style.size == Pt::of(12.5));
    CHECK(section->heading_level == 3);
    CHECK(find_paragraph(styled.document.blocks, "公司")->style.size == Pt::of(10.5));
}

TEST_CASE("a rule above a ruled heading is left out") {
    const Styled styled = classic("# 名\n\n---\n\n## 节\n\n甲\n\n---\n\n乙\n");
    int rules = 0;
    for (const Block& block : styled.document.blocks)
        rules += std::holds_alternative<Rule>(block.node) ? 1 : 0;
    CHECK(rules == 1);
}

TEST_CASE("a table right below a ruled heading begins without a rule of its own") {
    const Styled below = classic("# 名\n\n## 节\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n");
    CHECK(std::get<Table>(below.document.blocks.back().node).under_rule);
    const Styled apart =
        classic("# 名\n\n## 节\n\n文\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n");
    CHECK_FALSE(std::get<Table>(apart.document.blocks.back().node).under_rule);
}

TEST_CASE("no line of details ends with the dot between them") {
    const Styled styled =
        style_markdown("# 林知远\n\na@example.com · example.com/lin · 杭州\n\n## 节\n\n文\n",
                       {.style = "sidebar"});
    CHECK(find_paragraph(styled.document.blocks, "a@example.com\nexample.com/lin\n杭州"));
    const Styled classic_one =
        classic("# 林知远\n\na@example.com · example.com/lin · 杭州\n\n## 节\n\n文\n");
    CHECK(
        find_paragraph(classic_one.document.blocks, "a@example.com · example.com/lin · 杭州"));
}

TEST_CASE("contact details stand beside the name where the style says so") {
    const std::string by_line =
        "# 林知远\n\n后端工程师\n\n138-0000-0000 | <a@b.cn> | 杭州\n\n## 经历\n";
    const std::string by_list = "# 林知远\n\n- 138-0000-0000\n- <a@b.cn>\n- 杭州\n\n## 经历\n";
    const std::string by_keys =
        "---\nname: 林知远\nphone: 138-0000-0000\nemail: a@b.cn\ncity: 杭州\n---\n## 经历\n";
    for (const std::string& markdown : {by_line, by_list, by_keys}) {
        CAPTURE(markdown);
        const Styled split = style_markdown(markdown, {.style = "modern"});
        REQUIRE(header_of(split));
        const auto* row = std::get_if<Row>(&header_of(split)->children.at(0).node);
        REQUIRE(row);
        REQUIRE(row->cells.size() == 2);
        const auto& contacts = std::get<Paragraph>(row->cells[1].children.at(0).node);
        // Flush right by its longest line, so that icons stand in a column.
        CHECK(contacts.style.align == Align::Start);
        CHECK(text_of(contacts.content) == "138-0000-0000\na@b.cn\n杭州");

        const Styled inline_ = style_markdown(markdown, {.style = "compact"});
        REQUIRE(header_of(inline_));
        CHECK(std::get_if<Row>(&header_of(inline_)->children.at(0).node));
        const Styled stacked = style_markdown(markdown, {.style = "minimal"});
        CHECK_FALSE(std::get_if<Row>(&header_of(stacked)->children.at(0).node));
    }
    // Where there is room the headline stands on the name's line.
    const auto head_of = [](const std::string& headline) {
        return style_markdown(
            "# 林知远\n\n" + headline + "\n\n138-0000-0000 | <a@b.cn>\n\n## 经历\n",
            {.style = "compact"});
    };
    const auto left_of = [](const Styled& styled) {
        const auto* row = std::get_if<Row>(&header_of(styled)->children.at(0).node);
        return row && row->cells[0].children.size() == 1 &&
               std::holds_alternative<Row>(row->cells[0].children[0].node);
    };
    CHECK(left_of(head_of("后端工程师")));
    CHECK_FALSE(
        left_of(head_of("后端与云原生工程师，专注于容器平台、服务治理和可观测性的建设")));
    const Styled alone = style_markdown("# 林知远\n\n## 经历\n", {.style = "modern"});
    CHECK_FALSE(std::get_if<Row>(&header_of(alone)->children.at(0).node));
}
