#include "layout/bidi.hpp"

#include <fstream>
#include <optional>
#include <sstream>

#include "layout/visual_order.hpp"
#include "tests/layout/fake_text.hpp"
#include "tests/layout/paragraph_fixture.hpp"

using namespace cvtex;
using namespace cvtex::layout;
using layout::test::ParagraphFixture;

namespace {

/// One line of the Unicode test: resolved levels and the order they are seen in, characters
/// that rule X9 removes left out.
struct OrderCase {
    std::vector<BidiLevel> levels;
    std::vector<std::uint32_t> order;
};

std::optional<OrderCase> read_case(const std::string& line) {
    if (line.empty() || line[0] == '#') return std::nullopt;
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, ';');) fields.push_back(field);
    OrderCase out;
    std::vector<std::uint32_t> place;  // of each character among those that are left
    std::istringstream levels(fields.at(3));
    for (std::string level; levels >> level;) {
        place.push_back(static_cast<std::uint32_t>(out.levels.size()));
        if (level != "x") out.levels.push_back(static_cast<BidiLevel>(std::stoi(level)));
    }
    std::istringstream order(fields.at(4));
    for (std::size_t index = 0; order >> index;) out.order.push_back(place.at(index));
    return out;
}

/// Levels of `text` as digits.
std::string levels_of(std::string_view text, std::string_view lang = "zh-CN") {
    ParagraphText paragraph = fake::paragraph(text, lang);
    paragraph.lang = lang;
    REQUIRE(resolve_directions(paragraph));
    std::string out;
    for (const BidiLevel level : paragraph.levels) out += std::to_string(level);
    return out;
}

/// What is seen on a line from left to right, brackets as typed.
std::string seen(const ParagraphFixture& fixture, const Line& line) {
    std::vector<std::pair<Pt, std::string>> glyphs;
    for (const Placed& placed : line.frame.items) {
        const auto* item = std::get_if<TextItem>(&placed.item);
        if (!item) continue;
        Pt x = placed.at.x;
        const std::string& text = fixture.out.text_blocks[item->block.index()].text;
        for (const Glyph& glyph : item->glyphs) {
            if (glyph.cluster_start) {
                glyphs.emplace_back(x, text.substr(glyph.begin, glyph.end - glyph.begin));
            }
            x += glyph.advance;
        }
    }
    std::stable_sort(glyphs.begin(), glyphs.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string out;
    for (const auto& [x, text] : glyphs) out += text;
    return out;
}

}  // namespace

TEST_CASE("lines are reordered as in the Unicode test file", "[bidi]") {
    std::ifstream file("/usr/share/unicode/BidiCharacterTest.txt");
    if (!file) {
        WARN("no Unicode data on this system");
        return;
    }
    std::size_t cases = 0;
    std::size_t failures = 0;
    for (std::string line; std::getline(file, line);) {
        const std::optional<OrderCase> wanted = read_case(line);
        if (!wanted) continue;
        ++cases;
        if (reorder(wanted->levels).items != wanted->order) ++failures;
    }
    CHECK(cases > 90000);
    CHECK(failures == 0);
}

TEST_CASE("glue stays between the items it parts", "[bidi]") {
    // a B C d with glues 0 (a|B), 1 (B|C) and 2 (C|d): seen as a C B d.
    const std::vector<BidiLevel> levels = {0, 1, 1, 0};
    const VisualOrder order = reorder(levels);
    CHECK(order.items == std::vector<std::uint32_t>{0, 2, 1, 3});
    CHECK(order.glues == std::vector<std::uint32_t>{0, 1, 2, 3});
}

TEST_CASE("directions are resolved only where right-to-left letters are", "[bidi]") {
    struct Case {
        const char *text, *lang, *levels;
    };

    const Case cases[] = {
        {"工程师 Ada（2024）", "zh-CN", ""},
        {"我叫דוד。", "zh-CN", "001110"},
        {"到דוד 12年", "zh-CN", "01111220"},    // W7, I2: numbers stay upright
        {"在（אב）中", "zh-CN", "001100"},      // N0: brackets around it stay out
        {"见אב（גד）中", "zh-CN", "01111110"},  // N0 c: the name is before them
        {"דוד是工程师", "zh-CN", "1110000"},    // a name does not turn it around
        {"דוד is an engineer", "en", "111000000000000000"},
        {"שלום עולם, ok.", "zh-CN", "11111111111221"},  // most of it is Hebrew
        {"محمد works at Example", "ar", "111112222222222222222"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(levels_of(c.text, c.lang) == c.levels);
    }
}

TEST_CASE("a right-to-left name is seen in its order", "[bidi]") {
    ParagraphFixture fixture;
    const LineSet set = fixture.set("我叫אברהם בן，今年12岁。", 40);
    CHECK(seen(fixture, set.lines.at(0)) == "我叫ןב םהרבא，今年12岁。");
    CHECK(fixture.diagnostics.all().empty());
    // Words come in reading order, the letters of each from left to right.
    CHECK(fixture.text_of(set.lines.at(0)) == "我叫 םהרבאןב，今年12岁。");
}

TEST_CASE("right-to-left paragraphs begin at the right", "[bidi]") {
    ParagraphFixture fixture("he");
    for (const styles::Align align : {styles::Align::Start, styles::Align::Justify}) {
        styles::Paragraph paragraph =
            ParagraphFixture::paragraph({ParagraphFixture::run("שלום עולם")});
        paragraph.style.align = align;
        const LineSet set = fixture.set(paragraph, 20);
        CHECK(ParagraphFixture::right_edge(set.lines.at(0)) == Em::of(20).at(fixture.kSize));
    }
    styles::Paragraph ended = ParagraphFixture::paragraph({ParagraphFixture::run("שלום עולם")});
    ended.style.align = styles::Align::End;
    const LineSet set = fixture.set(ended, 20);
    Pt left = Em::of(20).at(fixture.kSize);
    for (const Placed& placed : set.lines.at(0).frame.items) left = std::min(left, placed.at.x);
    CHECK(left == Pt{});
}

TEST_CASE("full-width brackets in right-to-left text keep their ink in their box", "[bidi]") {
    ParagraphFixture fixture;
    // The squeezed blank of a mirrored ） is on its left: the outline moves there.
    const LineSet set = fixture.set("见אב（גד）中", 40);
    for (const TextItem* item : ParagraphFixture::texts(set.lines.at(0))) {
        const std::string& text = fixture.out.text_blocks[item->block.index()].text;
        for (const Glyph& glyph : item->glyphs) {
            if (text.substr(glyph.begin, glyph.end - glyph.begin) != "）") continue;
            CHECK(glyph.x_offset == glyph.width - glyph.nominal);
        }
    }
}
