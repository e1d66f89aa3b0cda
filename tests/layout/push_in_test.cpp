// “先挤进，后推出” (CLREQ 3.1.4) against an oracle that counts: marks that may not start a line
// are squeezed into it when its blanks have the room, and push one character out when they have
// not. So is a character that would be left alone on the last line (CLREQ 3.4.4, GB/T
// 15834 5.1.11).

#include "layout/push_in.hpp"

#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

constexpr std::u32string_view kHan =
    U"天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜";

/// The first `count` characters of a poem, from its start or from further on.
std::string han(std::size_t count, std::size_t from = 0) {
    std::u32string out;
    for (std::size_t i = 0; i < count; ++i) out += kHan[(from + i) % kHan.size()];
    return to_utf8(out);
}

/// Marks within a line, a Han between any two, and the blanks they can give up, in em.
struct Filling {
    const char* marks;
    double blanks;
};

constexpr Filling kFillings[] = {
    {"", 0},     {"，", .5},      {"、", .5},  {"；", .5},      {"，，", 1},
    {"、：", 1}, {"，，，", 1.5}, {"（）", 1}, {"《》，", 1.5}, {"“”，、", 2},
    {"。", .5},  {"！？", 1},     {"，。", 1},
};

/// A line of `width` em made of Han and `marks`; empty when they leave no room for two Han at
/// either end.
std::string filled(std::string_view marks, std::size_t width) {
    const std::u32string all = to_utf32(marks);
    const std::size_t taken = 2 + 2 * all.size();
    if (taken + 2 > width) return {};
    std::string out = han(2);
    for (const char32_t c : all) {
        append_utf8(out, c);
        out += han(1, 2);
    }
    return out + han(width - taken, 3);
}

std::string without_last(const std::string& text) {
    std::u32string characters = to_utf32(text);
    characters.pop_back();
    return to_utf8(characters);
}

std::vector<std::string> broken(const std::string& source, double measure) {
    const fake::Text text = fake::text(source);
    std::vector<std::string> out;
    for (const SetLine& line : fake::set_lines(text, measure)) {
        out.push_back(fake::characters_of(text, line));
    }
    return out;
}

}  // namespace

TEST_CASE("marks are squeezed in before a character is pushed out", "[push_in]") {
    struct Run {
        const char* marks;
        double width;  ///< at a line's end
    };

    constexpr Run kRuns[] = {{"，", .5},  {"、", .5},     {"。", .5}, {"！", .5},  {"）", .5},
                             {"”", .5},   {"》", .5},     {"”。", 1}, {"）。", 1}, {"！”", 1},
                             {"？！", 1}, {"”）。", 1.5}, {"……", 2}};
    for (const std::size_t measure : {8, 10, 12, 16, 20, 25, 40}) {
        for (const Filling& filling : kFillings) {
            const std::string line = filled(filling.marks, measure);
            if (line.empty()) continue;
            for (const Run& run : kRuns) {
                const bool fits = filling.blanks >= run.width;
                const std::string expected = fits ? line + run.marks : without_last(line);
                CAPTURE(measure, filling.marks, run.marks);
                CHECK(broken(line + run.marks + han(6, 30), static_cast<double>(measure))[0] ==
                      expected);
                // More lines below change nothing.
                const std::string below = han(measure * 2 + 5, 30);
                CHECK(broken(line + run.marks + below, static_cast<double>(measure))[0] ==
                      expected);
            }
        }
    }
}

TEST_CASE("a last character alone is squeezed in, or another one brought down", "[push_in]") {
    struct End {
        const char* text;
        double width;  ///< at a line's end
    };

    constexpr End kEnds[] = {{"子", 1}, {"子。", 1.5}, {"子！", 1.5}, {"子”。", 2}};
    for (const std::size_t measure : {8, 10, 12, 16, 20, 25, 40}) {
        for (const Filling& filling : kFillings) {
            const std::string line = filled(filling.marks, measure);
            if (line.empty()) continue;
            for (const End& end : kEnds) {
                const bool fits = filling.blanks >= end.width;
                const std::string expected = fits ? line + end.text : without_last(line);
                CAPTURE(measure, filling.marks, end.text);
                CHECK(broken(line + end.text, static_cast<double>(measure))[0] == expected);
            }
        }
    }
}

TEST_CASE("formal text leaves the blanks of stops alone", "[push_in]") {
    const fake::Text text = fake::text(filled("。", 10) + "，" + han(6, 30));
    BreakOptions options;
    options.measure = options.first_measure = fake::em(10);
    options.em = fake::em(1);
    PlaceOptions places;
    places.measure = places.first_measure = options.measure;
    const auto points = measure_places(
        text.items, find_places(text.items, text.before, 0, text.items.size(), places));
    const auto first_end = [&] {
        return points[break_lines(points, options).front().to].place.item;
    };
    CHECK(first_end() == 11);
    options.formal = true;
    CHECK(first_end() == 9);
}

TEST_CASE("a narrow line is stretched by an em a boundary rather than a last one lonely",
          "[push_in]") {
    CHECK(broken("统国平台国", 4.7).back() == "台国");
    // A single boundary would have to give more.
    CHECK(broken("2021系统国", 4.4).back() == "国");
}
