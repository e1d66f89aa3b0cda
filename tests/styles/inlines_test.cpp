#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::testing;

namespace {

/// The style of the run whose text is `text` in the document's first paragraph.
const styles::TextStyle* style_of(const Styled& styled, const std::string& text) {
    for (const styles::Block& block : styled.document.blocks)
        if (const auto* paragraph = std::get_if<styles::Paragraph>(&block.node))
            for (const styles::InlineItem& item : paragraph->content)
                if (const auto* run = std::get_if<styles::TextRun>(&item);
                    run && run->text == text)
                    return &styled.document[run->style];
    return nullptr;
}

}  // namespace

TEST_CASE("emphasis, strong, code and strikethrough") {
    const Styled styled = style_markdown("正文 *强调* **加粗** `code` ~~删去~~");
    REQUIRE(style_of(styled, "强调"));
    CHECK(style_of(styled, "强调")->italic);
    CHECK(style_of(styled, "加粗")->weight == 700);
    CHECK(style_of(styled, "删去")->strikethrough);
    const styles::TextStyle* code = style_of(styled, "code");
    REQUIRE(code);
    CHECK(code->code);
    CHECK(code->stack.value != style_of(styled, "正文 ")->stack.value);
}

TEST_CASE("styles are shared by runs that look the same") {
    const Styled styled = style_markdown("一 **二** 三 **四**\n\n五");
    CHECK(styled.document.text_styles.size() == 3);  // body, strong, page foot
}

TEST_CASE("links keep their text and are not underlined") {
    const Styled styled = style_markdown("[主页](https://example.com \"标题\") <a@b.cn>");
    REQUIRE(styled.document.links.size() == 2);
    CHECK(styled.document.links[0].destination == "https://example.com");
    CHECK(styled.document.links[0].title == "标题");
    CHECK(styled.document.links[1].destination == "mailto:a@b.cn");
    CHECK_FALSE(style_of(styled, "主页")->underline);
}

TEST_CASE("inline HTML changes the dress of text") {
    const Styled styled = style_markdown(
        "x<sup>上</sup>y<sub>下</sub> <u>线</u> <small>小</small> <mark>亮</mark> "
        "<kbd>Ctrl</kbd> <font color=\"red\" size=\"5\">红</font> "
        "<span style=\"color:#00f;font-weight:bold\">蓝</span> <b>粗</b>");
    REQUIRE(style_of(styled, "上"));
    CHECK(style_of(styled, "上")->baseline_shift > Pt{});
    CHECK(style_of(styled, "下")->baseline_shift < Pt{});
    CHECK(style_of(styled, "上")->size < Pt::of(9));
    CHECK(style_of(styled, "线")->underline);
    CHECK(style_of(styled, "小")->size < Pt::of(10));
    CHECK(style_of(styled, "亮")->background.has_value());
    CHECK(style_of(styled, "Ctrl")->code);
    CHECK(style_of(styled, "红")->color == Color{255, 0, 0});
    CHECK(style_of(styled, "红")->size == Pt::of(15.75));
    CHECK(style_of(styled, "蓝")->color == Color{0, 0, 255});
    CHECK(style_of(styled, "蓝")->weight == 700);
    CHECK(style_of(styled, "粗")->weight == 700);
}

TEST_CASE("lang attributes change the language of runs") {
    const Styled styled =
        style_markdown("---\nlang: zh-CN\n---\n\n中文 <span lang=\"ja\">日本語</span>");
    REQUIRE(style_of(styled, "日本語"));
    CHECK(style_of(styled, "日本語")->lang == "ja");
    CHECK(style_of(styled, "中文 ")->lang == "zh-CN");
}

TEST_CASE("nested sizes stay within reason") {
    std::string markdown;
    for (int i = 0; i < 40; ++i) markdown += "<small>";
    markdown += "x<span style=\"font-size:9999pt\">大</span>";
    const Styled styled = style_markdown(markdown);
    for (const styles::TextStyle& style : styled.document.text_styles) {
        CHECK(style.size >= Pt::of(4));
        CHECK(style.size <= Pt::of(72));
    }
}

