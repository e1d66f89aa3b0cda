// TYPOGRAPHY's tables, row by row, set with the real fonts: what stands on the left is set as
// shown on the right.
//
// Shown are characters with their width in em when it is not 1 ("（{.5}"), Latin ones without
// it;
// "+.25" is room between two boxes, "_" a typed space with its width, " / " a line's end.

#include "base/utf8.hpp"
#include "tests/layout/paragraph_fixture.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using layout::test::ParagraphFixture;

namespace {

/// Hundredths of an em, rounded: ".5", "1.25", "2".
std::string ems(Pt width) {
    const std::int64_t unit = ParagraphFixture::kSize.units() / 100;
    const std::int64_t hundredths = (width.units() + unit / 2) / unit;
    std::string out = hundredths >= 100 ? std::to_string(hundredths / 100) : "";
    std::string rest = std::to_string(hundredths % 100 + 100).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    if (!rest.empty()) out += "." + rest;
    return out.empty() ? "0" : out;
}

bool is_visible(Pt width) {
    return width.units() * 200 > ParagraphFixture::kSize.units();
}

/// One line in the notation above.
std::string shown(const ParagraphFixture& fixture, const Line& line) {
    std::string out;
    Pt end;
    bool first = true;
    for (const Placed& placed : line.frame.items) {
        const auto* item = std::get_if<TextItem>(&placed.item);
        if (!item) continue;
        const std::string& text = fixture.out.text_blocks[item->block.index()].text;
        Pt x = placed.at.x;
        for (const Glyph& glyph : item->glyphs) {
            const std::string source = text.substr(glyph.begin, glyph.end - glyph.begin);
            if (!first && is_visible(x - end)) out += "+" + ems(x - end);
            const bool space = source == " ";
            const Pt width = space ? glyph.advance : glyph.width;
            const bool latin = static_cast<unsigned char>(source[0]) < 0x80;
            const bool one = !is_visible(width - ParagraphFixture::kSize) &&
                             !is_visible(ParagraphFixture::kSize - width);
            out += space ? "_" + ems(width) : source;
            if (!latin && !one) out += "{" + ems(width) + "}";
            end = x + width;
            x += glyph.advance;
            first = false;
        }
    }
    return out;
}

struct Row {
    const char* lang;
    const char* text;
    const char* set;
};

void check(const Row& row, double measure = 40) {
    ParagraphFixture fixture(row.lang);
    std::string set;
    for (const Line& line : fixture.set(row.text, measure).lines) {
        set += (set.empty() ? "" : " / ") + shown(fixture, line);
    }
    CAPTURE(row.lang, row.text, measure);
    CHECK(set == row.set);
}

}  // namespace

// clang-format off

TEST_CASE("class O: openers have their blank before", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一“二", "一“二"},     {"zh-CN", "一‘二", "一‘二"},     {"zh-CN", "一（二", "一（二"},
        {"zh-CN", "（一", "（{.5}一"},   {"zh-CN", "《一", "《{.5}一"},   {"zh-CN", "〈一", "〈{.5}一"},
        {"zh-CN", "「一", "「{.5}一"},   {"zh-CN", "『一", "『{.5}一"},   {"zh-CN", "【一", "【{.5}一"},
        {"zh-CN", "〔一", "〔{.5}一"},   {"zh-CN", "〖一", "〖{.5}一"},   {"zh-CN", "［一", "［{.5}一"},
        {"zh-CN", "｛一", "｛{.5}一"},   {"zh-CN", "“一", "“{.5}一"},     {"zh-CN", "‘一", "‘{.5}一"},
        {"zh-TW", "「一", "「{.5}一"},   {"zh-HK", "（一", "（{.5}一"},   {"ja", "「一", "「{.5}一"},
        // Latin in Japanese and Korean.
        {"ja", "一“二", "一“{.46}二"},   {"ko", "一“二", "一“{.46}二"},
    })));
}

TEST_CASE("class C: closers have their blank behind", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一）二", "一）二"},   {"zh-CN", "一）", "一）{.5}"},   {"zh-CN", "一》", "一》{.5}"},
        {"zh-CN", "一〉", "一〉{.5}"},   {"zh-CN", "一」", "一」{.5}"},   {"zh-CN", "一』", "一』{.5}"},
        {"zh-CN", "一】", "一】{.5}"},   {"zh-CN", "一〕", "一〕{.5}"},   {"zh-CN", "一〗", "一〗{.5}"},
        {"zh-CN", "一］", "一］{.5}"},   {"zh-CN", "一｝", "一｝{.5}"},   {"zh-CN", "一”", "一”{.5}"},
        {"zh-CN", "一’", "一’{.5}"},     {"ja", "一」", "一」{.5}"},
        // Taiwan and Hong Kong leave line ends alone.
        {"zh-TW", "一」", "一」"},       {"zh-HK", "一）", "一）"},
    })));
}

