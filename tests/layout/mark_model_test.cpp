// TYPOGRAPHY §1, §3 and §6 stated a second time, plainly, and compared with the engine on
// random text of every region: what a run of marks measures, and in which order a line's levels
// are used.

#include <random>

#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

/// A mark's box in thousandths of an em.
struct Model {
    int lead = 0, body = 1000, trail = 0;
};

bool is_in(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

constexpr std::u32string_view kOpen = U"“‘（《〈「『【〔〖［｛〘〚〝｟";
constexpr std::u32string_view kClose = U"”’）》〉」』】〕〗］｝〙〛〞〟｠";
constexpr std::u32string_view kPause = U"，、；：";
constexpr std::u32string_view kStop = U"。．";
constexpr std::u32string_view kExclaim = U"！？";
constexpr std::u32string_view kMiddle = U"·・‧";

/// The columns of §1's table.
Model model_of(char32_t c, Region region) {
    const bool centred = region == Region::TC || region == Region::HK;
    if (is_in(c, kOpen)) return {500, 500, 0};
    if (is_in(c, kClose)) return {0, 500, 500};
    if (is_in(c, kPause) || is_in(c, kStop)) {
        const bool colon = region == Region::JP && is_in(c, U"：；");
        return centred || colon ? Model{250, 500, 250} : Model{0, 500, 500};
    }
    if (is_in(c, kExclaim)) return region == Region::SC ? Model{0, 500, 500} : Model{};
    if (is_in(c, kMiddle)) {
        if (region == Region::SC) return {0, 500, 0};
        return region == Region::JP ? Model{250, 500, 250} : Model{};
    }
    return {};
}

/// A mark in the corner, whose blank is behind it.
bool is_cornered(const Model& m) {
    return m.lead == 0 && m.trail == 500;
}

/// GB 5.1.2: each two of ！？ share an em.
void join_exclamations(std::u32string_view text, std::vector<Model>& boxes) {
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_in(text[end], kExclaim)) ++end;
        for (std::size_t k = i; k + 1 < end; ++k) boxes[k].trail = 0;
        if (end - i > 1 && (end - i) % 2 == 0) boxes[end - 1].trail = 0;
        i = std::max(end, i + 1);
    }
}

/// The table of §3, pair by pair.
int model_width(std::u32string_view text, Region region) {
    std::vector<Model> boxes;
    for (const char32_t c : text) boxes.push_back(model_of(c, region));
    if (region == Region::SC) join_exclamations(text, boxes);
    for (std::size_t i = 1; i < text.size(); ++i) {
        Model& left = boxes[i - 1];
        Model& right = boxes[i];
        if (is_in(text[i], kOpen)) {
            const bool whole_middle = is_in(text[i - 1], kMiddle) && region != Region::SC;
            const bool blank = left.trail > 0;
            if (is_in(text[i - 1], kOpen) || whole_middle || blank) right.lead = 0;
        } else if (is_cornered(left) && !is_in(text[i - 1], kOpen)) {
            const bool whole = is_in(text[i], kExclaim) && region != Region::SC;
            const bool mark = is_in(text[i], kClose) || is_in(text[i], kPause) ||
                              is_in(text[i], kStop) || is_in(text[i], kExclaim) ||
                              is_in(text[i], kMiddle);
            if (mark && !whole) left.trail = 0;
        }
    }
    int width = 0;
    for (const Model& m : boxes) width += m.lead + m.body + m.trail;
    return width;
}

struct Language {
    const char* lang;
    Region region;
    std::u32string_view alphabet;
};

const Language kLanguages[] = {
    {"zh-CN", Region::SC, U"“”‘’（）《》〈〉「」『』【】〔〕〖〗［］｛｝，、；：。．！？·国文"},
    {"zh-TW", Region::TC, U"（）《》〈〉「」『』【】〔〕［］，、；：。．！？‧·國文"},
    {"zh-HK", Region::HK, U"（）《》〈〉「」『』【】〔〕［］，、；：。．！？‧·國文"},
    {"ja", Region::JP, U"（）《》〈〉「」『』【】〔〕［］，、；：。．！？・国かな"},
};

}  // namespace

