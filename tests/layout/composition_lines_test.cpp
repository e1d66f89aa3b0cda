// Where lines break, with the real fonts: a text, its measure in em, and its lines.

#include "base/utf8.hpp"
#include "tests/layout/paragraph_fixture.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using layout::test::ParagraphFixture;

namespace {

struct Row {
    const char* lang;
    double measure;
    const char* text;
    const char* lines;
};

std::string broken(const std::string& lang, double measure, const std::string& text) {
    ParagraphFixture fixture(lang);
    std::string out;
    for (const std::string& line : fixture.lines_of(fixture.set(text, measure))) {
        out += (out.empty() ? "" : "|") + line;
    }
    return out;
}

void check(const Row& row) {
    CAPTURE(row.lang, row.measure, row.text);
    CHECK(broken(row.lang, row.measure, row.text) == row.lines);
}

}  // namespace

// clang-format off

TEST_CASE("marks keep to their line", "[composition]") {
    check(GENERATE(values<Row>({
        // At a line's end a mark has half an em: ten Han and one fit 10.5 em.
        {"zh-CN", 10.5, "一二三四五六七八九十，甲乙丙丁", "一二三四五六七八九十，|甲乙丙丁"},
        {"zh-CN", 10.5, "一二三四五六七八九十”，甲乙丙", "一二三四五六七八九|十”，甲乙丙"},
        // Not so in Taiwan.
        {"zh-TW", 10.5, "一二三四五六七八九十，甲乙丙丁", "一二三四五六七八九|十，甲乙丙丁"},
        {"zh-TW", 11,   "一二三四五六七八九十，甲乙丙丁", "一二三四五六七八九十，|甲乙丙丁"},
        // An opener goes down with what it opens, and has half an em there.
        {"zh-CN", 10,   "一二三四五六七八九（十甲乙丙丁）戊己庚辛", "一二三四五六七八九|（十甲乙丙丁）戊己庚辛"},
        // —— may start a line, …… may not, neither is parted.
        {"zh-CN", 10,   "一二三四五六七八九——甲乙丙丁", "一二三四五六七八九|——甲乙丙丁"},
        {"zh-CN", 10,   "一二三四五六七八九……甲乙丙丁", "一二三四五六七八|九……甲乙丙丁"},
        {"zh-CN", 10,   "一二三四五六七八九斯·林甲乙丙", "一二三四五六七八九|斯·林甲乙丙"},
        {"zh-CN", 10.5, "一二三四五六七八九斯·林甲乙丙", "一二三四五六七八九斯·|林甲乙丙"},
        {"zh-CN", 10,   "一二三四五六七八九十/甲乙丙丁", "一二三四五六七八九|十/甲乙丙丁"},
        {"zh-CN", 10,   "一二三四五六七八九十～廿甲乙丙", "一二三四五六七八九|十～廿甲乙丙"},
        {"ja",    10,   "あいうえおかきくけこーさしすせそ", "あいうえおかきくけ|こーさしすせそ"},
        {"ja",    10,   "あいうえおかきくけこゃさしすせそ", "あいうえおかきくけ|こゃさしすせそ"},
        {"ja",    10,   "あいうえおかきくけ人々さしすせそ", "あいうえおかきくけ|人々さしすせそ"},
        {"ko",    6,    "한국어는 띄어쓰기에서 줄을 바꾼다", "한국어는|띄어쓰기에서|줄을 바꾼다"},
        // U+3000 hangs at a line's end.
        {"zh-CN", 10,   "一二三四五六七八九十　甲乙丙丁", "一二三四五六七八九十|甲乙丙丁"},
    })));
}

TEST_CASE("squeezed in first, pushed out then", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", 11, "一二，三四五六七八九十，甲乙丙丁", "一二，三四五六七八九十，|甲乙丙丁"},
        {"zh-CN", 11, "（一）二三四五六七八九十，甲乙丙", "（一）二三四五六七八九|十，甲乙丙"},
        {"zh-CN", 20, "一二，三四五六七八九十甲乙丙丁戊己庚辛壬，子丑寅卯", "一二，三四五六七八九十甲乙丙丁戊己庚辛壬，|子丑寅卯"},
        {"zh-CN", 10, "一二三四五六七八九十，甲乙丙丁", "一二三四五六七八九|十，甲乙丙丁"},
        // A gap gives an eighth of an em; two let half a comma in with what the comma gives.
        {"zh-CN", 10, "一二三四五六七八九Go，甲乙丙丁", "一二三四五六七八九|Go，甲乙丙丁"},
    })));
}

TEST_CASE("no character is left alone", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", 10, "一二三四五六七八九十子", "一二三四五六七八九|十子"},
        {"zh-CN", 10, "一二三四五六七八九十子。", "一二三四五六七八九|十子。"},
        {"zh-CN", 10, "一，二、三四五六七八子", "一，二、三四五六七八子"},
        {"zh-CN", 10, "一，二三四五六七八九子", "一，二三四五六七八|九子"},
        {"zh-CN", 10, "一二三四五六七八九十Go", "一二三四五六七八九十|Go"},
        {"zh-CN", 10, "一二三四五六七八九十5", "一二三四五六七八九|十5"},
        {"zh-TW", 10, "一二三四五六七八九十子", "一二三四五六七八九|十子"},
        {"ja",    10, "あいうえおかきくけこさ", "あいうえおかきくけ|こさ"},
    })));
}

