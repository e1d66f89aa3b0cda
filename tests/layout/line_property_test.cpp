// Properties of lines set from random mixed text at many widths.

#include <random>

#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

constexpr int kRounds = 1200;

using Pieces = std::vector<std::string>;

// clang-format off
const Pieces kPieces = {
    "国", "用", "户", "数据", "平台", "的", "，", "。", "、", "；", "：", "！", "？", "（", "）",
    "《", "》", "“", "”", "‘", "’", "——", "……", "·", "～", "Go", "Kubernetes", "C++", "v1.2.3",
    "40%", " ", "10", "2021.07", "TCP/IP", "https://a.example/b/c?d=e", "don’t", "-", "(", ")",
    "「", "」", "open-source", "\n", "！！", "。”（", "①", "🌱", "10 GB", "Node.js", "/", "　",
    "docker-compose.yml", "甲/乙", "￥5", "5㎡", "#项目", "@张三", "a_b_c", "〔", "〕"};
const Pieces kTaiwanese = {
    "國", "用", "戶", "資料", "的", "，", "。", "、", "；", "：", "！", "？", "（", "）", "「", "」",
    "『", "』", "《", "》", "——", "……", "‧", "～", "Go", "Kubernetes", "40%", " ", "10 GB", "\n"};
const Pieces kJapanese = {
    "国", "の", "データ", "っ", "ゃ", "ー", "々", "、", "。", "，", "．", "：", "！", "？", "（", "）",
    "「", "」", "『", "』", "・", "……", "——", "〜", "Go", " ", "C++", "40%", "Kubernetes", "\n"};

// clang-format on

struct Language {
    const char* lang;
    const Pieces& pieces;
};

const Language kLanguages[] = {
    {"zh-CN", kPieces}, {"zh-TW", kTaiwanese}, {"zh-HK", kTaiwanese}, {"ja", kJapanese}};

std::string random_text(std::mt19937& random, std::size_t pieces,
                        const Pieces& from = kPieces) {
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) out += from[random() % from.size()];
    return out;
}

constexpr std::u32string_view kNeverStarts =
    U"，。、；：！？）》」』〕～〜·‧・…,.!?)．々っゃー";
constexpr std::u32string_view kNeverEnds = U"（《「『〔(￥";

const Character& character_of(const fake::Text& text, const SetItem& set) {
    return text.paragraph.characters[text.origin[set.item]];
}

bool is_space(const Character& c) {
    return c.cls == CharClass::Space || c.cls == CharClass::IdeographicSpace;
}

/// Whether the line had no choice: some piece of it alone is wider than the measure.
bool is_forced(const fake::Text& text, double measure) {
    PlaceOptions options;
    options.measure = options.first_measure = fake::em(1e6);
    options.second_pass = true;
    const auto points = measure_places(
        text.items, find_places(text.items, text.before, 0, text.items.size(), options));
    for (std::size_t i = 1; i < points.size(); ++i) {
        if ((points[i].end - points[i - 1].start).width > fake::em(measure)) return true;
    }
    return false;
}

void check_line(const fake::Text& text, const SetLine& line, bool last, double measure,
                bool forced) {
    REQUIRE_FALSE(line.items.empty());
    Pt end;
    for (const SetItem& set : line.items) {
        CHECK(set.x == end);
        CHECK(set.width >= Pt{});
        CHECK(set.after >= Pt{});
        end = set.x + set.width + set.after;
        if (character_of(text, set).fate == Fate::Gap && !(&set == &line.items.back())) {
            CHECK(set.after >= fake::em(0.125));
        }
    }
    CHECK(end == line.width);
    CHECK(line.width <= fake::em(measure) + line.overfull);
    if (forced) return;
    CHECK(line.overfull == Pt{});
    bool glue = false;
    for (const SetItem& set : line.items) {
        glue |= text.items[set.item].after.kind != GlueKind::None && &set != &line.items.back();
    }
    if (!last && glue) CHECK(line.width == fake::em(measure));
    const char32_t first = character_of(text, line.items.front()).code;
    const char32_t final = character_of(text, line.items.back()).code;
    const bool starts =
        line.items.front().item == 0 || kNeverStarts.find(first) == std::u32string_view::npos;
    CAPTURE(to_utf8(first), to_utf8(final));
    CHECK(starts);
    CHECK((last || kNeverEnds.find(final) == std::u32string_view::npos));
}

}  // namespace

TEST_CASE("random text is set by the rules at every width", "[line_property]") {
    std::mt19937 random(20240511);
    for (int round = 0; round < kRounds; ++round) {
        const Language& language = kLanguages[random() % std::size(kLanguages)];
        const std::string source = random_text(random, 5 + random() % 120, language.pieces);
        const double measure = 4 + static_cast<double>(random() % 560) / 10;
        CAPTURE(round, language.lang, source, measure);
        const fake::Text text = fake::text(source, {}, language.lang);
        if (text.items.empty()) continue;
        const std::vector<SetLine> lines = fake::set_lines(text, measure);
        const bool forced = is_forced(text, measure);
        std::string seen;
        for (const SetLine& line : lines) {
            check_line(text, line, &line == &lines.back(), measure, forced);
            for (const SetItem& set : line.items) {
                const Character& c = character_of(text, set);
                if (!is_space(c)) append_utf8(seen, c.code);
            }
        }
        std::string expected;
        for (const Character& c : text.paragraph.characters) {
            if (!is_space(c) && c.fate != Fate::Dropped) append_utf8(expected, c.code);
        }
        CHECK(seen == expected);
    }
}

TEST_CASE("the lines of a text do not depend on earlier ones", "[line_property]") {
    std::mt19937 random(7);
    const std::string source = random_text(random, 200);
    const fake::Text text = fake::text(source);
    const auto first = fake::set_lines(text, 23);
    const auto second = fake::set_lines(text, 23);
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].width == second[i].width);
}

namespace {

/// Each line as long as can be: as it is, or squeezed.
std::vector<BrokenLine> first_fit(std::span<const BreakPoint> points, Pt measure,
                                  bool squeezed) {
    std::vector<BrokenLine> lines;
    for (std::uint32_t i = 0; i + 1 < points.size();) {
        std::uint32_t j = i + 1;
        const auto fits = [&](std::uint32_t to) {
            const Sums sums = points[to].end - points[i].start;
            return sums.width - (squeezed ? sums.total_shrink() : Pt{}) <= measure;
        };
        while (j + 1 < points.size() && fits(j + 1)) ++j;
        lines.push_back({i, j, false, false});
        i = j;
    }
    return lines;
}

}  // namespace

TEST_CASE("the best lines never cost more than those of first fit", "[line_property]") {
    std::mt19937 random(20260103);
    std::size_t compared = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string source = random_text(random, 5 + random() % 150);
        const double measure = 4 + static_cast<double>(random() % 560) / 10;
        const fake::Text text = fake::text(source);
        if (text.items.empty()) continue;
        PlaceOptions places;
        BreakOptions options;
        options.measure = options.first_measure = fake::em(measure);
        places.measure = places.first_measure = options.measure;
        options.em = fake::em(1);
        const auto points = measure_places(
            text.items, find_places(text.items, text.before, 0, text.items.size(), places));
        const double best = cost_of(points, break_lines(points, options), options);
        for (const bool squeezed : {false, true}) {
            const double first =
                cost_of(points, first_fit(points, options.measure, squeezed), options);
            CAPTURE(round, source, measure, squeezed);
            if (first < 1e12) ++compared;
            CHECK(best <= first);
        }
    }
    CHECK(compared > 300);
}
