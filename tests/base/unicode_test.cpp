#include "base/unicode.hpp"

#include "base/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::unicode;

TEST_CASE("listed properties") {
    CHECK(line_break(U'，') == LineBreak::CL);
    CHECK(line_break(U'中') == LineBreak::ID);
    CHECK(line_break(0x201C) == LineBreak::QU);
    CHECK(grapheme_break(0x1F1E8) == GraphemeBreak::RegionalIndicator);
    CHECK(east_asian_width(0x2014) == EastAsianWidth::A);
    CHECK(east_asian_width(U'Ａ') == EastAsianWidth::F);
    CHECK(category(U'中') == Category::Lo);
    CHECK(script(U'中') == script_tag("Hani"));
    CHECK(script(U'の') == script_tag("Hira"));
    CHECK(script(0x0301) == script_tag("Zinh"));
    CHECK(is_extended_pictographic(U'😀'));
    CHECK(is_emoji_presentation(U'😀'));
    CHECK_FALSE(is_emoji_presentation(0x2764));
    CHECK(is_right_to_left(0x5D0));
    CHECK_FALSE(is_right_to_left(U'a'));
}

TEST_CASE("defaults of code points that are not listed") {
    CHECK(line_break(0x3FFFD) == LineBreak::ID);
    CHECK(line_break(0x1FAFF) == LineBreak::ID);
    CHECK(line_break(0x20CF) == LineBreak::PR);
    CHECK(line_break(0xE000) == LineBreak::XX);
    CHECK(east_asian_width(0x2FFFD) == EastAsianWidth::W);
    CHECK(east_asian_width(0x0378) == EastAsianWidth::N);
    CHECK(is_right_to_left(0x10CFF));
    CHECK(category(0x0378) == Category::Cn);
    CHECK(script(0x0378) == script_tag("Zzzz"));
    CHECK(category(0x7FFFFFFF) == Category::Cn);
}

TEST_CASE("classes that the other rooms ask for") {
    for (const char32_t c : std::u32string(U"!$+<=>^`|~，。—“”￥＋")) CHECK(is_punctuation(c));
    for (const char32_t c : std::u32string(U" a0中\u3000\x7F\n"))
        CHECK_FALSE(is_punctuation(c));
    for (const char32_t c : std::u32string(U" \t\n\f\r\u00A0\u3000\u2003")) {
        CHECK(is_white_space(c));
    }
    CHECK_FALSE(is_white_space(0x200B));
    for (const char32_t c : std::u32string(U"中々〇⼀⺁𠀀\U000323AF")) CHECK(is_han(c));
    for (const char32_t c : std::u32string(U"a，のㄅ")) CHECK_FALSE(is_han(c));
    CHECK((is_kana(U'の') && is_kana(U'カ') && !is_kana(U'中')));
    CHECK((is_hangul(U'한') && is_hangul(0x1100)));
    CHECK((is_letter(U'é') && is_letter(U'Z') && !is_letter(U'1')));
    CHECK((is_decimal_digit(U'７') && is_decimal_digit(U'7') && !is_decimal_digit(U'Ⅶ')));
}

TEST_CASE("radicals name their ideograph") {
    CHECK(equivalent_unified_ideograph(0x2F64) == U'用');
    CHECK(equivalent_unified_ideograph(0x2E81) == 0x5382);
    CHECK(equivalent_unified_ideograph(U'用') == 0);
}

TEST_CASE("names, listed and algorithmic") {
    CHECK(name(U'a') == "LATIN SMALL LETTER A");
    CHECK(name(0x2F64) == "KANGXI RADICAL USE");
    CHECK(name(U'中') == "CJK UNIFIED IDEOGRAPH-4E2D");
    CHECK(name(0x2F800) == "CJK COMPATIBILITY IDEOGRAPH-2F800");
    CHECK(name(U'각') == "HANGUL SYLLABLE GAG");
    CHECK(name(0xD7A3) == "HANGUL SYLLABLE HIH");
    CHECK(name(0xC544) == "HANGUL SYLLABLE A");
    CHECK(name(0x1F600) == "GRINNING FACE");
    CHECK(name(0xE01EF) == "VARIATION SELECTOR-256");
    CHECK(name(7) == "<control-0007>");
    CHECK(name(0xE000) == "<private-use-E000>");
    CHECK(name(0x0378) == "<unassigned>");
    CHECK(name(0x110000) == "<unassigned>");
}

TEST_CASE("case") {
    CHECK(fold_case("Straße ΣΑΣ İ 中文 Ａ") == "strasse σασ i̇ 中文 ａ");
    CHECK(fold_case("σας") == fold_case("ΣΑΣ"));
    CHECK(to_lower("Hello ÄΣ 中文") == "hello äσ 中文");
    CHECK(fold_case("a\xFFZ") == "a\xFFz");
}

TEST_CASE("normalization form C") {
    CHECK(to_nfc("e\u0301") == "é");
    CHECK(to_nfc("q\u0307\u0323") == "q\u0323\u0307");
    CHECK(to_nfc("\u1112\u1161\u11AB") == "한");
    CHECK(to_nfc("\u212B中\uF900e\u0301x") == "Å中\u8C48éx");
    CHECK(to_nfc("\u0344") == "\u0308\u0301");
    CHECK(is_nfc("中文 é abc"));
    CHECK_FALSE(is_nfc("e\u0301"));
    CHECK_FALSE(is_nfc("\uF900"));
    CHECK(is_nfc("q\u0323\u0307"));
    CHECK(to_nfc("") == "");
}

TEST_CASE("a hostile run of marks is normalized in linear time") {
    std::string text = "a";
    for (int i = 0; i < 200000; ++i) text += i % 2 == 0 ? "\u0301" : "\u0323";
    const std::string normalized = to_nfc(text);
    CHECK(normalized.substr(0, 5) == "\u1EA1\u0323");
    CHECK(normalized.size() == text.size());
    CHECK(is_nfc(normalized));
}
