// Each language by its own rules (TYPOGRAPHY §12), from text to lines with the real fonts.

#include <string_view>

#include "base/utf8.hpp"
#include "tests/layout/paragraph_fixture.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using layout::test::ParagraphFixture;

namespace {

struct Row {
    const char* lang;
    const char* text;
    double width;  ///< em, on one line
};

/// Lines joined by " / ".
std::string broken(const char* lang, std::string text, double measure) {
    ParagraphFixture fixture(lang);
    std::string out;
    for (const std::string& line : fixture.lines_of(fixture.set(std::move(text), measure))) {
        out += (out.empty() ? "" : " / ") + line;
    }
    return out;
}

void check_width(const Row& row) {
    CAPTURE(row.lang, row.text);
    ParagraphFixture fixture(row.lang);
    const LineSet set = fixture.set(row.text, 60);
    const Pt width = ParagraphFixture::right_edge(set.lines.at(0));
    const Pt off = width - Em::of(row.width).at(ParagraphFixture::kSize);
    CHECK(off.units() * 200 < ParagraphFixture::kSize.units());
    CHECK(off.units() * -200 < ParagraphFixture::kSize.units());
}

}  // namespace

// clang-format off

TEST_CASE("Japanese marks and their neighbours", "[languages]") {
    for (const Row& row : {
        Row{"ja", "あ、い", 3},     Row{"ja", "あ：い；う", 5}, Row{"ja", "あ・い", 3},
        Row{"ja", "あ！い", 3},     Row{"ja", "あ！！い", 4},   Row{"ja", "あ！", 2},
        // JLREQ 3.1.4: a stop and what closes or opens behind it share one half em.
        Row{"ja", "あ。」い", 3.5}, Row{"ja", "あ、「い", 3.5}, Row{"ja", "あ」「い", 3.5},
        Row{"ja", "あ「『い", 3.5}, Row{"ja", "あ」・い", 3.5}, Row{"ja", "あ・「い", 3.5},
        // Dividing marks have no blanks to share.
        Row{"ja", "あ！「い", 4},   Row{"ja", "あ」！い", 4},   Row{"ja", "あ？」い", 4},
        Row{"ja", "あ！　い", 4},   Row{"ja", "あ――い", 4},     Row{"ja", "あ……い", 4},
        Row{"ja", "あ。", 1.5},     Row{"ja", "あ」", 1.5},     Row{"ja", "「あ", 1.5},
    }) check_width(row);
}

TEST_CASE("Taiwan and Hong Kong centre their marks and leave pauses whole", "[languages]") {
    for (const char* lang : {"zh-TW", "zh-HK", "zh-Hant", "zh-Hant-HK"}) {
        for (const auto& [text, width] : {
            std::pair{"甲，乙", 3.0}, {"甲。", 2.0},    {"甲，", 2.0},   {"甲！", 2.0},
            {"甲！！乙", 4.0},        {"甲·乙", 3.0},   {"甲》、乙", 3.5}, {"甲。」乙", 4.0},
            {"甲」「乙", 3.5},        {"「甲", 1.5},    {"甲／乙", 3.0},
        }) check_width({lang, text, width});
    }
}

TEST_CASE("Korean marks are Latin ones and its spaces are typed", "[languages]") {
    for (const Row& row : {
        Row{"ko", "가·나", .92 + .25 + .92}, Row{"ko", "漢字ABC漢字", 2 + .608 + .657 + .638 + 2},
    }) {
        ParagraphFixture fixture(row.lang);
        const LineSet set = fixture.set(row.text, 60);
        const TextItem& item = *ParagraphFixture::texts(set.lines.at(0)).front();
        for (const Glyph& glyph : item.glyphs) CHECK(glyph.advance == glyph.nominal);
    }
    CHECK(broken("ko", "한글(漢字)과 영어를 함께 씁니다.", 8) == "한글(漢字)과 / 영어를 함께 / 씁니다.");
}

TEST_CASE("what starts and ends Japanese lines", "[languages]") {
    for (const char32_t c : std::u32string_view(U"ーぁゃっァッュヵヶ々〻ヽヾゝゞ、。，．・：；！？」』）】〕〉》｝］〜…‥")) {
        std::string mark;
        append_utf8(mark, c);
        for (const double measure : {4.0, 5.0, 6.0}) {
            CAPTURE(mark, measure);
            std::string text;
            for (int i = 0; i < static_cast<int>(measure); ++i) text += "一";
            CHECK(broken("ja", text + mark + "二二三三四四五五", measure).find("/ " + mark) == std::string::npos);
        }
    }
    for (const char* mark : {"「", "『", "（", "【", "〔", "《", "〈", "［", "｛", "￥"}) {
        CAPTURE(mark);
        CHECK(broken("ja", std::string("一一一一") + mark + "1二三四五六七八", 5).find(std::string(mark) + " /") == std::string::npos);
    }
}

TEST_CASE("English text keeps its own quotes, dashes and spaces", "[languages]") {
    ParagraphFixture fixture("en");
    const LineSet set = fixture.set("It’s “quoted” – see… by “王芳”.", 60);
    for (const TextItem* item : ParagraphFixture::texts(set.lines.at(0))) {
        const std::string& text = fixture.out.text_blocks[item->block.index()].text;
        for (const Glyph& glyph : item->glyphs) {
            const std::string source = text.substr(glyph.begin, glyph.end - glyph.begin);
            if (source == "“" || source == "”" || source == "’") CHECK(glyph.nominal < Em::of(.6).at(fixture.kSize));
        }
    }
}

TEST_CASE("each run of a paragraph follows its own language", "[languages]") {
    ParagraphFixture fixture;
    fixture.document.text_styles[1] = fixture.document.text_styles[0];
    fixture.document.text_styles[1].lang = "zh-TW";
    fixture.context.selections[1] = fixture.context.selections[0];
    const LineSet set = fixture.set(
        ParagraphFixture::paragraph({ParagraphFixture::run("甲，乙·丙（", 0), ParagraphFixture::run("甲，乙·丙。", 1)}), 60);
    // 5.5 em with the half-width · of the mainland, then 6 em: · of one em, 。 whole at the end.
    CHECK(ParagraphFixture::right_edge(set.lines.at(0)) == Em::of(11.5).at(fixture.kSize));
}

// clang-format on
