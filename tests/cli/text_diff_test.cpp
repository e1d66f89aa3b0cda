#include "cli/text_diff.hpp"

#include "tests/support/catch.hpp"

namespace cvtex::cli {
namespace {

TEST_CASE("texts are compared line by line, with two lines around each change") {
    struct Case {
        const char *before, *after, *difference;
    };

    const std::vector<Case> cases{
        {"", "", ""},
        {"甲\n", "甲\n", ""},
        {"甲\n", "乙\n", "-甲\n+乙\n"},
        {"", "甲\n乙\n", "+甲\n+乙\n"},
        {"甲\n乙\n", "", "-甲\n-乙\n"},
        {"1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\n5\n6\n", " 2\n 3\n-4\n+x\n 5\n 6\n"},
        {"a\n1\n2\n3\n4\n5\n6\nb\n", "1\n2\n3\n4\n5\n6\nc\n",
         "-a\n 1\n 2\n …\n 5\n 6\n-b\n+c\n"},
        {"1\n2\n3\n", "1\nx\n2\ny\n3\n", " 1\n+x\n 2\n+y\n 3\n"},
        {"a\x1b[31m\n", "b\n", "-a\\x1b[31m\n+b\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.before, c.after);
        CHECK(diff_texts(c.before, c.after, false) == c.difference);
    }
}

TEST_CASE("colour marks the words of a line that was reworded") {
    CHECK(diff_texts("后端工程师\n", "前端工程师\n", true) ==
          "\x1b[31m-\x1b[7m后\x1b[27m端工程师\x1b[0m\n\x1b[32m+\x1b[7m前\x1b[27m端工程师\x1b["
          "0m\n");
    CHECK(diff_texts("甲乙丙丁\n", "abcd\n", true) ==
          "\x1b[31m-甲乙丙丁\x1b[0m\n\x1b[32m+abcd\x1b[0m\n");
}

TEST_CASE("texts that have nothing in common are compared in bounded time") {
    std::string before;
    std::string after;
    for (int i = 0; i < 4000; ++i) {
        before += "a" + std::to_string(i) + "\n";
        after += "b" + std::to_string(i) + "\n";
    }
    CHECK(diff_texts(before, after, true).size() > before.size());
}

}  // namespace
}  // namespace cvtex::cli
