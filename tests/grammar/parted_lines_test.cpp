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
    return grammar::dump(grammar::interpret_html(std::move(document), sources, diagnostics));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("bars part a heading") {
    CHECK(read("### **甲** 乙 || 2021.07 - 至今") ==
          "Document\n"
          "  Heading 3 id=\"甲-乙--202107---至今\" [0,35)\n"
          "    Strong [4,11)\n"
          "      Text \"甲\" [6,9)\n"
          "    Text \" 乙 \" [11,16)\n"
          "    Element span style=\"float:right\" [19,35)\n"
          "      Text \"2021.07 - 至今\" [19,35)\n");
}

TEST_CASE("each parted line of a paragraph stands alone") {
    const std::string two = read("前言\n甲 || 一\n乙 || 二\n后记");
    CHECK(has(two, "  Paragraph [0,6)\n"));
    CHECK(has(two, "Text \"一\" [14,17)\n  Paragraph [18,28)\n"));
    CHECK(has(two, "\n  Paragraph [29,35)\n"));
    CHECK(has(read("- 甲 || **一**"),
              "Element span style=\"float:right\" [9,16)\n          Strong"));
}

TEST_CASE("bars that part nothing are text") {
    for (const char* text : {"甲||乙", "`甲 || 乙`", "甲 \\|| 乙", "**甲 || 乙**", "甲 ||"}) {
        CAPTURE(text);
        CHECK_FALSE(has(read(text), "Element"));
    }
}

}  // namespace
