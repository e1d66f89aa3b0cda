#include <string>
#include <vector>

#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

struct Read {
    std::string dump;
    std::string problems;  ///< code@begin of each diagnostic
};

Read read(const std::string& text) {
    Sources sources;
    const FileId file = sources.add(Source::decode("case.md", text));
    Diagnostics diagnostics;
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    Read result{grammar::dump(document), {}};
    for (const Diagnostic& d : diagnostics.all()) {
        result.problems +=
            (result.problems.empty() ? "" : " ") + d.code + "@" + std::to_string(d.span.begin);
    }
    return result;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("blocks between directives become conditions") {
    const Read only = read("<!-- cv: only a,b -->\n甲\n\n<!-- cv: end -->\n乙\n");
    CHECK(only.problems.empty());
    CHECK(only.dump ==
          "Document\n"
          "  Conditional @a @b [0,43)\n"
          "    Paragraph [22,25)\n"
          "      Text \"甲\" [22,25)\n"
          "  Paragraph [44,47)\n"
          "    Text \"乙\" [44,47)\n");
    CHECK(has(read("<!-- cv: not a，学术 -->\n甲\n\n<!-- cv: end -->").dump,
              "Conditional @!a @!学术 ["));
    CHECK(
        has(read("<!--CV：private-->\n甲\n\n<!-- cv: end -->").dump, "Conditional private ["));
    CHECK(has(read("<!-- cv: keep -->\n甲\n\n<!-- cv: end -->").dump, "break-inside:avoid"));
    CHECK(has(read("> <!-- cv: only a -->\n> 甲\n>\n> <!-- cv: end -->").dump,
              "  BlockQuote [0,48)\n    Conditional @a [2,48)"));
    CHECK(has(read("<!-- note: 面试时\n再说 -->\n").dump, "Note \"面试时\\n再说\""));
}

TEST_CASE("tags of a heading hold for its section") {
    const Read sections = read("## 一 <!-- @a @!b -->\n甲\n\n### 二\n乙\n\n## 三\n丙\n");
    CHECK(sections.problems.empty());
    CHECK(has(sections.dump,
              "  Conditional @a @!b [0,39)\n    Heading 2 id=\"一\" [0,22)\n"
              "      Text \"一\" [3,6)\n"));
    CHECK(has(sections.dump, "\n    Heading 3"));
    CHECK(has(sections.dump, "\n  Heading 2 id=\"三\""));
    const Read items = read("- 甲 <!-- @a -->\n- 乙\n");
    CHECK(has(items.dump, "Item @a ["));
    CHECK(has(items.dump, "Text \"甲\" [2,5)"));
    CHECK(has(read("甲 <!-- @a -->\n").dump, "Paragraph"));
}

TEST_CASE("columns share the text") {
    const Read list =
        read("<!-- cv: columns 2 -->\n\n1. 甲\n2. 乙\n3. 丙\n4. 丁\n\n<!-- cv: end -->");
    CHECK(list.problems.empty());
    CHECK(has(list.dump, "display:flex;gap:2em"));
    CHECK(has(list.dump, "List ordered start=3"));
    const Read blocks =
        read("<!-- cv: columns 2 -->\n\n甲甲\n\n# 乙\n\n丙丙丙\n\n<!-- cv: end -->");
    CHECK(has(blocks.dump,
              "      Heading 1 id=\"乙\" [32,37)\n        Text \"乙\" [34,37)\n"
              "      Paragraph"));
}

TEST_CASE("what is wrong with a directive is said where it stands") {
    struct Case {
        std::string text;
        std::string problems;
    };

    const std::vector<Case> cases{
        {"甲\n\n<!-- cv: onyl a -->\n", "bad-directive@5"},
        {"<!-- cv: only -->\n", "bad-directive@0"},
        {"<!-- cv: columns 9 -->\n", "bad-directive@0"},
        {"<!-- cv: only a -->\n甲\n", "unclosed-directive@0"},
        {"甲\n\n<!-- cv: end -->\n", "unmatched-directive@5"},
        {"甲 <!-- cv: keep --> 乙\n", "misplaced-directive@4"},
        {"## 甲 <!-- @ -->\n", "bad-directive@7"},
        {"> <!-- cv: keep -->\n\n<!-- cv: end -->\n",
         "unclosed-directive@2 unmatched-directive@21"},
        {"甲\n\n<!-- note: 没有结束\n\n乙\n", "unclosed-comment@5"},
        {"> <!-- cv: only a\n\n乙\n", "unclosed-comment@2"},
        {"甲 <!-- @x --> 乙", "misplaced-tags@4"},
        {"| 甲 <!-- @x --> |\n|---|\n", "misplaced-tags@6"},
        {"<!-- @a @!b -->\n\n甲", "misplaced-tags@0"},
        {"<!-- cv: onyl a -->\n\n甲\n\n<!-- cv: end -->", "bad-directive@0"},
        {"<!-- cv: only a -->\n\n甲\n\n<!-- cv: ende -->", "bad-directive@26"},
        {"<!-- cv: onyl a -->\n\n<!-- cv: end -->\n\n<!-- cv: end -->",
         "bad-directive@0 unmatched-directive@39"},
        {"<!-- cv only a,b -->\n\n甲\n\n<!-- cv end -->", "bad-directive@0 bad-directive@27"},
        {"<!-- cv -->\n\n<!-- cvs: x -->\n\n<!-- cv only for the team -->\n\n"
         "<!-- @todo later -->\n\n甲 <!-- @to do --> 乙",
         ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(read(c.text).problems == c.problems);
    }
}

TEST_CASE("floods of directives are read") {
    std::string open;
    for (int i = 0; i < 20'000; ++i) open += "<!-- cv: keep -->\n\n";
    CHECK(has(read(open).problems, "directives-too-deep"));
    std::string ends;
    for (int i = 0; i < 20'000; ++i) ends += "<!-- cv: end -->\n# 甲 <!-- @a -->\n";
    CHECK(has(read(ends).problems, "unmatched-directive"));
}

}  // namespace
