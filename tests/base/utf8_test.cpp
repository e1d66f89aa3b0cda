#include "base/utf8.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;

TEST_CASE("code points round-trip through UTF-8") {
    for (const char32_t c : {U'\0', U'a', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'中',
                             U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
        const std::string bytes = to_utf8(c);
        const Decoded decoded = decode_utf8(bytes, 0);
        CHECK(decoded.code_point == c);
        CHECK(decoded.length == bytes.size());
        CHECK(decode_utf8_before(bytes, bytes.size()).code_point == c);
        CHECK(decode_utf8_before(bytes, bytes.size()).length == bytes.size());
    }
}

TEST_CASE("what is no scalar value is written as U+FFFD") {
    CHECK(to_utf8(char32_t{0xD800}) == "\uFFFD");
    CHECK(to_utf8(char32_t{0x110000}) == "\uFFFD");
}

TEST_CASE("ill-formed sequences decode as maximal subparts") {
    struct Case {
        std::string bytes;
        std::vector<std::uint32_t> lengths;
    };

    // Unicode 15 tables 3-8 to 3-11
    const std::vector<Case> cases = {
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", {1, 1, 1, 1, 1, 1, 1, 1, 1}},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", {1, 1, 1, 1, 1, 1, 1, 1, 1}},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", {1, 1, 1, 1, 1, 1, 1, 1, 1}},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {2, 1, 3, 2, 1}},
    };
    for (const Case& one : cases) {
        std::vector<std::uint32_t> lengths;
        for (std::size_t at = 0; at < one.bytes.size(); at += lengths.back()) {
            lengths.push_back(decode_utf8(one.bytes, at).length);
        }
        CHECK(lengths == one.lengths);
    }
}

TEST_CASE("reading backward finds the same code points") {
    const std::string text = "a中\xE4\xB8😀";
    CHECK(decode_utf8_before(text, 0).length == 0);
    CHECK(decode_utf8_before(text, text.size()).code_point == U'😀');
    CHECK(decode_utf8_before(text, 6).length == 2);  // the cut sequence
    CHECK(decode_utf8_before(text, 4).code_point == U'中');
    CHECK(decode_utf8_before(text, 1).code_point == U'a');
    CHECK(decode_utf8_before("\x80\x80\x80\x80\x80", 5).length == 1);
}

TEST_CASE("conversions") {
    CHECK(to_utf32("a中😀") == U"a中😀");
    CHECK(to_utf8(std::u32string_view(U"a中😀")) == "a中😀");
    CHECK(to_utf16be("a中😀") == std::string("\0a\x4E\x2D\xD8\x3D\xDE\x00", 8));
    CHECK(count_code_points("a中😀") == 3);
}
