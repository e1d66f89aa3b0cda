// The exports made from the styled document: HTML pages and LaTeX sources.
#include "export/export.hpp"
#include "export/latex_escape.hpp"
#include "export/picture_type.hpp"
#include "grammar/parse.hpp"
#include "styles/apply.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

Result<std::string> no_files(const std::string& path) {
    return Error{"no '" + path + "' here", {}};
}

styles::StyledDocument styled(const std::string& markdown, const std::string& style = {}) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("a.md", markdown));
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    profile::Profile profile =
        profile::make_profile(std::move(document), sources, {.lang = {}}, diagnostics);
    return styles::apply_style(profile, {.style = style, .overrides = {}, .document_dir = {}},
                               no_files, sources, diagnostics);
}

std::string page_of(const std::string& markdown, const std::string& style = {}) {
    Diagnostics diagnostics;
    return exporting::to_html_page(styled(markdown, style), no_files, diagnostics);
}

/// The body of a LaTeX source.
std::string latex_of(const std::string& markdown) {
    const std::string whole = exporting::to_latex(styled(markdown));
    const std::size_t begin = whole.find("\\begin{document}");
    REQUIRE(begin != std::string::npos);
    return whole.substr(begin);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Braces that no backslash escapes: how many are open at the end; -1: one closed too many.
int open_braces(const std::string& source) {
    int open = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '\\') {
            ++i;
        } else if (source[i] == '{') {
            ++open;
        } else if (source[i] == '}' && --open < 0) {
            return -1;
        }
    }
    return open;
}

/// Whether every \begin has its \end, in order.
bool environments_match(const std::string& source) {
    std::vector<std::string> open;
    for (std::size_t at = 0; (at = source.find('\\', at)) != std::string::npos; ++at) {
        const bool begins = source.compare(at, 7, "\\begin{") == 0;
        if (!begins && source.compare(at, 5, "\\end{") != 0) continue;
        const std::size_t name = at + (begins ? 7 : 5);
        const std::string environment = source.substr(name, source.find('}', name) - name);
        if (begins) {
            open.push_back(environment);
        } else if (open.empty() || open.back() != environment) {
            return false;
        } else {
            open.pop_back();
        }
    }
    return open.empty();
}

const std::string kProfile = R"(---
name: 林知远
headline: 后端工程师
lang: zh-CN
---

138-0000-0000 | [a@example.com](mailto:a@example.com)

## 工作经历

### 星海科技 · 工程师
###### 2021.07 – 至今

- **一** `x_y` [^n]
- 二 [站](https://example.com/a%20b?c=1&d=#e)

  1. 三
  2. [x](#教育)

> 引 ~~删~~

| 甲 | 乙 |
|:-:|--:|
| 1&2 | 3_4 |

```c
if (a[0]) { \x; }

* y
```

## 教育 {#教育}

[^n]: 注 100%
)";

}  // namespace

TEST_CASE("a page holds all it needs and nothing that runs or loads") {
    const std::string page = page_of(kProfile);
    CHECK(has(page, "<html lang=\"zh-CN\">"));
    CHECK(has(page, "<title>林知远</title>"));
    CHECK(has(page, "<h2"));
    CHECK(has(page, "id=\"教育\""));
    CHECK(has(page, "href=\"https://example.com/a%20b?c=1&amp;d=#e\""));
    CHECK(has(page, "<th scope=\"col\""));
    CHECK(has(page, "@page{size:595.276pt 841.89pt"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "<link"));
    CHECK_FALSE(has(page, "url("));
    CHECK_FALSE(has(page, "@import"));
}

TEST_CASE("a page is safe whatever the document says") {
    const std::string page = page_of(
        "---\ntitle: \"</title><script>x\"\n---\n[a](JavaScript:alert(1)) "
        "![b](data:text/html,x)\n\n# h {onclick=\"x()\" .big}\n\n<b onclick=\"y()\" "
        "style=\"background:url(http://a.b)\">c</b> &lt;script&gt;\n");
    CHECK_FALSE(has(page, "lert(1"));
    CHECK_FALSE(has(page, "onclick"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "url("));
    CHECK(has(page, "&lt;script&gt;"));
}