TEST_CASE("class P: pauses have their blank behind, in Taiwan on both sides", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一，二", "一，二"},   {"zh-CN", "一，", "一，{.5}"},   {"zh-CN", "一、", "一、{.5}"},
        {"zh-CN", "一；", "一；{.5}"},   {"zh-CN", "一：", "一：{.5}"},   {"zh-TW", "一，", "一，"},
        {"zh-HK", "一：", "一："},       {"ja", "一、", "一、{.5}"},      {"ja", "一，", "一，{.5}"},
        {"ja", "一：", "一："},          {"ja", "一；", "一；"},
    })));
}

TEST_CASE("class F: stops have their blank behind, in Taiwan on both sides", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一。二", "一。二"},   {"zh-CN", "一。", "一。{.5}"},   {"zh-CN", "一．", "一．{.5}"},
        {"zh-TW", "一。", "一。"},       {"zh-HK", "一。", "一。"},       {"ja", "一。", "一。{.5}"},
    })));
}

TEST_CASE("class X: exclamations are left-set in the mainland, whole elsewhere", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一！二", "一！二"},   {"zh-CN", "一！", "一！{.5}"},   {"zh-CN", "一？", "一？{.5}"},
        {"zh-TW", "一！", "一！"},       {"zh-HK", "一？", "一？"},       {"ja", "一！", "一！"},
        {"ja", "一？", "一？"},          {"ja", "一！　二", "一！　二"},
    })));
}

TEST_CASE("class M: interpuncts are half an em in the mainland", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "斯·林", "斯·{.5}林"}, {"zh-CN", "斯・林", "斯・{.5}林"}, {"zh-CN", "斯‧林", "斯‧{.5}林"},
        {"zh-CN", "斯•林", "斯•{.5}林"}, {"zh-TW", "斯·林", "斯·林"},       {"zh-TW", "斯‧林", "斯‧林"},
        {"zh-HK", "斯·林", "斯·林"},     {"ja", "斯・林", "斯・林"},
    })));
}

TEST_CASE("class K: connectors have one em or half of one", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一～二", "一～二"},   {"zh-CN", "一—二", "一—二"},     {"zh-CN", "一–二", "一–{.5}二"},
        {"zh-CN", "一‐二", "一‐{.5}二"}, {"zh-TW", "一～二", "一～二"},   {"zh-TW", "一–二", "一–{.5}二"},
        {"ja", "一〜二", "一〜二"},
    })));
}

TEST_CASE("classes D and E: dash and ellipsis are one unit of two em", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一——二", "一——{2}二"}, {"zh-TW", "一——二", "一——{2}二"}, {"zh-HK", "一——二", "一——{2}二"},
        {"ja", "一——二", "一——{2}二"},    {"zh-CN", "一⸺二", "一⸺{2}二"},
        {"zh-CN", "一……二", "一……二"},    {"zh-TW", "一……二", "一……二"},    {"ja", "一……二", "一……二"},
        {"zh-CN", "一⋯⋯二", "一⋯⋯二"},    {"zh-CN", "一…二", "一…二"},
    })));
}

TEST_CASE("class S: the solidus between Han is half an em in the mainland", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一/二", "一/二"},     {"zh-CN", "一／二", "一／{.5}二"}, {"zh-TW", "一／二", "一／二"},
        {"zh-HK", "一／二", "一／二"},
    })));
}

TEST_CASE("prefixes and suffixes keep the font's width", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "￥100", "￥100"},     {"zh-CN", "5㎡", "5㎡"},          {"zh-CN", "25℃", "25℃{1.02}"},
        {"zh-CN", "第＃5", "第＃5"},     {"zh-CN", "约$5", "约+.25$5"},
    })));
}

TEST_CASE("an ideographic space is one em", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "一　二", "一　二"}, {"zh-TW", "一　二", "一　二"}, {"ja", "一　二", "一　二"},
    })));
}