TEST_CASE("numbers, units and names are not parted", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", 6,  "占用内存 10 GB 左右", "占用内存|10 GB 左右"},
        {"zh-CN", 6,  "一二三四1,234.5万元", "一二三四|1,234.5万元"},
        {"zh-CN", 6,  "一二三四－3.5℃附近", "一二三四－|3.5℃附近"},
        {"zh-CN", 6,  "一二三四占比99.9%的", "一二三四占比|99.9%的"},
        {"zh-CN", 6,  "一二三四￥100元整", "一二三四|￥100元整"},
        {"zh-CN", 5.5, "一二三四C++语言和", "一二三四|C++语言和"},
        {"zh-CN", 7,  "一二三四五TCP/IP协议", "一二三四五|TCP/IP协议"},
        {"zh-CN", 7,  "一二三四五CI/CD流水", "一二三四五|CI/CD流水"},
        {"zh-CN", 7,  "一二三四五Node.js和", "一二三四五|Node.js和"},
        {"zh-CN", 7,  "一二三四五v1.2.3版", "一二三四五|v1.2.3版"},
        {"zh-CN", 7,  "一二三四main.cpp里", "一二三四|main.cpp里"},
        {"zh-CN", 6,  "一二三四五#项目管理", "一二三四五|#项目管理"},
        {"zh-CN", 6,  "一二三四五@张三处理", "一二三四五|@张三处理"},
        {"zh-CN", 15, "请联系 zhangsan.dev@example.com 获取", "请联系|zhangsan.dev@example.com|获取"},
        {"zh-CN", 14, "见 https://example.com/docs/guide/start 一节", "见 https://example.com/docs/|guide/start 一节"},
        // Longer than a line: broken, not set over its edge.
        {"zh-CN", 5,  "Pneumonoultramicroscopic", "Pneumon|oultramic|roscopic"},
    })));
}

TEST_CASE("what other programs are known to get wrong", "[composition]") {
    check(GENERATE(values<Row>({
        // A mark at a line's start behind a digit and a closer.
        {"zh-CN", 6, "一二（表3），四五六七", "一二（表3），|四五六七"},
        // A full stop in ASCII behind a Chinese closer.
        {"zh-CN", 5, "一二（三）.四五", "一二（三）.|四五"},
        // An emoji of several parts is one.
        {"zh-CN", 3.5, "一二👨‍👩‍👧三四", "一二👨‍👩‍👧|三四"},
    })));
}

// clang-format on

TEST_CASE("no gap stands at a forced break", "[composition]") {
    ParagraphFixture fixture;
    const LineSet set = fixture.set(
        ParagraphFixture::paragraph({ParagraphFixture::run("用"), styles::ForcedBreak{},
                                     ParagraphFixture::run("Go写")}),
        20);
    REQUIRE(set.lines.size() == 2);
    CHECK(ParagraphFixture::right_edge(set.lines[0]) == ParagraphFixture::kSize);
    CHECK(set.lines[1].frame.items.front().at.x == Pt{});
}

TEST_CASE("no character starts or ends a line that may not", "[composition]") {
    constexpr std::u32string_view kNeverStarts =
        U"”’）》〉」』】〕〗］｝〙〛〞〟｠，、；：。．！？·・‧～〜—–‐/"
        U"／％‰℃°′″℉㎡㎏…⋯々〻ヽヾゝゞーぁぃァッ,.;:!?)]}";
    constexpr std::u32string_view kNeverEnds =
        U"“‘（《〈「『【〔〖［｛〘〚〝｟/／￥$€£№#@＃§([{";
    const std::string lang = GENERATE("zh-CN", "zh-TW", "zh-HK", "ja", "ko");
    ParagraphFixture fixture(lang);
    const auto lines = [&](const std::string& text, double measure) {
        return fixture.lines_of(fixture.set(text, measure));
    };
    const auto one = [](char32_t c) { return to_utf8(std::u32string(1, c)); };
    const std::string tail = "甲乙丙丁戊己庚辛";
    for (const double measure : {7.0, 7.5, 8.0}) {
        for (const char32_t c : kNeverStarts) {
            // Units stand behind a number.
            const bool unit =
                std::u32string_view(U"％‰℃°′″℉㎡㎏").find(c) != std::u32string_view::npos;
            for (const char* head : {"一二三四五", "一二三四五六"}) {
                const std::string text =
                    std::string(head) + (unit ? "5" : "七") + one(c) + tail;
                CAPTURE(lang, measure, text);
                for (const std::string& line : lines(text, measure))
                    CHECK_FALSE(line.starts_with(one(c)));
            }
        }
        for (const char32_t c : kNeverEnds) {
            for (const char* head : {"一二三四五", "一二三四五六", "一二三四五六七"}) {
                const std::string text = head + one(c) + tail;
                CAPTURE(lang, measure, text);
                for (const std::string& line : lines(text, measure))
                    CHECK_FALSE(line.ends_with(one(c)));
            }
        }
    }
}
