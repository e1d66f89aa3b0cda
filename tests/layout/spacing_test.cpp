#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

struct WidthCase {
    const char* text;
    std::int64_t width;  ///< thousandths of an em, the outer edges of the line taken off
};

}  // namespace

// Each text stands between 一 and 二 where its edges matter, so 2000 is their own width.
TEST_CASE("adjacent marks are squeezed pairwise", "[spacing]") {
    const auto c = GENERATE(values<WidthCase>({
        {"一，二", 3000},     {"一（二", 3000},    {"一（《二", 3500},    {"一（）二", 4000},
        {"一）（二", 3500},   {"一），二", 3500},  {"一”。二", 3500},     {"一，《二", 3500},
        {"一》、《二", 4000}, {"一”）。二", 4000}, {"一，（“《二", 4500}, {"一。”（二", 4000},
        {"一》（二", 3500},   {"一：“二", 3500},   {"一》·二", 3000},     {"一·二", 2500},
        {"一！二", 3000},     {"一！！二", 3000},  {"一？！二", 3000},    {"一！！！二", 4000},
        {"一……二", 4000},     {"一——二", 4000},    {"一（？）二", 4500},  {"一～二", 3000},
    }));
    CAPTURE(c.text);
    CHECK(fake::width_of(c.text) == c.width);
}

TEST_CASE("centred marks of Taiwan stay whole, brackets are squeezed", "[spacing]") {
    const auto c = GENERATE(values<WidthCase>({
        {"一，，二", 4000},
        {"一」，二", 3500},
        {"一，「二", 3500},
        {"一」「二", 3500},
        {"一！！二", 4000},
        {"一·二", 3000},
    }));
    CAPTURE(c.text);
    CHECK(fake::width_of(c.text, {}, "zh-TW") == c.width);
}

TEST_CASE("line edges lose their blank", "[spacing]") {
    const auto c = GENERATE(values<WidthCase>({
        {"（一", 1500},
        {"一，", 1500},
        {"《一》", 2000},
        {"“一。”", 2500},
        {"一！", 1500},
    }));
    CAPTURE(c.text);
    CHECK(fake::width_of(c.text) == c.width);
}

TEST_CASE("Han and Latin are a quarter em apart, typed or not", "[spacing]") {
    const auto c = GENERATE(values<WidthCase>({
        {"用Go写", 3500},         {"用 Go 写", 3500},
        {"用\nGo\n写", 3500},     {"用 Go写", 3500},
        {"（Go）", 2000},         {"用，Go", 3000},
        {"用， Go", 3000},        {"切流 限流", 4250},
        {"中\n文", 2000},         {"中，\n文", 3000},
        {"a\nb", 1250},           {"40%的", 2750},
        {"C++语言", 3750},        {"数据+游戏", 4500},
        {"甲/乙", 2500},          {"是#标签", 4000},
        {"请@张三", 4000},        {"研发&测试", 5000},
        {"500万+人", 4250},       {"注*的", 2500},
        {"中文/Go", 3500},        {"数据+AI", 3500},
        {"研发&QA", 3500},        {"增+5%", 2750},
        {"差±5°的", 4000},        {"率≥99", 2750},
        {"甲×乙", 3000},          {"价¥5", 2250},
        {"中 | 文", 3000},        {"录/usr/bin下", 6500},
        {"在\\dir中", 4500},      {"中 · 文", 3000},
        {"（中） · 文", 4000},    {"中 · （文）", 4000},
        {"中） — （文", 4500},    {"（中） | 文", 4000},
        {"中 ·\u00A0文", 3250},   {"前端/iOS/Android", 8000},
        {"后端/java", 4500},      {"条/min", 3000},
        {"于/usr下", 4500},       {"库/usr/下", 5000},
        {"于~/bin下", 5000},      {"跑./run", 3750},
        {"设$HOME为", 5000},      {"拨+86转", 4000},
        {"升5℃到", 3500},         {"用.NET写", 4500},
        {"加.gitignore到", 7500}, {"简历.pdf", 4000},
        {"完成.Next", 4500},      {"附件-A", 3000},
    }));
    CAPTURE(c.text);
    CHECK(fake::width_of(c.text) == c.width);
}

TEST_CASE("spaces of code stretch, but do not shrink", "[spacing]") {
    Box letter;
    letter.cls = CharClass::Latin;
    letter.code = U'a';
    letter.literal = true;
    letter.advance = fake::em(0.6);
    letter.size = fake::em(1);
    Box space = letter;
    space.cls = CharClass::Space;
    space.code = U' ';
    const std::vector<Box> boxes = {letter, space, letter};
    const Glue glue = space_boxes(boxes, {})[1].after;
    CHECK(glue.kind == GlueKind::WordSpace);
    CHECK(glue.natural == fake::em(0.6));
    CHECK(glue.shrink == Pt{});
    CHECK(glue.stretch == fake::em(0.25));
}

TEST_CASE("a number and its unit are as far apart on every line", "[spacing]") {
    const auto glue_of = [](std::string_view words, std::size_t space) {
        return fake::text(words).items[space].after;
    };
    CHECK(glue_of("用 32 MB 内存", 4).kind == GlueKind::None);
    CHECK(glue_of("用 32 MB 内存", 4).natural == fake::em(0.25));
    CHECK(glue_of("用 32 Go 服务", 4).kind == GlueKind::WordSpace);
}

TEST_CASE("the gap can be narrower, or none", "[spacing]") {
    SpacingStyle style;
    style.gap = Em::of(0.125);
    CHECK(fake::width_of("用 Go写", style) == 3250);
    style.gap = {};
    CHECK(fake::width_of("用Go写", style) == 3000);
    CHECK(fake::width_of("用 Go写", style) == 3250);
}

TEST_CASE("Korean has no gap but the spaces that are typed", "[spacing]") {
    CHECK(fake::width_of("用Go写", {}, "ko") == 3000);
    CHECK(fake::width_of("한Go글", {}, "ko") == 3000);
    CHECK(fake::width_of("用 Go 写", {}, "ko") == 3500);
}

TEST_CASE("punctuation styles set marks half or full", "[spacing]") {
    struct Case {
        styles::Punctuation style;
        const char* text;
        std::int64_t width;
    };

    using styles::Punctuation;
    const auto c = GENERATE(values<Case>({
        {Punctuation::Quanjiao, "一，二。三（四", 7000},
        {Punctuation::Kaiming, "一，二。三（四", 6000},
        {Punctuation::Banjiao, "一，二。三（四", 5500},
        {Punctuation::None, "（一，《二》，", 7000},
    }));
    CAPTURE(c.text);
    SpacingStyle style;
    style.punctuation = c.style;
    CHECK(fake::width_of(c.text, style) == c.width);
}
