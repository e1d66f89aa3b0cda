// Breaking of paragraphs from 200 to 1 000 000 characters into lines of 45 em: time a character
// must not grow with the length (TYPOGRAPHY §9: 0.4–1.0 µs). Boxes are made up, no font is
// asked: Han with a mark now and then, words of five letters with spaces.

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include "layout/line_breaker.hpp"

namespace {

using namespace cvtex;
using namespace cvtex::layout;

constexpr Pt kEm = Pt::of(10);

struct Text {
    std::vector<Item> items;
    std::vector<BreakOpportunity> before;
};

void add_han(Text& text) {
    Item item;
    item.body = kEm;
    item.letter = true;
    item.after = {GlueKind::Han, {}, {}, {}};
    text.items.push_back(item);
    text.before.push_back({BreakOpportunity::Kind::Allowed, false, 0});
}

void add_pause(Text& text) {
    Item item;
    item.body = item.trail = kEm / 2;
    item.trail_level = ShrinkLevel::Pause;
    item.trims_end = item.closing = true;
    item.after = {GlueKind::Han, {}, {}, {}};
    text.items.push_back(item);
    text.before.push_back({});
}

void add_word(Text& text) {
    for (int i = 0; i < 5; ++i) {
        Item letter;
        letter.body = kEm / 2;
        letter.letter = true;
        text.items.push_back(letter);
        text.before.push_back({});
    }
    text.before[text.before.size() - 5].kind = BreakOpportunity::Kind::Allowed;
    Item space;
    space.space = true;
    space.after = {GlueKind::WordSpace, kEm / 4, kEm / 20, kEm / 4};
    text.items.push_back(space);
    text.before.push_back({});
}

Text make_text(std::size_t length) {
    Text text;
    std::mt19937 random(1);
    while (text.items.size() < length) {
        const auto die = random() % 12;
        if (die == 0 && !text.items.empty() && !text.items.back().closing) {
            add_pause(text);
        } else if (die == 1) {
            add_word(text);
        } else {
            add_han(text);
        }
    }
    text.before.push_back({BreakOpportunity::Kind::Mandatory, false, 0});
    return text;
}

void break_paragraph(benchmark::State& state) {
    const Text text = make_text(static_cast<std::size_t>(state.range(0)));
    BreakOptions options;
    options.measure = options.first_measure = kEm * 45;
    options.em = kEm;
    PlaceOptions places;
    places.measure = places.first_measure = options.measure;
    for (auto _ : state) {
        const std::vector<BreakPoint> points = measure_places(
            text.items, find_places(text.items, text.before, 0, text.items.size(), places));
        benchmark::DoNotOptimize(break_lines(points, options));
    }
    // Printed as seconds of one character: "380n" is 0.38 µs.
    state.counters["a_character"] = benchmark::Counter(
        static_cast<double>(text.items.size()),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK(break_paragraph)
    ->Arg(200)
    ->Arg(2000)
    ->Arg(20000)
    ->Arg(200000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
