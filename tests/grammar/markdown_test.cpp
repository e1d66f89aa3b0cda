#include <string>

#include "grammar/dump.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/line_cursor.hpp"
#include "grammar/link_definitions.hpp"
#include "grammar/parse.hpp"
#include "grammar/references.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

std::string dumped(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("case.md", markdown));
    return grammar::dump(grammar::parse(sources, file, diagnostics));
}

}  // namespace

TEST_CASE("the dump shows every node with its bytes") {
    CHECK(dumped("# 题 {#t .c}\n\n- **粗**`码`\n") ==
          "Document\n"
          "  Heading 1 id=\"t\" class=\"c\" [0,13)\n"
          "    Text \"题\" [2,5)\n"
          "  List delimiter=- tight [15,29)\n"
          "    Item [15,29)\n"
          "      Paragraph [17,29)\n"
          "        Strong [17,24)\n"
          "          Text \"粗\" [19,22)\n"
          "        Code \"码\" [24,29)\n");
}

TEST_CASE("one text node is one slice of the source") {
    CHECK(dumped("a\\*b &amp; c") ==
          "Document\n"
          "  Paragraph [0,12)\n"
          "    Text \"a\" [0,1)\n"
          "    Text \"*b \" [2,5)\n"
          "    Text \"&\" [5,10)\n"
          "    Text \" c\" [10,12)\n");
}

TEST_CASE("heading ids are GitHub's in any script") {
    struct Case {
        const char* heading;
        const char* id;
    };

    const Case cases[] = {
        {"个人", "个人"},
        {"Spiderpool (Go)", "spiderpool-go"},
        {"Head & Shoulders", "head--shoulders"},
        {"snake_case-Name 2.0", "snake_case-name-20"},
        {"第一阶段：故障管理（2021-2022）", "第一阶段故障管理2021-2022"},
        {"ÉCOLE", "école"},
        {"😀 表情", "-表情"},
        {"① 概述 x² Ⅳ Ⓐ", "-概述-x-ⅳ-ⓐ"},
    };
    for (const Case& c : cases) CHECK(grammar::HeadingIds().unique(c.heading) == c.id);

    grammar::HeadingIds ids;
    ids.take("b");
    CHECK(ids.unique("a") == "a");
    CHECK(ids.unique("A") == "a-1");
    CHECK(ids.unique("a-1") == "a-1-1");
    CHECK(ids.unique("a!") == "a-2");
    CHECK(ids.unique("b") == "b-1");
}

TEST_CASE("an id that the author wrote wins over a generated one before it") {
    CHECK(dumped("# a\n# b {#a}\n").find("id=\"a-1\" [0,3)") != std::string::npos);
}

TEST_CASE("character references are decoded") {
    CHECK(grammar::decode_references("&lt;&#20013;&#x6587;&NotEqualTilde;&nope;&") ==
          "<中文\u2242\u0338&nope;&");
    CHECK(grammar::decode_references("&#0;&#xD800;&#x110000;") == "\uFFFD\uFFFD\uFFFD");
    CHECK(grammar::unescape("\\*\\a&amp;\\&amp;") == "*\\a&&amp;");
    CHECK(grammar::decode_reference("x&copy;y", 1)->length == 6);
    CHECK_FALSE(grammar::decode_reference("x&copy;y", 0));
}

TEST_CASE("labels match by folded case and collapsed space") {
    CHECK(grammar::normalize_label("  Foo\n  BAR ") == "foo bar");
    CHECK(grammar::normalize_label("ẞ") == grammar::normalize_label("SS"));
}

TEST_CASE("a tab can be consumed in part") {
    const std::string text = "\t\tx";
    grammar::LineCursor line(text, 0, 3);
    CHECK(line.indent() == 8);
    line.advance_columns(2);
    CHECK(line.indent() == 6);
    CHECK(line.pending_spaces() == 2);
    CHECK(line.content() == 1);
    line.advance_columns(4);
    CHECK(line.pending_spaces() == 2);
    CHECK(line.content() == 2);
    line.advance_to_nonspace();
    CHECK(line.rest() == "x");
}

TEST_CASE("the user hears about what was probably not meant") {
    struct Case {
        const char* markdown;
        const char* code;
    };

    const Case cases[] = {
        {"```\n代码\n", "unclosed-code-block"},
        {"[^a]: 一\n\n[^a]: 二\n", "duplicate-footnote"},
    };
    for (const Case& c : cases) {
        INFO(c.markdown);
        Sources sources;
        Diagnostics diagnostics;
        const FileId file = sources.add(Source::decode("case.md", c.markdown));
        (void)grammar::parse(sources, file, diagnostics);
        CHECK(diagnostics.count(c.code) == 1);
        CHECK(diagnostics.all().size() == 1);
    }
}
