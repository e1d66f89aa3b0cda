// The arrangements that styles choose: side column, date column, labels, contents, numbers.

#include <algorithm>

#include "styles/own_name.hpp"
#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::testing;

namespace {

const std::string kProfile =
    "# 林知远\n\n后端工程师\n\n138-0000-0000 | a@example.com\n\n"
    "## 工作经历\n\n### 星海科技 · 工程师\n###### 2021.07 – 至今\n\n- 负责平台\n\n"
    "## 专业技能\n\n- **语言**：Go、C++\n- **云原生**：Istio\n\n"
    "## 论文\n\n- 林知远，周行之．题目\n- Z. Lin. Title\n";

const styles::Block* find_block(const styles::Blocks& blocks, const std::string& text) {
    for (const styles::Block& block : blocks) {
        if (find_paragraph({block}, text)) return &block;
    }
    return nullptr;
}

const styles::List* find_list(const styles::Blocks& blocks) {
    for (const styles::Block& block : blocks) {
        if (const auto* list = std::get_if<styles::List>(&block.node)) return list;
        if (const auto* container = std::get_if<styles::Container>(&block.node))
            if (const styles::List* list = find_list(container->children)) return list;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("the header and the sections named stand in the side column") {
    const Styled styled = style_markdown(kProfile, {.style = "sidebar"});
    REQUIRE(styled.document.page.side);
    const styles::Blocks& blocks = styled.document.blocks;
    REQUIRE(find_block(blocks, "林知远"));
    CHECK(find_block(blocks, "林知远")->box.beside);
    CHECK(find_block(blocks, "专业技能")->box.beside);
    CHECK_FALSE(find_block(blocks, "工作经历")->box.beside);
    CHECK_FALSE(find_block(blocks, "论文")->box.beside);
    CHECK(find_block(blocks, "联系方式"));
}

TEST_CASE("the side column's text has its own colours") {
    const Styled styled = style_markdown(kProfile, {.style = "sidebar"});
    const auto color_of = [&](const std::string& text) {
        const styles::Paragraph* paragraph = find_paragraph(styled.document.blocks, text);
        REQUIRE(paragraph);
        return styled.document[std::get<styles::TextRun>(paragraph->content.front()).style]
            .color;
    };
    CHECK(color_of("专业技能") == Color{0xff, 0xff, 0xff});
    CHECK(color_of("工作经历") == Color{0x22, 0x38, 0x4f});
}

TEST_CASE("sections for the side column may be named by their titles") {
    const Styled styled = style_markdown(
        kProfile, {.style = "sidebar", .overrides = {{"sidebar.sections", "论文"}}});
    CHECK(find_block(styled.document.blocks, "论文")->box.beside);
    CHECK_FALSE(find_block(styled.document.blocks, "专业技能")->box.beside);
}

TEST_CASE("a side column with nothing in it is left out") {
    const Styled styled = style_markdown("正文。\n", {.style = "sidebar"});
    CHECK_FALSE(styled.document.page.side);
    CHECK(styled.document.page.margin.left < Pt::of(40));
}

TEST_CASE("wrong keys of the side column are told") {
    const Styled styled = style_markdown(
        "a\n", {.style = "x.toml",
                .files = {{"x.toml",
                           "[sidebar.heading.2]\nsise = \"9pt\"\n[sidebar.list]\n"
                           "labels = \"beside\"\n"}}});
    CHECK(find_diagnostic(styled, "unknown-style-key"));
    CHECK(find_diagnostic(styled, "bad-style-value"));
}

TEST_CASE("dates stand in a column at the left that holds the widest of them") {
    const Styled styled = style_markdown(kProfile, {.style = "academic"});
    const styles::Paragraph* entry =
        find_paragraph(styled.document.blocks, "星海科技 · 工程师");
    REQUIRE(entry);
    REQUIRE(entry->aside_column);
    CHECK(text_of(entry->aside) == "2021.07 – 至今");
    // 14 columns of a terminal at 9.5 pt, and the gap.
    CHECK(*entry->aside_column >= Pt::of(9.5 * 7));
    const styles::Block* group = find_block(styled.document.blocks, "星海科技 · 工程师");
    CHECK(group->box.padding.left == *entry->aside_column);
}

TEST_CASE("a section's head stands above the column of dates, below a rule too") {
    const Styled styled = style_markdown(
        "# 林知远\n\n138-0000-0000\n\n> 引言\n\n---\n\n## 教育背景\n\n"
        "### 湖滨大学\n###### 2015.09 – 2018.06\n\n- 甲\n",
        {.style = "academic"});
    const auto& blocks = styled.document.blocks;
    CHECK(std::any_of(blocks.begin(), blocks.end(), [](const styles::Block& block) {
        const auto* head = std::get_if<styles::Paragraph>(&block.node);
        return head && text_of(head->content) == "教育背景";
    }));
}

TEST_CASE("long dates stand in the column too") {
    const Styled styled = style_markdown(
        "---\nlang: ja\n---\n# 鈴木 花子\n\n## 職務経歴\n\n### 株式会社サンプル\n"
        "###### 2021年4月 - 現在\n\n- 開発\n\n### 例示ソフト株式会社\n"
        "###### 2018年4月 - 2021年3月\n\n- 開発\n",
        {.style = "academic"});
    const styles::Paragraph* entry =
        find_paragraph(styled.document.blocks, "例示ソフト株式会社");
    REQUIRE(entry);
    REQUIRE(entry->aside_column);
    // 21 columns of a terminal at 9.5 pt, six gaps of a quarter em, and the space to the text.
    CHECK(*entry->aside_column >= Pt::of(9.5 * 12) + Pt::of(10.5));
}

TEST_CASE("lines that break between words alone are ragged") {
    for (const auto& [lang, align] :
         std::vector<std::pair<std::string, styles::Align>>{{"zh-CN", styles::Align::Justify},
                                                            {"ja", styles::Align::Justify},
                                                            {"ko", styles::Align::Start},
                                                            {"en", styles::Align::Start}}) {
        const Styled styled =
            style_markdown("---\nlang: " + lang + "\n---\n\n文\n", {.style = "classic"});
        const styles::Paragraph* text = find_paragraph(styled.document.blocks, "文");
        REQUIRE(text);
        CHECK(text->style.align == align);
    }
}

TEST_CASE("labels of a list stand in a column, above their values, or as written") {
    const std::string skills = "## 专业技能\n\n- **语言**：Go、C++\n- **云原生**：Istio\n";
    const auto list_of = [&](const char* labels) {
        return style_markdown(skills,
                              {.style = "classic", .overrides = {{"list.labels", labels}}});
    };
    const Styled column = list_of("column");
    const styles::List* list = find_list(column.document.blocks);
    REQUIRE(list);
    CHECK(list->labels);
    const auto* marker = std::get_if<styles::TextMarker>(&list->items[0].marker);
    REQUIRE(marker);
    CHECK(text_of(marker->content) == "语言：");
    CHECK(find_paragraph(list->items[0].children, "Go、C++"));

    const Styled above = list_of("above");
    list = find_list(above.document.blocks);
    CHECK(std::holds_alternative<std::monostate>(list->items[0].marker));
    CHECK(find_paragraph(list->items[0].children, "语言："));

    const Styled written = list_of("as-written");
    list = find_list(written.document.blocks);
    CHECK(std::holds_alternative<styles::DrawnMarker>(list->items[0].marker));
}

TEST_CASE("lists that are no labels and values stay lists") {
    for (const char* text :
         {"- **语言**：Go\n- 没有标签\n", "- **一个长长长长长长长长的标签**：值\n- **b**：c\n",
          "- 看 https://example.com/\n- 在 10:30 开始\n", "- **语言**：Go\n"}) {
        INFO(text);
        const Styled styled =
            style_markdown(std::string("## 专业技能\n\n") + text, {.style = "classic"});
        const styles::List* list = find_list(styled.document.blocks);
        REQUIRE(list);
        CHECK_FALSE(list->labels);
    }
}

TEST_CASE("publications are numbered and the person's name is set off") {
    const Styled styled = style_markdown(kProfile, {.style = "academic"});
    const styles::List* list = nullptr;
    for (const styles::Block& block : styled.document.blocks)
        if (const auto* container = std::get_if<styles::Container>(&block.node))
            if (find_paragraph(container->children, "林知远，周行之．题目"))
                list = find_list(container->children);
    REQUIRE(list);
    CHECK(list->ordered);
    const styles::Paragraph* work =
        find_paragraph(list->items[0].children, "林知远，周行之．题目");
    REQUIRE(work);
    const auto& name = std::get<styles::TextRun>(work->content.front());
    CHECK(name.text == "林知远");
    CHECK(styled.document[name.style].weight == 700);
}

TEST_CASE("forms of names in lists of works") {
    CHECK(styles::name_forms("沈若兰") == std::vector<std::string>{"沈若兰"});
    const std::vector<std::string> forms = styles::name_forms("陈安然 Anran Chen");
    for (const char* form :
         {"陈安然", "Anran Chen", "Chen, Anran", "A. Chen", "Chen, A.", "Chen A."}) {
        INFO(form);
        CHECK(std::find(forms.begin(), forms.end(), form) != forms.end());
    }
    CHECK(styles::name_forms("X").empty());
}

TEST_CASE("a report has a table of contents with page numbers") {
    const std::string text =
        "# 报告\n\n## 一节\n\n### 小节\n\n文\n\n## 二节\n\n文\n\n## 三节\n\n文\n";
    const Styled styled = style_markdown(text, {.style = "report"});
    CHECK(styled.shows("\"目录\""));
    CHECK(styled.shows("page-number"));
    const Styled few = style_markdown("# 报告\n\n## 一节\n\n文\n", {.style = "report"});
    CHECK_FALSE(few.shows("\"目录\""));
}

TEST_CASE("a table of contents takes the place of the author's list of links") {
    const std::string text =
        "# 报告\n\n- [一节](#一节)\n- [二节](#二节)\n\n## 一节\n\n文\n\n## 二节\n\n文\n\n"
        "## 三节\n\n文\n\n## 四节\n\n文\n";
    const Styled styled = style_markdown(text, {.style = "report"});
    CHECK(styled.shows("\"目录\""));
    CHECK_FALSE(find_list(styled.document.blocks));
    CHECK(find_list(style_markdown(text, {.style = "classic"}).document.blocks));
}

TEST_CASE("headings are numbered where the author has not numbered them") {
    const auto numbered = [](const std::string& text) {
        return style_markdown(
            text, {.style = "report", .overrides = {{"heading.numbering", "decimal"}}});
    };
    const Styled styled = numbered("# 报告\n\n## 背景\n\n### 起因\n\n文\n\n## 方法\n\n文\n");
    CHECK(styled.shows("outline \"1\u2003背景\""));
    CHECK(styled.shows("outline \"1.1\u2003起因\""));
    CHECK(styled.shows("outline \"2\u2003方法\""));
    for (const char* own : {"## 一、背景\n", "## 1. 背景\n", "## 第二章 背景\n"}) {
        INFO(own);
        CHECK_FALSE(
            numbered("# 报告\n\n" + std::string(own) + "\n文\n").shows("outline \"1\u2003"));
    }
}

TEST_CASE("labels follow the language, and a style's own come first") {
    const std::string text = "# R\n\n## A\n\nx\n\n## B\n\nx\n\n## C\n\nx\n\n## D\n\nx\n";
    for (const auto& [lang, label] :
         std::vector<std::pair<std::string, std::string>>{{"zh-CN", "目录"},
                                                          {"zh-TW", "目錄"},
                                                          {"ja", "目次"},
                                                          {"ko", "차례"},
                                                          {"en", "Contents"}}) {
        INFO(lang);
        CHECK(style_markdown("---\nlang: " + lang + "\n---\n" + text, {.style = "report"})
                  .shows("\"" + label + "\""));
    }
    CHECK(style_markdown(text, {.style = "report", .overrides = {{"labels.contents", "内容"}}})
              .shows("\"内容\""));
}

TEST_CASE("text that is hard to read is told, once a pair of colours") {
    const Styled styled = style_markdown(
        "# 一\n\n文\n", {.style = "modern", .overrides = {{"color.accent", "#9cc"}}});
    const Diagnostic* found = find_diagnostic(styled, "low-contrast");
    REQUIRE(found);
    CHECK(found->message.find("#99cccc on #ffffff") != std::string::npos);
    CHECK(styled.diagnostics.count("low-contrast") == 1);
    // The place is where the colour was chosen.
    CHECK(styled.sources[found->span.file].name() == "--set");
    CHECK_FALSE(find_diagnostic(
        style_markdown("# 一\n",
                       {.style = "modern", .overrides = {{"colors.accent", "#0052d9"}}}),
        "low-contrast"));
}

TEST_CASE("no built-in style has text that is hard to read") {
    for (const std::string& name : styles::builtin_style_names()) {
        INFO(name);
        CHECK_FALSE(find_diagnostic(style_markdown(kProfile, {.style = name}), "low-contrast"));
    }
}

TEST_CASE("section heads take two units of the grid with their space") {
    for (const char* name : {"classic", "modern", "compact", "minimal", "sidebar", "banner",
                             "academic", "rirekisho"}) {
        INFO(name);
        const Styled styled = style_markdown("# 名\n\n## 甲节\n\n文\n", {.style = name});
        const styles::Block* head = find_block(styled.document.blocks, "甲节");
        REQUIRE(head);
        const styles::BoxStyle& box = head->box;
        const Pt rule = box.bottom ? box.bottom->thickness : Pt{};
        const Pt height = box.space_before + box.padding.top +
                          std::get<styles::Paragraph>(head->node).style.leading +
                          box.padding.bottom + rule + box.space_after;
        const Pt difference = height - styled.document.page.grid * 2;
        CHECK(difference < Pt::of(0.01));
        CHECK(difference > Pt::of(-0.01));
    }
}

TEST_CASE("entries keep to the leading of the text") {
    for (const std::string& name : styles::builtin_style_names()) {
        if (name == "plain" || name == "report") continue;
        INFO(name);
        const Styled styled = style_markdown(kProfile, {.style = name});
        for (const char* words : {"星海科技 · 工程师", "星海科技"})
            if (const styles::Paragraph* entry = find_paragraph(styled.document.blocks, words))
                CHECK(entry->style.leading == styled.document.page.grid);
    }
}

TEST_CASE("posts at a university are employment, whatever the section is called") {
    const Styled styled = style_markdown(
        "# 沈若兰\n\na@example.edu\n\n## 教育与任职\n\n| 时间 | 单位 | 身份 |\n|---|---|---|\n"
        "| 2022.09 – 今 | 临江大学 | 副教授、博士生导师 |\n"
        "| 2013.09 – 2018.06 | 湖滨大学 | 博士 |\n",
        {.style = "rirekisho"});
    for (const char* words : {"临江大学　副教授、博士生导师　入职", "湖滨大学　博士　入学"}) {
        INFO(words);
        CHECK(styled.shows(std::string("\"") + words + "\""));
    }
}

TEST_CASE("jobs that a table and sections name are in the form once") {
    const Styled styled = style_markdown(
        "---\nlang: ja\n---\n# 鈴木 花子\n\n## 職務経歴\n\n| 在籍期間 | 企業名 | 職種 "
        "|\n|---|---|---|\n"
        "| 2021-04 / 2024-03 | Example Co. Ltd. | SRE |\n| 2018-04 / 2021-03 | 例示株式会社 | "
        "SE |\n\n"
        "### Example\n###### 2021-04-01 ~ 2024-03-31\n\n- 開発\n",
        {.style = "rirekisho"});
    CHECK(styled.shows("\"Example Co. Ltd.　SRE　入社\""));
    CHECK_FALSE(styled.shows("\"Example　入社\""));
    CHECK(styled.shows("\"例示株式会社　SE　入社\""));
}

TEST_CASE("the column of months holds its English name") {
    const Styled styled = style_markdown(
        "---\nname: Emma Carter\nlang: en\n---\n\n## Experience\n\n### Northwind Example Inc.\n"
        "###### Mar 2021 – Present\n\n- Pipelines\n",
        {.style = "rirekisho"});
    for (const styles::Block& block : styled.document.blocks)
        if (const auto* table = std::get_if<styles::Table>(&block.node)) {
            REQUIRE(table->columns.size() == 3);
            const Pt room =
                *table->columns[1].width - table->cell_padding.left - table->cell_padding.right;
            // "Month" takes 3.3 em of Noto Serif.
            CHECK(room > Pt::of(9.5 * 3.4));
        }
}

TEST_CASE("Latin names and titles of a form are not spaced out") {
    for (const auto& [markdown, name] : std::vector<std::pair<std::string, std::string>>{
             {"---\nname: Emma Carter\nlang: en\n---\n", "Emma Carter"},
             {"---\nname: Emma Carter\nlang: en\n---\n", "Curriculum Vitae"},
             {"---\nname: 林知远\n---\n", "林知远"}}) {
        const Styled styled = style_markdown(markdown, {.style = "rirekisho"});
        const std::size_t at = styled.dump.find("\"" + name + "\"");
        REQUIRE(at != std::string::npos);
        std::size_t spaced = 0;
        for (const styles::TextStyle& style : styled.document.text_styles)
            spaced += style.letter_spacing != Em{} && style.size == Pt::of(17) ? 1 : 0;
        CHECK((spaced > 0) == (name == "林知远"));
    }
}

TEST_CASE("a form holds the header's data and a line for each date") {
    const Styled styled = style_markdown(
        "---\nname: 鈴木花子\nemail: a@example.jp\nlang: ja\n---\n\n## 職務経歴\n\n"
        "### 株式会社サンプル\n###### 2021年4月 - 現在\n\n- 開発\n\n"
        "### 例示ソフト株式会社\n###### 2018年4月 - 2021年3月\n\n- 開発\n",
        {.style = "rirekisho"});
    for (const char* words :
         {"履歴書", "氏名", "連絡先", "写真", "職歴", "現在に至る", "以上",
          "株式会社サンプル　入社", "例示ソフト株式会社　退社", "職務経歴書"}) {
        INFO(words);
        CHECK(styled.shows(std::string("\"") + words + "\""));
    }
    CHECK(styled.shows("page-break"));
    // Oldest first, as the form wants it.
    CHECK(styled.dump.find("例示ソフト株式会社　入社") <
          styled.dump.find("株式会社サンプル　入社"));
}