TEST_CASE("pictures are told by their first bytes") {
    CHECK(exporting::picture_type("\x89PNG\r\n\x1a\n...") == "image/png");
    CHECK(exporting::picture_type("\xff\xd8\xff\xe0") == "image/jpeg");
    CHECK(exporting::picture_type("RIFF1234WEBPVP8 ") == "image/webp");
    CHECK(exporting::picture_type("<?xml version=\"1.0\"?><svg/>") == "image/svg+xml");
    CHECK(exporting::picture_type("<html>").empty());
    CHECK(exporting::picture_type("").empty());
}

TEST_CASE("what a line end becomes in a page") {
    CHECK(has(page_of("中文\n后文\n"), "中文后文"));
    CHECK(has(page_of("latin\ntext\n"), "latin text"));
    CHECK(has(page_of("**中**\n文\n"), "中<"));
}

TEST_CASE("a page is set as it is on paper") {
    // Labels are as high as the lines beside them.
    const std::string labels =
        page_of("# 名\n\n## 专业技能\n\n- **语言**：Go\n- **数据**：SQL\n");
    CHECK(has(labels, "display:grid"));
    CHECK(has(labels, "{line-height:"));
    // Displayed maths stands in the middle as one.
    CHECK(has(page_of("$$\na\n=b\n$$\n"), "{display:inline-block;text-align:start;}"));
    CHECK_FALSE(has(page_of("```\na\n```\n"), "inline-block"));
    // Addresses may break behind slashes, but not the two of their scheme.
    CHECK(has(page_of("<https://example.com/a/b>\n"), ">https://example.com/<wbr>a/<wbr>b<"));
    // Columns of Han keep some characters; short cells are not broken.
    const std::string table = page_of("| 甲 | 乙 |\n|---|:-:|\n| 短 | 一格稍长的文字 |\n");
    CHECK(has(table, "white-space:nowrap;"));
    CHECK(has(table, "min-width:4em;"));
    CHECK(has(table, "text-align:center;line-height"));
}

TEST_CASE("a table of contents has no page numbers where there are no pages") {
    std::string markdown = "# 报告\n\n";
    for (const char* title : {"one", "two", "three", "four", "five"})
        markdown += std::string("## ") + title + "\n\n文\n\n";
    const std::string page = page_of(markdown, "report");
    CHECK(has(page, "href=\"#three\""));
    CHECK_FALSE(has(page, ">0<"));
    const std::string source = exporting::to_latex(styled(markdown, "report"));
    const std::string body = source.substr(source.find("\\begin{document}"));
    CHECK(has(body, "\\hyperlink{three}"));
    CHECK_FALSE(has(body, "{0}"));
    CHECK_FALSE(has(body, "{\\textbf{0}}"));
}

TEST_CASE("browsers may slant Latin, but not Han") {
    CHECK(has(page_of("文 *latin* 文\n"), "font-synthesis:weight style;"));
    CHECK(has(page_of("*two\nlines*\n"), "font-synthesis:weight style;"));
    CHECK_FALSE(has(page_of("文 *汉字* 文\n"), "font-synthesis:weight style;"));
}

TEST_CASE("a narrow screen has no column of dates and no wide margins") {
    const std::string markdown =
        "# 名\n\n138-0000-0000\n\n## 工作经历\n\n### 星海科技\n###### 2021.07 - 至今\n\n- 甲\n";
    const std::string dates = page_of(markdown, "academic");
    CHECK(has(dates, "padding-left:calc(var(--column,1)*"));
    CHECK(has(dates, "position:var(--dates,absolute)"));
    CHECK(has(dates, "--column:0;--dates:static"));
    CHECK(has(page_of(markdown, "banner"), "padding-left:min(51.024pt,var(--left));"));
    // Name, headline and details go below each other.
    const std::string head = page_of(markdown, "compact");
    CHECK(has(head, "flex-wrap:var(--wrap,nowrap)"));
    CHECK(has(head, "flex:1 1 var(--basis,0)"));
}

