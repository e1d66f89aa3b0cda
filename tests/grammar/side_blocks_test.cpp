#include <string>

#include "grammar/dump.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;

std::string read(const std::string& text) {
    Sources sources;
    const FileId file = sources.add(Source::decode("case.md", text));
    Diagnostics diagnostics;
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    CHECK(diagnostics.all().empty());
    return grammar::dump(document);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("the title of an entry has its date at the right end") {
    for (const std::string open :
         {"<div alt=\"entry-title\">", "<div class=\"a entry-title\">"}) {
        CAPTURE(open);
        const std::string dump = read(
            open +
            "\n    <h3>临江大学 - 软件</h3>\n    <p>2018.09 - 2022.06</p>\n</div>\n\n文\n");
        CHECK(has(dump, "Document\n  Heading 3 id=\"临江大学---软件\""));
        CHECK(has(dump, "    Element span style=\"float:right\""));
        CHECK(has(dump, "      Text \"2018.09 - 2022.06\""));
        CHECK(has(dump, "\n  Paragraph"));
    }
    CHECK(has(read("<div alt=\"entry-title\"><h3>甲</h3></div>\n"), "  ElementBlock div"));
}

TEST_CASE("definitions that begin with a tilde stand beside their term") {
    const std::string beside = read("**后端**\n  ~ 杭州\n");
    CHECK(has(beside, "Document\n  Paragraph"));
    CHECK(has(beside,
              "    Element span style=\"float:right\" [15,21)\n      Text \"杭州\" [15,21)\n"));
    const std::string three = read("**后端**\n  ~ 星海科技\n  ~ 2021 - 2022\n");
    CHECK(has(three, "display:flex;justify-content:space-between;gap:1em"));
    CHECK(has(three, "    ElementBlock div style=\"flex:1\""));
    CHECK(has(three, "    ElementBlock div ["));
    CHECK(has(read("甲\n: 乙\n"), "DefinitionList"));
    CHECK(has(read("甲\n~ 乙\n\n  丙\n"), "Definition ~"));  // more than a line
}

TEST_CASE("parts that float to both sides share a line") {
    const std::string dump =
        read("<div style=\"float: left\">甲</div>\n<div style=\"float:right\">乙</div>\n");
    CHECK(has(dump, "Document\n  ElementBlock div style=\"display:flex;justify-content:"));
    CHECK(has(read("<div style=\"float:right\">乙</div>\n"),
              "Document\n  ElementBlock div style="));
}

TEST_CASE("HTML is read for its text") {
    using grammar::text_of_html;
    CHECK(text_of_html("<span class=\"iconify\" data-icon=\"tabler:phone\"></span> (+1) 123") ==
          "(+1) 123");
    CHECK(text_of_html(" a&amp;b <b>c</b>d<br>e <!-- x --> f ") == "a&b cd e f");
    CHECK(text_of_html("<a href=x").size() > 0);
    CHECK(text_of_html("").empty());
}

}  // namespace
