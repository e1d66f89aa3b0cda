#include "layout/line_breaker.hpp"

#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

std::string broken(std::string_view source, double measure, Fill fill = Fill::Justified,
                   const SpacingStyle& style = {}) {
    const fake::Text text = fake::text(source, style);
    std::string out;
    for (const SetLine& line : fake::set_lines(text, measure, fill)) {
        if (!out.empty()) out += "/";
        out += fake::characters_of(text, line);
    }
    return out;
}

}  // namespace

TEST_CASE("lines break where Chinese may", "[line_breaker]") {
    struct Case {
        const char* text;
        double measure;
        const char* lines;
    };

    const auto c = GENERATE(values<Case>({
        // A pause mark at the line's end takes half an em: ten Han and one fit 10.5 em.
        {"一二三四五六七八九十，甲乙丙丁", 10.5, "一二三四五六七八九十，/甲乙丙丁"},
        // First squeeze the mark in …
        {"一二，三四五六七八九十，甲乙丙丁", 11, "一二，三四五六七八九十，/甲乙丙丁"},
        // … then push one character out.
        {"一二三四五六七八九十，甲乙丙丁", 10, "一二三四五六七八九/十，甲乙丙丁"},
        {"一二三四五六七八九（十）甲乙丙丁", 10, "一二三四五六七八九/（十）甲乙丙丁"},
        {"一二三四五六七八九——甲乙丙丁", 10, "一二三四五六七八九/——甲乙丙丁"},
        {"一二三四五六七八九……甲乙丙丁", 10, "一二三四五六七八/九……甲乙丙丁"},
        {"一二三四五六七 Kubernetes 八九", 10, "一二三四五六七/Kubernetes 八九"},
    }));
    CAPTURE(c.text);
    CHECK(broken(c.text, c.measure) == c.lines);
}

TEST_CASE("a last line is not left with one character", "[line_breaker]") {
    CHECK(broken("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子", 10) ==
          "一二三四五六七八九/十甲乙丙丁戊己庚辛壬/癸子");
    // Ragged text as well.
    CHECK(broken("一二三四五六七八九十子", 10, Fill::Ragged) == "一二三四五六七八九/十子");
    // The mark does not count as a letter.
    CHECK(broken("一二三四五六七八九十子。", 10, Fill::Ragged) == "一二三四五六七八九/十子。");
}

TEST_CASE("a short Latin word is not left alone on the last line", "[line_breaker]") {
    // Nine words fill the line; the ninth goes down with the tenth.
    CHECK(broken("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj", 20.2, Fill::Ragged) ==
          "aaaa bbbb cccc dddd eeee ffff gggg hhhh/iiii jjjj");
    // Where that would leave a third of the line white it is.
    CHECK(broken("aaaa bbbb cccc dddd", 7.5, Fill::Ragged) == "aaaa bbbb cccc/dddd");
}

TEST_CASE("headings are balanced", "[line_breaker]") {
    CHECK(broken("一二三四五六七八九十甲乙", 10, Fill::Balanced) ==
          "一二三四五六/七八九十甲乙");
    // Behind a mark rather than inside a phrase, unless that leaves a stump.
    CHECK(broken("一二三四五，六七八九十甲乙", 10, Fill::Balanced) ==
          "一二三四五，/六七八九十甲乙");
    CHECK(broken("一二，三四五六七八九十甲乙", 11, Fill::Balanced) !=
          "一二，/三四五六七八九十甲乙");
    // A typed space parts phrases too.
    CHECK(broken("一二三四五 六七八九十甲乙", 10, Fill::Balanced) ==
          "一二三四五/六七八九十甲乙");
}

TEST_CASE("what is too long is broken rather than overfull", "[line_breaker]") {
    CHECK(broken("abcdefghijklmnopqrst", 5) == "abcdefghij/klmnopqrst");
    CHECK(broken("。。。。。。。。。。。。", 2) == "。。。。/。。。。/。。。。");
    const fake::Text wide = fake::text("国");
    CHECK(fake::set_lines(wide, 0.5).front().overfull == fake::em(0.5));
}