TEST_CASE("runs of marks measure what the tables say", "[mark_model]") {
    std::mt19937 random(15834);
    for (const Language& language : kLanguages) {
        for (int round = 0; round < 1500; ++round) {
            std::u32string text = U"国";
            for (std::size_t n = 1 + random() % 6; n > 0; --n) {
                text += language.alphabet[random() % language.alphabet.size()];
            }
            text += U"国";
            CAPTURE(language.lang, to_utf8(text));
            CHECK(fake::width_of(to_utf8(text), {}, language.lang) ==
                  model_width(text, language.region));
        }
    }
}

namespace {

/// What a line's items gave at each level, and could have given; and how its glue stretched.
struct Use {
    std::array<std::int64_t, kShrinkLevels> taken = {}, offered = {};
    std::vector<std::int64_t> han;  ///< what Han boundaries grew by
    bool short_space = false;       ///< some word space or gap is not at its most
};

void count_blanks(const Item& item, const SetItem& set, bool first, bool last, Use& use) {
    const Pt lead = first && item.trims_start ? Pt{} : item.lead;
    const Pt trail = last && item.trims_end ? Pt{} : item.trail;
    const ShrinkLevel level =
        item.lead_level == ShrinkLevel::None ? item.trail_level : item.lead_level;
    if (level == ShrinkLevel::None) return;
    const auto k = static_cast<std::size_t>(level);
    const Pt offered = (item.lead_level == ShrinkLevel::None ? Pt{} : lead) +
                       (item.trail_level == ShrinkLevel::None ? Pt{} : trail);
    use.offered[k] += offered.units();
    use.taken[k] += (lead + item.body + trail - set.width).units();
}

void count_glue(const Glue& glue, Pt after, Use& use) {
    if (glue.kind == GlueKind::Han) use.han.push_back((after - glue.natural).units());
    if (glue.kind != GlueKind::WordSpace && glue.kind != GlueKind::Gap) return;
    const auto k = static_cast<std::size_t>(
        glue.kind == GlueKind::Gap ? ShrinkLevel::Gap : ShrinkLevel::WordSpace);
    use.offered[k] += glue.shrink.units();
    use.taken[k] += std::max<std::int64_t>(0, (glue.natural - after).units());
    use.short_space |= after + fake::em(0.002) < glue.natural + glue.stretch;
}

Use use_of(const fake::Text& text, const SetLine& line) {
    Use use;
    for (const SetItem& set : line.items) {
        const bool first = &set == &line.items.front();
        const bool last = &set == &line.items.back();
        const Item& item = text.items[set.item];
        count_blanks(item, set, first, last, use);
        if (!last) count_glue(item.after, set.after, use);
    }
    return use;
}

const std::u32string_view kWords[] = {U"国", U"系统", U"我们", U"的",     U"，",
                                      U"、", U"。",   U"！",   U"（国）", U"「文」",
                                      U"：", U"Go",   U" Go ", U"40%",    U"——"};

}  // namespace

TEST_CASE("a level is used when those before it are used up, and evenly", "[mark_model]") {
    std::mt19937 random(353);
    std::size_t squeezed = 0, stretched = 0;
    for (int round = 0; round < 600; ++round) {
        const Language& language = kLanguages[random() % std::size(kLanguages)];
        std::u32string source = U"国";
        for (std::size_t n = 20 + random() % 120; n > 0; --n) {
            source += kWords[random() % std::size(kWords)];
        }
        const double measure = 10 + static_cast<double>(random() % 400) / 10;
        CAPTURE(language.lang, to_utf8(source), measure);
        const fake::Text text = fake::text(to_utf8(source), {}, language.lang);
        for (const SetLine& line : fake::set_lines(text, measure)) {
            const Use use = use_of(text, line);
            std::size_t used = 0;  // one above the highest level in use
            for (std::size_t k = 0; k < kShrinkLevels; ++k) {
                CHECK(use.taken[k] >= 0);
                CHECK(use.taken[k] <= use.offered[k]);
                if (use.taken[k] > 0) used = k + 1;
            }
            for (std::size_t k = 0; k + 1 < used; ++k) CHECK(use.taken[k] == use.offered[k]);
            const auto [least, most] = std::minmax_element(use.han.begin(), use.han.end());
            if (use.han.empty()) continue;
            CHECK(*least >= 0);
            CHECK(*most - *least <= 2);
            if (*most > 2) CHECK((used == 0 && !use.short_space));
            squeezed += used > 0 ? 1 : 0;
            stretched += *most > 2 ? 1 : 0;
        }
    }
    CHECK(squeezed > 100);
    CHECK(stretched > 100);
}