TEST_CASE("a LaTeX source is balanced") {
    for (const std::string& markdown :
         {kProfile, std::string("\\ { } $ & # ^ _ % ~ [ ] \" ` -- --- ?` <>\n"),
          std::string("- [ ] a\n- [x] b\n\n3) c\n4) d\n"),
          std::string("a\\\n\\[b\\]\n\n`[x]` **{b}** ^\n"),
          std::string("| a | b |\n|-|-|\n| [x] | \\* |\n| * | [ |\n"),
          std::string("<div style=\"display:flex\"><div>a</div><div>- b\n</div></div>\n")}) {
        const std::string latex = exporting::to_latex(styled(markdown));
        INFO(latex);
        CHECK(open_braces(latex) == 0);
        CHECK(environments_match(latex));
    }
}

TEST_CASE("a LaTeX source says what the parts are") {
    const std::string latex = latex_of(kProfile);
    INFO(latex);
    CHECK(has(latex, "{\\LARGE\\bfseries 林知远\\par}"));
    CHECK(has(latex, "\\section{工作经历}"));
    CHECK(has(latex, "\\cventry["));
    CHECK(has(latex, "}{2021.07 – 至今}"));
    CHECK(has(latex, "\\item \\textbf{一} \\texttt{x\\_y}"));
    CHECK(has(latex, "\\footnotemark[1]"));
    CHECK(has(latex, "\\footnotetext[1]{注 100\\%}"));
    CHECK(has(latex, "\\href{https://example.com/a\\%20b?c=1\\&d=\\#e}{站}"));
    CHECK(has(latex, "\\begin{enumerate}"));
    CHECK(has(latex, "\\hyperlink{"));
    CHECK(has(latex, "\\CJKsout{删}"));
    CHECK(has(latex, "1\\&2"));
    CHECK(has(latex, "if~(a{[}0{]})~\\{~\\textbackslash{}x;~\\}\\\\{}"));
    CHECK(has(latex, "\\mbox{}\\\\{}\n*~y"));
}

TEST_CASE("where LaTeX would stop") {
    // A rule comes first in its row; a section in a list would end the item.
    const std::string table = latex_of("| a | b |\n|-|-|\n| 1 | [2] |\n");
    INFO(table);
    CHECK(has(table, "} \\\\\n\\midrule\n"));
    CHECK(has(table, "{{[}2{]}} \\\\\n"));
    const std::string list = latex_of("- #### 分享\n  正文\n");
    INFO(list);
    CHECK(has(list, "\\textbf{分享}"));
    CHECK_FALSE(has(list, "section"));
}

TEST_CASE("LaTeX's own characters") {
    const std::pair<std::string, std::string> cases[] = {
        {"a_b^c", "a\\_b\\textasciicircum{}c"},
        {"50% & #1", "50\\% \\& \\#1"},
        {"--", "-{}-"},
        {"---", "-{}-{}-"},
        {"C:\\x", "C:\\textbackslash{}x"},
        {"[x]", "{[}x{]}"},
        {"a\u200bb\x07", "ab"},
        {"a\u00a0b", "a~b"},
        {"“中文”", "“中文”"},
        {"\"q\"", "\\textquotedbl{}q\\textquotedbl{}"},
    };
    for (const auto& [text, expected] : cases) {
        std::string out;
        exporting::escape_latex(out, text);
        CHECK(out == expected);
    }
    std::string url;
    exporting::escape_latex_url(url, "https://a.b/中_~{x}%20\\");
    CHECK(url == "https://a.b/\\%E4\\%B8\\%AD\\_\\%7E\\%7Bx\\%7D\\%20\\%5C");
    CHECK(exporting::latex_anchor("a-1 中") == "a-1X20Xe4Xb8Xad");
}
