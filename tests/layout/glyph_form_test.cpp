#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

// The expectation repeats the text with H for every contextual mark set as Han and L for every
// one set as Latin.
TEST_CASE("context decides the form of quotes, dashes and dots", "[glyph_form]") {
    struct Case {
        const char* lang;
        const char* text;
        const char* forms;
    };

    const auto c = GENERATE(values<Case>({
        {"zh-CN", "他说“你好”。", "HH"},
        {"zh-CN", "他说“Hello”。", "HH"},
        {"zh-CN", "Li said “Hello” to me", "LL"},
        {"zh-CN", "Li said “你好” to me", "HH"},
        {"zh-CN", "“Hello World”", "LL"},
        {"zh-CN", "don’t 说", "L"},
        {"zh-CN", "“外‘内’外”", "HHHH"},
        {"zh-CN", "他说“", "H"},
        {"zh-CN", "“”", "HH"},
        {"en", "“”", "LL"},
        {"en", "the “quoted” word", "LL"},
        {"ja", "彼は“引用”と", "LL"},
        {"zh-TW", "他說“你好”", "HH"},
        {"zh-CN", "破折号——这里", "HH"},
        {"zh-CN", "A——B", "HH"},
        {"en", "A—B", "L"},
        {"zh-CN", "2019–2021", "L"},
        {"zh-CN", "2019 – 至今", "H"},
        {"zh-CN", "等等……", "HH"},
        {"zh-CN", "wait…", "L"},
        {"zh-CN", "斯·林", "H"},
        {"zh-CN", "Go · Rust", "L"},
        {"zh-CN", "李·Li", "H"},
    }));
    CAPTURE(c.lang, c.text);
    const ParagraphText paragraph = fake::paragraph(c.text, c.lang);
    std::string forms;
    for (const Character& character : paragraph.characters) {
        const bool mark =
            character.code >= 0x80 && !is_letter_like(character.cls) && character.code < 0x3000;
        if (mark) forms += character.form == fonts::Form::Han ? 'H' : 'L';
    }
    CHECK(forms == c.forms);
}
