#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/unicode_break_cases.hpp"

using namespace cvtex;

namespace {

/// Whether a cluster ends before each code point and after the last, as the test file says.
std::vector<bool> cluster_breaks(const std::u32string& text) {
    const std::string bytes = to_utf8(std::u32string_view(text));
    std::vector<bool> breaks = {true};
    std::size_t end = unicode::next_grapheme(bytes, 0);
    std::size_t at = 0;
    while (at < bytes.size()) {
        at += decode_utf8(bytes, at).length;
        breaks.push_back(at == end);
        if (at == end) end = unicode::next_grapheme(bytes, at);
    }
    return breaks;
}

}  // namespace

TEST_CASE("all of Unicode's grapheme break tests pass") {
    std::size_t failures = 0;
    for (const auto& one : test::read_break_cases("GraphemeBreakTest.txt")) {
        if (cluster_breaks(one.text) == one.breaks) continue;
        ++failures;
        UNSCOPED_INFO(one.line);
    }
    CHECK(failures == 0);
}

TEST_CASE("the end of the text is no cluster") {
    CHECK(unicode::next_grapheme("", 0) == 0);
    CHECK(unicode::next_grapheme("ab", 2) == 2);
    CHECK(unicode::next_grapheme("ab", 9) == 2);
}

TEST_CASE("ill-formed bytes still advance") {
    const std::string bytes = "\xE4\xB8\xFF";
    CHECK(unicode::next_grapheme(bytes, 0) == 2);
    CHECK(unicode::next_grapheme(bytes, 2) == 3);
}

TEST_CASE("terminal columns") {
    CHECK(unicode::display_width("abc") == 3);
    CHECK(unicode::display_width("中文，") == 6);
    CHECK(unicode::display_width("ｱ") == 1);
    CHECK(unicode::display_width("e\u0301") == 1);
    CHECK(unicode::display_width("👨‍👩‍👧") == 2);
    CHECK(unicode::display_width("🇨🇳") == 2);
    CHECK(unicode::display_width("❤️") == 2);
    CHECK(unicode::display_width("각") == 2);
}
