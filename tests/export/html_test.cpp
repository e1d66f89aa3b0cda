#include <string>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "export/export.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

struct Case {
    const char* markdown;
    const char* html;
};

ast::Document parsed(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("case.md", markdown));
    return grammar::parse(sources, file, diagnostics);
}

/// `inline_cases` hold one paragraph without its tags.
void check_inline(std::initializer_list<Case> inline_cases) {
    for (const Case& c : inline_cases) {
        INFO(c.markdown);
        CHECK(exporting::to_html_fragment(parsed(c.markdown)) ==
              "<p>" + std::string(c.html) + "</p>\n");
    }
}

void check_blocks(std::initializer_list<Case> cases) {
    for (const Case& c : cases) {
        INFO(c.markdown);
        CHECK(exporting::to_html_fragment(parsed(c.markdown)) == c.html);
    }
}

}  // namespace

// clang-format off
TEST_CASE("emphasis works between Chinese characters and punctuation") {
    check_inline({
        {"**中文，**后文", "<strong>中文，</strong>后文"},
        {"前文**“中文”**后文", "前文<strong>“中文”</strong>后文"},
        {"**（注）**是", "<strong>（注）</strong>是"},
        {"他说**《书》**很好", "他说<strong>《书》</strong>很好"},
        {"**开源**(GitHub)**贡献**者", "<strong>开源</strong>(GitHub)<strong>贡献</strong>者"},
        {"优化**`redis`**集群", "优化<strong><code>redis</code></strong>集群"},
        {"**[链接](u)**后文", "<strong><a href=\"u\">链接</a></strong>后文"},
        {"~~删除，~~后文", "<del>删除，</del>后文"},
        {"*斜体。*后文", "<em>斜体。</em>后文"},
        {"한국어**(괄호)**는", "한국어<strong>(괄호)</strong>는"},
        {"**テスト。**テスト", "<strong>テスト。</strong>テスト"},
        {"__中文，__后文", "__中文，__后文"},
        {"a**(b)**c", "a**(b)**c"},
    });
}

TEST_CASE("strikethrough takes one or two tildes of equal length") {
    check_inline({
        {"~~a~~ ~b~", "<del>a</del> <del>b</del>"},
        {"~~a~ b", "~~a~ b"},
        {"x ~~~a~~~ b", "x ~~~a~~~ b"},
    });
}

TEST_CASE("addresses in running text are links") {
    check_inline({
        {"见https://a.com/x，后文", "见<a href=\"https://a.com/x\">https://a.com/x</a>，后文"},
        {"博客https://a.com/b后文", "博客<a href=\"https://a.com/b\">https://a.com/b</a>后文"},
        {"“http://a.cn”", "“<a href=\"http://a.cn\">http://a.cn</a>”"},
        {"www.a.com/b_c_d.", "<a href=\"http://www.a.com/b_c_d\">www.a.com/b_c_d</a>."},
        {"(https://a.b/c_(d))", "(<a href=\"https://a.b/c_(d)\">https://a.b/c_(d)</a>)"},
        {"https://a.b?x=1&y=2", "<a href=\"https://a.b?x=1&amp;y=2\">https://a.b?x=1&amp;y=2</a>"},
        {"https://a.b/&amp;", "<a href=\"https://a.b/\">https://a.b/</a>&amp;"},
        {"邮箱：zhang.san_1@a-b.com。", "邮箱：<a href=\"mailto:zhang.san_1@a-b.com\">zhang.san_1@a-b.com</a>。"},
        {"a@b a@b.c_ @b.c", "a@b a@b.c_ @b.c"},
        {"[https://a.com](b)", "<a href=\"b\">https://a.com</a>"},
        {"[x https://a.com] y", "[x <a href=\"https://a.com\">https://a.com</a>] y"},
        {"xhttps://a.com httpss://a", "xhttps://a.com httpss://a"},
        {"`https://a.com`", "<code>https://a.com</code>"},
    });
}

TEST_CASE("tables divide at pipes that are not escaped, in code too") {
    check_blocks({
        {"| a | b |\n|:-|-:|\n| `x\\|y` | 二 |\n| 三\n",
         "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n<tbody>\n"
         "<tr>\n<td align=\"left\"><code>x|y</code></td>\n<td align=\"right\">二</td>\n</tr>\n"
         "<tr>\n<td align=\"left\">三</td>\n<td align=\"right\"></td>\n</tr>\n</tbody>\n</table>\n"},
        {"段落\na | b\n--|--\n> 引用\n",
         "<p>段落</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>\n<blockquote>\n<p>引用</p>\n</blockquote>\n"},
        {"a | b\n-\n", "<h2>a | b</h2>\n"},
        {"a | b\n|-|\n", "<p>a | b\n|-|</p>\n"},
    });
}

TEST_CASE("task items, footnotes, definitions and page breaks") {
    check_blocks({
        {"- [ ] 甲\n- [x] 乙\n- [x]\n",
         "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> 甲</li>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> 乙</li>\n<li>[x]</li>\n</ul>\n"},
        {"文[^a]，文[^无]\n\n[^a]: 注\n",
         "<p>文<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>，文[^无]</p>\n<section class=\"footnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>注</p>\n<a href=\"#fnref-1\">↩</a>\n</li>\n</ol>\n</section>\n"},
        {"术语\n: 一\n~ 二\n\n另一\n: 三\n",
         "<dl>\n<dt>术语</dt>\n<dd>一</dd>\n<dd>二</dd>\n<dt>另一</dt>\n<dd>三</dd>\n</dl>\n"},
        {"<!-- pagebreak -->\n\\newpage\n",
         "<div style=\"break-after: page\"></div>\n<div style=\"break-after: page\"></div>\n"},
        {"- #### 标题\n  正文\n", "<ul>\n<li>\n<h4>标题</h4>\n正文</li>\n</ul>\n"},
        {"甲\n\n=====\n", "<p>甲</p>\n<p>=====</p>\n"},
    });
}

// clang-format on