TEST_CASE("adjacent marks: every pair of the table", "[composition]") {
    check(GENERATE(values<Row>({
        // O and what follows
        {"zh-CN", "一（《二", "一（《{.5}二"},  {"zh-CN", "一（）二", "一（）二"},      {"zh-CN", "一（，二", "一（，二"},
        {"zh-CN", "一（·二", "一（·{.5}二"},    {"zh-CN", "一（二", "一（二"},          {"zh-CN", "一（A", "一（A"},
        // C, P, F, X
        {"zh-CN", "一）（二", "一）（{.5}二"},  {"zh-CN", "一，（二", "一，（{.5}二"},  {"zh-CN", "一。（二", "一。（{.5}二"},
        {"zh-CN", "一！（二", "一！（{.5}二"},  {"zh-CN", "一），二", "一）{.5}，二"},  {"zh-CN", "一，）二", "一，{.5}）二"},
        {"zh-CN", "一。”二", "一。{.5}”二"},    {"zh-CN", "一”。二", "一”{.5}。二"},    {"zh-CN", "一！”二", "一！{.5}”二"},
        {"zh-CN", "一”！二", "一”{.5}！二"},    {"zh-CN", "一》·二", "一》{.5}·{.5}二"}, {"zh-CN", "一，A", "一，A"},
        {"zh-CN", "一：“二", "一：“{.5}二"},    {"zh-CN", "一》、《二", "一》{.5}、《{.5}二"},
        // M
        {"zh-CN", "一·《二", "一·{.5}《二"},    {"zh-TW", "一·《二", "一·《{.5}二"},    {"ja", "一・「二", "一・「{.5}二"},
        // chains
        {"zh-CN", "一”）。二", "一”{.5}）{.5}。二"}, {"zh-CN", "一（“《二", "一（“{.5}《{.5}二"},
        {"zh-CN", "一。”（二", "一。{.5}”（{.5}二"}, {"zh-CN", "一》（《二", "一》（{.5}《{.5}二"},
        {"zh-CN", "一（？）二", "一（？{.5}）二"},
        // ！ and ？ together
        {"zh-CN", "一！！二", "一！{.5}！{.5}二"}, {"zh-CN", "一？？二", "一？{.5}？{.5}二"}, {"zh-CN", "一？！二", "一？{.5}！{.5}二"},
        {"zh-CN", "一！！！二", "一！{.5}！{.5}！二"},
        // dash and ellipsis change nothing
        {"zh-CN", "一……。二", "一……。二"},      {"zh-CN", "一——“二", "一——{2}“二"},    {"zh-CN", "一”——二", "一”——{2}二"},
        // Taiwan: pauses whole, brackets squeezed
        {"zh-TW", "一，，二", "一，，二"},      {"zh-TW", "一」，二", "一」{.5}，二"},  {"zh-TW", "一，「二", "一，「{.5}二"},
        {"zh-TW", "一」「二", "一」「{.5}二"},  {"zh-TW", "一」』二", "一」{.5}』二"},  {"zh-TW", "一「『二", "一「『{.5}二"},
        {"zh-TW", "一！！二", "一！！二"},      {"zh-TW", "一。」二", "一。」二"},
        // Japan
        {"ja", "一。」二", "一。{.5}」二"},     {"ja", "一」、二", "一」{.5}、二"},     {"ja", "一、「二", "一、「{.5}二"},
    })));
}

TEST_CASE("the gap between Han and Latin", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "用Go写", "用+.25Go+.25写"},       {"zh-CN", "用 Go 写", "用_.25Go_.25写"}, {"zh-CN", "用  Go  写", "用_.25Go_.25写"},
        {"zh-CN", "共3个", "共+.253+.25个"},         {"zh-CN", "用α写", "用+.25α{.61}+.25写"}, {"zh-CN", "用Я写", "用+.25Я{.71}+.25写"},
        {"zh-CN", "40%的", "40%+.25的"},             {"zh-CN", "C++语言", "C+++.25语言"},     {"zh-CN", "是#标签", "是+.25#+.25标签"},
        {"zh-CN", "请@张三", "请+.25@+.25张三"},     {"zh-CN", "研发&测试", "研发+.25&+.25测试"},
        {"zh-CN", "C#语言", "C#+.25语言"},           {"zh-CN", "甲/乙", "甲/乙"},             {"zh-CN", "注*的", "注*的"},
        {"zh-CN", "中，A", "中，A"},                 {"zh-CN", "A，中", "A，中"},             {"zh-CN", "（A）中", "（{.5}A）中"},
        {"zh-CN", "中　A", "中　A"},                 {"zh-CN", "中， A", "中，A"},            {"zh-CN", "切流 限流", "切流_.26限流"},
        {"zh-CN", "中\n文", "中文"},                 {"zh-CN", "中，\n文", "中，文"},         {"zh-CN", "中\nGo", "中+.25Go"},
        {"zh-CN", "a\nb", "a_.26b"},                 {"ko", "한\n글", "한{.97}_.31글{.97}"},
        {"zh-TW", "用Go寫", "用+.25Go+.25寫"},       {"ja", "はGoの", "は+.25Go+.25の"},      {"ko", "用Go", "用Go"},
        {"en", "用Go", "用+.25Go"},
    })));
}

TEST_CASE("quotes, dashes and dots take the form of their neighbours", "[composition]") {
    check(GENERATE(values<Row>({
        {"zh-CN", "说“你”吗", "说“你”吗"},           {"zh-CN", "说“Go”吗", "说“Go”吗"},
        {"zh-CN", "say “hi” to", "say_.26“{.46}hi”{.46}_.26to"}, {"zh-CN", "say “你” to", "say“你”to"},
        {"zh-CN", "don’t", "don’{.27}t"},            {"zh-CN", "破——折", "破——{2}折"},
        {"zh-CN", "A—B", "A—{.89}B"},                {"zh-CN", "等……", "等……"},
        {"zh-CN", "wait…", "wait…{.9}"},           {"zh-CN", "李·Li", "李·{.5}Li"},         {"zh-CN", "Go·Li", "Go·{.33}Li"},
        // what is typed as ASCII is left as it is
        {"zh-CN", "中,文", "中,文"},                 {"zh-CN", "中(文)", "中(文)"},           {"zh-CN", "说\"你\"", "说\"你\""},
    })));
}

// clang-format on
