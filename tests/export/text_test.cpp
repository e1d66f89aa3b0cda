#include <string>
#include <vector>

#include "export/export.hpp"
#include "export/visible_text.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace cvtex::exporting {
namespace {

std::string text_of(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("cv.md", markdown));
    return to_text(grammar::interpret_html(grammar::parse(sources, file, diagnostics), sources,
                                           diagnostics));
}

TEST_CASE("plain text in reading order") {
    struct Case {
        std::string markdown, text;
    };

    const std::vector<Case> cases{
        {"", ""},
        {"# 张三\n\n**后端** 工程师\n", "张三\n\n后端 工程师\n"},
        {"中文\n换行，\n后文 end\nof\n行", "中文换行，后文 end of 行\n"},
        {"第一行  \n第二行", "第一行\n第二行\n"},
        {"- a\n- b\n  续\n  - c\n\n1. x\n2. y", "- a\n- b 续\n  - c\n\n1. x\n2. y\n"},
        {"9. 甲\n10. 乙\\\n    行", "9. 甲\n10. 乙\n    行\n"},
        {"- [x] 洗碗\n- [ ] 拖地", "- [x] 洗碗\n- [ ] 拖地\n"},
        {"- a\n\n- b", "- a\n\n- b\n"},
        {"[站](https://x.cn/a) <https://y.cn> [a@b.cn](mailto:a@b.cn) [节](#jie)",
         "站 (https://x.cn/a) https://y.cn a@b.cn 节\n"},
        {"[x.cn](https://x.cn/)", "x.cn\n"},
        {"![头像](a.png) 后", "头像 后\n"},
        {"| 公司 | 职位 |\n|---|---|\n| 腾讯科技 | 工程师 |\n| A | B |",
         "公司      职位\n腾讯科技  工程师\nA         B\n"},
        {"> 引\n>\n> 用", "> 引\n>\n> 用\n"},
        {"```go\na\n  b\n```", "a\n  b\n"},
        {"a\n\n---\n\nb", "a\n\nb\n"},
        {"<div style=\"display:flex\"><p style=\"width:20%\">甲</p><p "
         "style=\"width:20%\">乙</p></div>",
         "甲  乙\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.markdown);
        CHECK(text_of(c.markdown) == c.text);
    }
}

TEST_CASE("deeply nested rows are written in linear time") {
    std::string nested = "<section>\n";
    for (int i = 0; i < 20'000; ++i) nested += "<table><tr><td>x";
    CHECK(text_of(nested).size() > 20'000);
}

TEST_CASE("the text of a profile begins with the header of the front matter") {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode(
        "cv.md", "---\nname: 张三\nheadline: 工程师\nemail: a@b.cn\n---\n## 经历\n\n使⽤\n"));
    const profile::Profile profile = profile::make_profile(
        grammar::parse(sources, file, diagnostics), sources, {}, diagnostics);
    CHECK(to_text(profile) == "张三\n工程师\na@b.cn\n\n经历\n\n使用\n");
}

TEST_CASE("signs beside right-to-left letters have no order of their own") {
    const auto bare = unordered_right_to_left;
    CHECK(bare("中#שלום#文") == bare("中##שלום文"));
    CHECK(bare("a.[שם](b") == bare("a.](שם[b"));
    CHECK(bare("א中ב") != bare("ב中א"));
    CHECK(bare("(a)") == "(a)");
}

}  // namespace
}  // namespace cvtex::exporting
