#include "base/source.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;

namespace {

std::string decoded(std::string bytes) {
    return std::string(Source::decode("x.md", std::move(bytes)).text());
}

}  // namespace

TEST_CASE("decoding makes valid UTF-8 with LF line ends") {
    CHECK(decoded("") == "");
    CHECK(decoded("中文\n") == "中文\n");
    CHECK(decoded("\xEF\xBB\xBF# a") == "# a");
    CHECK(decoded("a\r\nb\rc\r\r\nd\r") == "a\nb\nc\n\nd\n");
    CHECK(decoded(std::string("a\0b", 3)) == "a\uFFFDb");
    CHECK(decoded("a\xE4\xB8z\xFF中\xE4\xB8") == "a\uFFFDz\uFFFD中\uFFFD");
    CHECK(decoded("a long ASCII line, then \xFF and more ASCII text") ==
          "a long ASCII line, then \uFFFD and more ASCII text");
    CHECK(decoded("a \uFFFD of the author's own") == "a \uFFFD of the author's own");
}

TEST_CASE("repairs are counted where they stand in the decoded text") {
    const auto source = Source::decode("x.md", std::string("\xEF\xBB\xBF\r\n\xFF\xFF\0\r", 9));
    const DecodeRepairs& repairs = source.repairs();
    CHECK(repairs.byte_order_mark);
    CHECK(repairs.carriage_returns == 2);
    CHECK(repairs.first_carriage_return == 0);
    CHECK(repairs.invalid_sequences == 2);
    CHECK(repairs.first_invalid == 1);
    CHECK(repairs.nul_bytes == 1);
    CHECK(repairs.first_nul == 7);
}

TEST_CASE("the author's own U+FFFD is no repair") {
    CHECK(Source::decode("x.md", "\uFFFD").repairs().invalid_sequences == 0);
}

TEST_CASE("lines and columns count code points") {
    const auto source = Source::decode("x.md", "ab\n中文字\n");
    CHECK(source.line_column(0) == LineColumn{1, 1});
    CHECK(source.line_column(2) == LineColumn{1, 3});
    CHECK(source.line_column(3) == LineColumn{2, 1});
    CHECK(source.line_column(9) == LineColumn{2, 3});
    CHECK(source.line_column(13) == LineColumn{3, 1});
    CHECK(source.line_column(999) == LineColumn{3, 1});
    CHECK(source.line_text(1) == "ab");
    CHECK(source.line_text(2) == "中文字");
    CHECK(source.line_text(3).empty());
    CHECK(source.line_text(0).empty());
    CHECK(source.line_text(4).empty());
}

TEST_CASE("slices are clamped to their source") {
    Sources sources;
    const FileId id = sources.add(Source::decode("x.md", "abc"));
    CHECK(sources.slice({id, 1, 3}) == "bc");
    CHECK(sources.slice({id, 1, 99}) == "bc");
    CHECK(sources.slice({id, 9, 99}).empty());
    CHECK(sources.slice({}).empty());
}
