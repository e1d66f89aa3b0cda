#include "base/diagnostic_print.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;

namespace {

/// Prints a warning about bytes [begin, end) of `text`, named p.md.
std::string printed(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    Sources sources;
    const FileId id = sources.add(Source::decode("p.md", text));
    Diagnostic diagnostic;
    diagnostic.code = "odd";
    diagnostic.message = "odd word";
    diagnostic.span = {id, begin, end};
    return format_human(diagnostic, sources, false);
}

/// The column (from 0) at which the excerpt's caret stands.
std::size_t caret_column(const std::string& output) {
    const auto line = output.rfind('\n', output.rfind('^')) + 1;
    return output.find('^') - line;
}

}  // namespace

TEST_CASE("the excerpt underlines the span") {
    CHECK(printed("one\ntwo words here\n", 8, 13) ==
          "p.md:2:5: warning: odd word [odd]\n"
          "    2 | two words here\n"
          "      |     ^~~~~\n");
}

TEST_CASE("wide characters, marks and tabs keep the caret in place") {
    CHECK(printed("姓名：Zed", 9, 12) ==
          "p.md:1:4: warning: odd word [odd]\n"
          "    1 | 姓名：Zed\n"
          "      |       ^~~\n");
    CHECK(printed("e\u0301中文", 3, 9) ==
          "p.md:1:3: warning: odd word [odd]\n"
          "    1 | e\u0301中文\n"
          "      |  ^~~~\n");
    CHECK(printed("a\tb", 2, 3) ==
          "p.md:1:3: warning: odd word [odd]\n"
          "    1 | a   b\n"
          "      |     ^\n");
}

TEST_CASE("places at the end of the line and of the text") {
    CHECK(printed("ab\ncd", 2, 2) ==
          "p.md:1:3: warning: odd word [odd]\n"
          "    1 | ab\n"
          "      |   ^\n");
    CHECK(printed("ab\ncd", 1, 5) ==
          "p.md:1:2: warning: odd word [odd]\n"
          "    1 | ab\n"
          "      |  ^\n");
    CHECK(printed("", 0, 0) ==
          "p.md:1:1: warning: odd word [odd]\n"
          "    1 | \n"
          "      | ^\n");
    CHECK(printed("ab\n", 99, 999).find("p.md:2:1:") == 0);
}

TEST_CASE("control and bidi characters are shown, columns kept") {
    CHECK(printed("a\x1b[2J\u202Eb", 8, 9) ==
          "p.md:1:7: warning: odd word [odd]\n"
          "    1 | a\\x1b[2J\\u{202e}b\n"
          "      |                 ^\n");
}

TEST_CASE("long lines are cut around the caret") {
    const std::string line = std::string(5000, 'a') + "中X" + std::string(5000, 'b');
    const std::string output = printed(line, 5003, 5004);
    CHECK(output.find("…aaaa") != std::string::npos);
    CHECK(output.find("bbbb…\n") != std::string::npos);
    CHECK(output.size() < 400);
    CHECK(caret_column(output) == 8 + 1 + 38 + 2);  // gutter, …, 38 a, 中
    const std::string start = printed(line, 2, 3);
    CHECK(start.find("| aaa") != std::string::npos);
    CHECK(start.find("…\n") != std::string::npos);
}

TEST_CASE("a megabyte of marks on one character prints little") {
    std::string line = "x";
    for (int i = 0; i < 500000; ++i) line += "\u0301";
    CHECK(printed(line, 0, 1).size() < 300);
}

TEST_CASE("hint and notes follow, each with its place") {
    Sources sources;
    const FileId id = sources.add(Source::decode("p.md", "key: 1\nkey: 2\n"));
    Diagnostic diagnostic{Severity::Error, "dup", "twice", {id, 7, 10}, "remove one", {}};
    diagnostic.notes.push_back({{id, 0, 3}, "first defined here"});
    CHECK(format_human(diagnostic, sources, false) ==
          "p.md:2:1: error: twice [dup]\n"
          "    2 | key: 2\n"
          "      | ^~~\n"
          "      = hint: remove one\n"
          "p.md:1:1: note: first defined here\n"
          "    1 | key: 1\n"
          "      | ^~~\n");
    CHECK(format_human(diagnostic, sources, true).find("\x1b[1;31merror:\x1b[0m") !=
          std::string::npos);
}

TEST_CASE("without a place only the message and the hint are printed") {
    const Diagnostic diagnostic{Severity::Note, "n", "m", {}, "h", {}};
    CHECK(format_human(diagnostic, Sources(), false) == "note: m [n]\n      = hint: h\n");
}

TEST_CASE("diagnostics as JSON") {
    Sources sources;
    const FileId id = sources.add(Source::decode("简\x1b历.md", "a\n中文\n"));
    Diagnostic diagnostic{Severity::Warning, "c", "say \"hi\"\u202E", {id, 2, 8}, "", {}};
    diagnostic.notes.push_back({{}, "n\\"});
    CHECK(format_json(diagnostic, sources) ==
          R"({"severity":"warning","code":"c","message":"say \"hi\"\u202e",)"
          R"("file":"简\u001b历.md","line":2,"column":1,"end_line":2,"end_column":3,)"
          R"("hint":"","notes":[{"message":"n\\","file":null,"line":null,"column":null,)"
          R"("end_line":null,"end_column":null}]})"
          "\n");
}

TEST_CASE("escapes for the terminal") {
    CHECK(escape_for_terminal("a\n\t\r\x1b\x7f") == "a\\n\\t\\r\\x1b\\x7f");
    CHECK(escape_for_terminal("\u0085\u2028\u200B\uFEFF") ==
          "\\u{85}\\u{2028}\\u{200b}\\u{feff}");
    CHECK(escape_for_terminal("\xFF简历") == "\\xff简历");
    CHECK(escape_for_terminal("👨‍👩‍👧 é \uFFFD") ==
          "👨‍👩‍👧 é \uFFFD");
}