TEST_CASE("remote images are left out and named, one warning each") {
    const Styled styled = style_markdown(
        "甲 ![构建状态](https://img.example/badge.svg) ![](//cdn.example/x.png)\n\n"
        "![](http://example.com/only.png)\n\n![](data:image/png;base64,AAAA)\n\n乙");
    CHECK(styled.diagnostics.count("remote-image") == 3);
    CHECK(styled.diagnostics.count("no-alternative") == 1);
    const Diagnostic* first = find_diagnostic(styled, "remote-image");
    REQUIRE(first);
    CHECK(first->message.find("https://img.example/badge.svg") != std::string::npos);
    CHECK(styled.sources.slice(first->span) == "![构建状态](https://img.example/badge.svg)");
    REQUIRE(styled.document.blocks.size() == 3);
    CHECK(find_paragraph(styled.document.blocks, "甲 构建状态"));
    CHECK(styled.shows("image \"data:image/png;base64,AAAA\""));
}

TEST_CASE("remote images are set where whoever reads them fetches them") {
    const Styled styled = style_markdown(
        "甲 ![构建状态](https://img.example/a%20b.svg) ![](//cdn.example/x.png)\n\n"
        "![照](HTTP://example.com/only.png)\n\n![](ftp://example.com/a.png)",
        {.takes_remote_images = true});
    CHECK(styled.diagnostics.count("remote-image") == 0);
    CHECK(styled.shows("image \"https://img.example/a%20b.svg\""));
    CHECK(styled.shows("image \"https://cdn.example/x.png\""));
    REQUIRE(styled.document.blocks.size() == 3);
    const auto* image = std::get_if<styles::Image>(&styled.document.blocks[1].node);
    REQUIRE(image);
    CHECK(image->path == "HTTP://example.com/only.png");
}

TEST_CASE("local images alone are blocks, among text they are inline") {
    const Styled styled = style_markdown(
        "![照片](img/my%20photo.png)\n\n文 ![图标](icon.png) 字\n\n"
        "<img src=\"a.png\" width=\"50%\" "
        "align=\"right\">\n\n[![徽章](b.png)](https://b.example)");
    const styles::Blocks& blocks = styled.document.blocks;
    REQUIRE(blocks.size() == 4);
    REQUIRE(std::holds_alternative<styles::Image>(blocks[0].node));
    CHECK(std::get<styles::Image>(blocks[0].node).path == "img/my photo.png");
    CHECK(std::get<styles::Image>(blocks[0].node).alternative == "照片");
    CHECK(styled.shows("image \"icon.png\""));
    const auto& third = std::get<styles::Image>(blocks[2].node);
    CHECK(third.fraction == Em::of(0.5));
    CHECK(third.align == styles::Align::End);
    CHECK(std::get<styles::Image>(blocks[3].node).link.valid());
}

TEST_CASE("text that shows nothing vanishes") {
    const Styled styled = style_markdown("<!-- 注 -->\n\n&nbsp;x\n\n<br>\n\n# \n\n- \n\n> \n");
    CHECK(styled.document.blocks.size() == 1);
}

TEST_CASE("the text of every run is the source's") {
    const std::string line = "甲, “乙” -- \\* &amp; <丙@丁.cn> ... 🙂";
    const Styled styled = style_markdown(line);
    REQUIRE_FALSE(styled.document.blocks.empty());
    const auto& paragraph = std::get<styles::Paragraph>(styled.document.blocks[0].node);
    CHECK(text_of(paragraph.content).find("“乙” -- * & ") != std::string::npos);
    CHECK(text_of(paragraph.content).find("... 🙂") != std::string::npos);
}

TEST_CASE("links inside the document find their headings") {
    const Styled styled = style_markdown(
        "[a](#%E7%AE%80%E4%BB%8B) [b](#Abc) [c](#nosuch) [d](#%00)\n\n## 简介\n\n## abc\n");
    REQUIRE(styled.document.links.size() == 4);
    const char* expected[] = {"#简介", "#abc", "#nosuch", "#%00"};
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(styled.document.links[i].destination == expected[i]);
}
