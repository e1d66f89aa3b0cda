#include <string>
#include <vector>

#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "tests/grammar/dump_text.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;
using cvtex::testing::without_spans;

struct Read {
    std::string written;   ///< the tree as written, spans left out
    std::string arranged;  ///< after `interpret_html`
    std::string problems;  ///< code@begin of each diagnostic
};

Read read(const std::string& text) {
    Sources sources;
    const FileId file = sources.add(Source::decode("case.md", text));
    Diagnostics diagnostics;
    ast::Document document = grammar::parse(sources, file, diagnostics);
    Read result{without_spans(grammar::dump(document)), {}, {}};
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    result.arranged = without_spans(grammar::dump(document));
    for (const Diagnostic& d : diagnostics.all()) {
        result.problems +=
            (result.problems.empty() ? "" : " ") + d.code + "@" + std::to_string(d.span.begin);
    }
    return result;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("a line of colons opens a container in the ways that people write") {
    struct Case {
        std::string opening;
        std::string block;
    };

    const std::vector<Case> cases{
        {"::: tip", "ElementBlock div class=\"tip\""},
        {":::tip", "ElementBlock div class=\"tip\""},
        {":::::   tip  :::::", "ElementBlock div class=\"tip\""},
        {"::: {.a .b #c}", "ElementBlock div class=\"a b\" id=\"c\""},
        {"::: {.a.b}", "ElementBlock div class=\"a b\""},
        {":::{lang=ja}", "ElementBlock div lang=\"ja\""},
        {"::: {lang='zh-TW' title=\"a b\"} :::",
         "ElementBlock div lang=\"zh-TW\" title=\"a b\""},
        {"::: box {#x .y width=50%}",
         "ElementBlock div id=\"x\" class=\"box y\" width=\"50%\""},
        {":::{note}", "ElementBlock div class=\"note\""},
        {"::: 居中", "ElementBlock div class=\"居中\""},
        {"::: columns 3", "ElementBlock div class=\"columns\" columns=\"3\""},
        {"   ::: a", "ElementBlock div class=\"a\""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.opening);
        const Read made = read(c.opening + "\n甲\n:::\n乙\n");
        CHECK(made.written ==
              "Document\n  " + c.block +
                  "\n    Paragraph\n      Text \"甲\"\n  Paragraph\n    Text \"乙\"\n");
        CHECK(made.problems.empty());
    }
}

TEST_CASE("a container may have a title") {
    for (const std::string opening : {"::: tip 请 **注意**", ":::tip[请 **注意**]",
                                      "::: {.tip} 请 **注意**", ":::tip[请 **注意**]{.tip}"}) {
        CAPTURE(opening);
        CHECK(has(read(opening + "\n甲\n:::\n").written,
                  "    ElementBlock div class=\"title\" style=\"font-weight:bold\"\n"
                  "      Paragraph\n        Text \"请 \"\n        Strong\n"));
    }
    CHECK(has(read("::: details 更多\n甲\n:::\n").written,
              "ElementBlock details class=\"details\"\n    ElementBlock summary\n"));
}

TEST_CASE("lines that only look like containers are text") {
    for (const std::string line : {":: a", "    ::: a", "::: 1", "::: \"x\"", "文 ::: a",
                                   "\\::: a", "::: {}", "::: {a b}"}) {
        CAPTURE(line);
        CHECK_FALSE(has(read(line + "\n").written, "ElementBlock"));
    }
    CHECK(has(read("```\n::: a\n:::\n```\n").written, "CodeBlock"));
}

TEST_CASE("containers nest by their colons") {
    const std::string nested =
        "Document\n  ElementBlock div class=\"a\"\n    ElementBlock div class=\"b\"\n"
        "      Paragraph\n        Text \"甲\"\n    Paragraph\n      Text \"乙\"\n"
        "  Paragraph\n    Text \"丙\"\n";
    for (const std::string text :
         {":::: a\n::: b\n甲\n:::\n乙\n::::\n丙\n", "::: a\n:::: b\n甲\n::::\n乙\n:::\n丙\n",
          "::: a\n::: b\n甲\n:::\n乙\n:::\n丙\n"}) {
        CAPTURE(text);
        CHECK(read(text).written == nested);
        CHECK(read(text).problems.empty());
    }
    const Read outer_first = read(":::: a\n::: b\n甲\n::::\n丙\n");
    CHECK(outer_first.problems == "unclosed-container@7");
    CHECK(has(outer_first.written, "\n  Paragraph\n    Text \"丙\""));
    CHECK(read("> ::: a\n> 甲\n\n:::\n").problems ==
          "unclosed-container@2 unmatched-container@15");
    CHECK(read("- ::: a\n  甲\n  :::\n- 乙\n").problems.empty());
}

TEST_CASE("containers hold every block and end them") {
    CHECK(has(read("::: a\n- 甲\n:::\n乙").written, "\n  Paragraph\n    Text \"乙\""));
    CHECK(has(read("::: a\n> 甲\n:::\n乙").written, "\n  Paragraph\n    Text \"乙\""));
    CHECK(has(read("::: a\n| a |\n|---|\n| b |\n:::\n乙").written, "\n  Paragraph\n"));
    CHECK(has(read("::: a\n<div>甲</div>\n:::\n乙").written, "\n  Paragraph\n    Text \"乙\""));
    CHECK(has(read("甲\n::: a\n乙\n:::").written,
              "  Paragraph\n    Text \"甲\"\n  ElementBlock"));
    CHECK(read("::: a\n```\n:::\n```\n:::\n").problems.empty());
}

TEST_CASE("what is wrong with containers is said") {
    CHECK(read("::: a\n甲\n").problems == "unclosed-container@0");
    const Read stray = read("甲\n:::\n乙\n");
    CHECK(stray.problems == "unmatched-container@4");
    CHECK(stray.written ==
          "Document\n  Paragraph\n    Text \"甲\"\n  Paragraph\n    Text \"乙\"\n");
}

TEST_CASE("known names are set as what they mean") {
    CHECK(has(read("::: center\n甲\n:::").arranged, "style=\"text-align:center\""));
    CHECK(has(read("<div class=\"text-right\" style=\"color:red\">甲</div>").arranged,
              "style=\"text-align:right;color:red\""));
    CHECK(has(read("::: tip\n甲\n:::").arranged, "Document\n  BlockQuote\n    Paragraph"));
    CHECK(has(
        read("::: left\n甲\n:::\n\n::: right\n乙\n:::").arranged,
        "Document\n  ElementBlock div style=\"display:flex;justify-content:space-between\"\n"
        "    ElementBlock div class=\"left\""));
    CHECK(has(read("::: right\n乙\n:::").arranged,
              "Document\n  ElementBlock div class=\"right\""));
    const std::string columns =
        ":::: {.columns gap=1em}\n::: {.column width=\"40%\"}\n甲\n:::\n::: "
        "column\n乙\n:::\n::::\n";
    CHECK(has(read(columns).arranged, "style=\"display:flex;gap:2em;gap:1em\""));
    CHECK(has(read(columns).arranged, "class=\"column\" width=\"40%\"\n"));
    CHECK(has(read(columns).arranged, "class=\"column\" style=\"flex:1\"\n"));
    const std::string shared = read("::: columns 2\n- 甲\n- 乙\n:::").arranged;
    CHECK(has(shared,
              "ElementBlock div style=\"display:flex;gap:2em\"\n    ElementBlock div "
              "style=\"flex:1\"\n      List"));
    CHECK(has(read("::: pagebreak\n:::").arranged, "break-after:page"));
}

TEST_CASE("an alert's mark is not printed") {
    CHECK(read("> [!NOTE]\n> 甲\n").arranged ==
          "Document\n  BlockQuote\n    Paragraph\n      Text \"甲\"\n");
    CHECK(read("> [!important]\n> - 甲\n").arranged ==
          "Document\n  BlockQuote\n    List delimiter=- tight\n      Item\n        Paragraph\n"
          "          Text \"甲\"\n");
    CHECK(has(read("> [!tip]- 标题\n> 甲\n").arranged, "Text \"标题\""));
    CHECK(has(read("> [!] 甲\n").arranged, "Text \"[!] 甲\""));
}

TEST_CASE("floods of containers are read") {
    std::string deep, stray, pairs;
    for (int i = 0; i < 50'000; ++i) {
        deep += "::: a\n";
        stray += ":::\n";
        pairs += "::: a\n甲\n:::\n";
    }
    CHECK(has(read(deep).problems, "nesting-too-deep"));
    CHECK(has(read(stray).problems, "unmatched-container"));
    CHECK(read(pairs).problems.empty());
}

}  // namespace
