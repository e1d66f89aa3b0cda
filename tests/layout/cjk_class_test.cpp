#include "layout/cjk_class.hpp"

#include "base/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using fonts::Form;

TEST_CASE("languages map to regions", "[cjk_class]") {
    struct Case {
        const char* lang;
        Region region;
    };

    const auto c = GENERATE(values<Case>({
        {"zh", Region::SC},
        {"zh-CN", Region::SC},
        {"zh-Hans", Region::SC},
        {"zh-Hans-HK", Region::HK},
        {"zh-TW", Region::TC},
        {"zh-Hant", Region::TC},
        {"zh-HK", Region::HK},
        {"zh-Hant-MO", Region::HK},
        {"yue", Region::HK},
        {"ja", Region::JP},
        {"ja-JP", Region::JP},
        {"ko", Region::KR},
        {"en", Region::Other},
        {"de-DE", Region::Other},
    }));
    CAPTURE(c.lang);
    CHECK(region_of(c.lang) == c.region);
}

TEST_CASE("full-width marks have the classes of CLREQ", "[cjk_class]") {
    struct Case {
        const char* members;
        CharClass cls;
    };

    const auto c = GENERATE(values<Case>({
        {"“‘（《〈「『【〔〖［｛〘〚〝｟", CharClass::Open},
        {"”’）》〉」』】〕〗］｝〙〛〞〟｠", CharClass::Close},
        {"，、；：", CharClass::Pause},
        {"。．", CharClass::Stop},
        {"！？", CharClass::Exclaim},
        {"·・‧", CharClass::Interpunct},
        {"～〜—–", CharClass::Connector},
        {"…⋯", CharClass::Ellipsis},
        {"⸺", CharClass::Dash},
        {"／", CharClass::Solidus},
        {"汉々〇あアーㄅＡ１", CharClass::Han},
        {"①★🌱", CharClass::Wide},
        {"한", CharClass::Hangul},
    }));
    for (const char32_t code : to_utf32(c.members)) {
        CAPTURE(c.members, static_cast<std::uint32_t>(code));
        CHECK(char_class(code, Form::Han) == c.cls);
    }
}

TEST_CASE("marks in Latin form and ASCII are not full-width", "[cjk_class]") {
    struct Case {
        const char* members;
        CharClass cls;
    };

    const auto c = GENERATE(values<Case>({
        {"aZ09éя", CharClass::Latin},
        {"%#$&+@*/\\°", CharClass::Symbol},
        {"“”‘’·—–…().,;:!?-_", CharClass::Narrow},
        {" ", CharClass::Space},
        {"\u00A0\u202F\u2009", CharClass::FixedSpace},
        {"\u3000", CharClass::IdeographicSpace},
        {"\u200B\u2060\u00AD\u202E", CharClass::Invisible},
    }));
    for (const char32_t code : to_utf32(c.members)) {
        CAPTURE(c.members, static_cast<std::uint32_t>(code));
        CHECK(char_class(code, Form::Latin) == c.cls);
    }
}

TEST_CASE("blanks differ by region", "[cjk_class]") {
    const Em none;
    const Em half = Em::of(0.5);
    const Em quarter = Em::of(0.25);

    struct Case {
        char32_t code;
        Region region;
        Blanks blanks;
    };

    const auto c = GENERATE_COPY(values<Case>({
        {U'（', Region::SC, {half, none}},
        {U'（', Region::TC, {half, none}},
        {U'）', Region::SC, {none, half}},
        {U'）', Region::JP, {none, half}},
        {U'，', Region::SC, {none, half}},
        {U'，', Region::TC, {quarter, quarter}},
        {U'，', Region::JP, {none, half}},
        {U'：', Region::SC, {none, half}},
        {U'：', Region::JP, {quarter, quarter}},
        {U'。', Region::HK, {quarter, quarter}},
        {U'！', Region::SC, {none, half}},
        {U'！', Region::JP, {none, none}},
        {U'？', Region::TC, {none, none}},
        {U'・', Region::JP, {quarter, quarter}},
        {U'～', Region::SC, {none, none}},
    }));
    CAPTURE(static_cast<std::uint32_t>(c.code));
    const CharClass cls = char_class(c.code, Form::Han);
    CHECK(blanks_of(cls, c.code, c.region) == c.blanks);
}