TEST_CASE("preformatted text fills each line", "[line_breaker]") {
    const fake::Text text = fake::text("abcdefgh");
    PlaceOptions places;
    places.anywhere = true;
    places.measure = places.first_measure = fake::em(1.5);
    const auto points =
        measure_places(text.items, find_places(text.items, text.before, 0, 8, places));
    BreakOptions options;
    options.measure = options.first_measure = fake::em(1.5);
    options.em = fake::em(1);
    options.fill = Fill::Greedy;
    const auto lines = break_lines(points, options);
    REQUIRE(lines.size() == 3);
    CHECK(points[lines[0].to].place.item == 3);
    CHECK(points[lines[1].to].place.item == 6);
}

TEST_CASE("what is rigid gives way where a line has nothing else", "[line_breaker]") {
    const SetLine line = fake::set_lines(fake::text("甲～乙丙丁"), 3.2).front();
    REQUIRE(line.items.size() == 3);
    CHECK(line.width == fake::em(3.2));
    CHECK(line.items[0].after == fake::em(0.1));
    CHECK(line.items[1].after == fake::em(0.1));
    // Not where there is: the Han boundary takes it all.
    const SetLine other = fake::set_lines(fake::text("甲乙～丙丁戊"), 4.2).front();
    REQUIRE(other.items.size() == 4);
    CHECK(other.items[0].after == fake::em(0.2));
    CHECK(other.items[1].after == Pt{});
}

TEST_CASE("a stop may hang outside the line", "[line_breaker]") {
    SpacingStyle hang;
    hang.hang = true;
    CHECK(broken("一二三四五六七八九十。甲乙丙丁", 10, Fill::Justified, hang) ==
          "一二三四五六七八九十。/甲乙丙丁");
    CHECK(broken("一二三四五六七八九十”。甲乙丙丁", 10, Fill::Justified, hang) ==
          "一二三四五六七八九/十”。甲乙丙丁");
}

TEST_CASE("a hanging stop stays close to its Han", "[line_breaker]") {
    SpacingStyle hang;
    hang.hang = true;
    const fake::Text text = fake::text("一二三四五六七八九十。甲乙丙丁", hang);
    const SetLine line = fake::set_lines(text, 10.45).front();
    REQUIRE(line.items.size() == 11);
    CHECK(line.items[0].after == fake::em(0.05));
    CHECK(line.items[9].after == Pt{});
    CHECK(line.items[9].x + line.items[9].width == fake::em(10.45));
    CHECK(line.width == fake::em(10.95));
}

TEST_CASE("levels are used in order", "[line_breaker]") {
    Sums sums;
    sums.width = fake::em(11);
    sums.shrink = {fake::em(0.1),  {},           fake::em(0.5), fake::em(1),
                   fake::em(0.25), fake::em(0.5)};
    BreakOptions options;
    options.em = fake::em(1);
    const Adjustment squeezed = adjust_line(sums, fake::em(10), options, true);
    CHECK(squeezed.shrink[0] == fake::em(0.1));
    CHECK(squeezed.shrink[2] == fake::em(0.5));
    CHECK(squeezed.shrink[3] == fake::em(0.4));
    CHECK(squeezed.shrink[4] == Pt{});
    CHECK_FALSE(adjust_line(sums, fake::em(8), options, true).fits);

    sums.stretch = {fake::em(0.25), fake::em(0.1)};
    sums.slots = {1, 1, 2};
    const Adjustment stretched = adjust_line(sums, fake::em(12), options, true);
    CHECK(stretched.stretch[0] == fake::em(0.25));
    CHECK(stretched.stretch[1] == fake::em(0.1));
    CHECK(stretched.stretch[2] == fake::em(0.5));
    CHECK(stretched.excess == fake::em(0.15));
}
