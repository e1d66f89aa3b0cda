#include "pdf/content.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::literals;

namespace {

constexpr Color kBlack{};
constexpr Color kBlue{0, 0, 255};

}  // namespace

TEST_CASE("text is shown with gaps as adjustments that do not add up to a drift") {
    ContentWriter content(100_pt);
    // Three glyphs 500 wide at 10 pt; the second one 0.33 pt later than its neighbour's end.
    const std::array<ShownGlyph, 3> glyphs = {ShownGlyph{0, 0x41, 500, 0_pt, 0_pt},
                                              ShownGlyph{0, 0x42, 500, Pt::of(5.33), 0_pt},
                                              ShownGlyph{0, 0x43, 500, Pt::of(10.33), 0_pt}};
    content.show({{10_pt, 20_pt}, 10_pt, kBlack, false, glyphs});
    CHECK(content.finish() == "BT\n10 80 Td\n/F0 10 Tf\n[<0041>-33<00420043>]TJ\nET\n");
}

TEST_CASE("glyphs are bytes where nobody reads the stream, in strings that are not too long") {
    ContentWriter content(100_pt, styles::PrintColor::Rgb, CodeStrings::Compact);
    const std::array<ShownGlyph, 2> glyphs = {ShownGlyph{0, 0x0128, 500, 0_pt, 0_pt},
                                              ShownGlyph{0, 0x5C0D, 500, 5_pt, 0_pt}};
    content.show({{10_pt, 20_pt}, 10_pt, kBlack, false, glyphs});
    CHECK(content.finish() == "BT\n10 80 Td\n/F0 10 Tf\n[(\x01\\(\\\\\\r)]TJ\nET\n");

    ContentWriter longest(100_pt);
    const std::vector<ShownGlyph> many(20'000, ShownGlyph{0, 1, 0, 0_pt, 0_pt});
    longest.show({{10_pt, 20_pt}, 10_pt, kBlack, false, many});
    const std::string text = longest.finish();
    CHECK(std::count(text.begin(), text.end(), '<') == 2);
    CHECK(text.size() > 20'000 * 4);
}

TEST_CASE("a gap that most glyphs have is their character spacing") {
    ContentWriter content(100_pt);
    std::vector<ShownGlyph> glyphs;
    for (int i = 0; i < 8; ++i) {
        // 5.55 pt apart, a third of the em more behind the fourth.
        const Pt x = Pt::of(5.55 * i + (i > 3 ? 3.333 : 0));
        glyphs.push_back({0, static_cast<std::uint16_t>(i + 1), 500, x, 0_pt});
    }
    content.show({{10_pt, 20_pt}, 10_pt, kBlack, false, glyphs});
    glyphs.resize(2);
    glyphs[1].x = 5_pt;
    content.show({{10_pt, 40_pt}, 10_pt, kBlack, false, glyphs});
    CHECK(content.finish() ==
          "BT\n10 80 Td\n0.55 Tc\n/F0 10 Tf\n[<0001000200030004>-333<0005000600070008>]TJ\n"
          "0 -20 Td\n0 Tc\n[<00010002>]TJ\nET\n");
}

TEST_CASE("text goes on where the pen is, and elsewhere from the line's start") {
    struct Case {
        const char* what;
        Point origin;
        Pt size;
        std::string expected;
    };

    for (const Case& c : {
             Case{"behind the glyph", {15_pt, 20_pt}, 10_pt, "[<0001>]TJ\n"},
             Case{"a little farther", {16_pt, 20_pt}, 10_pt, "[-100<0001>]TJ\n"},
             Case{"far away on the line", {90_pt, 20_pt}, 10_pt, "80 0 Td\n[<0001>]TJ\n"},
             Case{"on the next line", {10_pt, 32_pt}, 10_pt, "0 -12 Td\n[<0001>]TJ\n"},
             Case{"in another size", {15_pt, 20_pt}, 8_pt, "5 0 Td\n/F0 8 Tf\n[<0001>]TJ\n"},
         }) {
        INFO(c.what);
        ContentWriter content(100_pt);
        const std::array<ShownGlyph, 1> glyph = {ShownGlyph{0, 1, 500, 0_pt, 0_pt}};
        content.show({{10_pt, 20_pt}, 10_pt, kBlack, false, glyph});
        content.show({c.origin, c.size, kBlack, false, glyph});
        CHECK(content.finish() ==
              "BT\n10 80 Td\n/F0 10 Tf\n[<0001>]TJ\n" + c.expected + "ET\n");
    }
}

TEST_CASE("fonts and rises change within a line without a new position") {
    ContentWriter content(100_pt);
    const std::array<ShownGlyph, 3> glyphs = {ShownGlyph{0, 1, 500, 0_pt, 0_pt},
                                              ShownGlyph{3, 2, 500, 5_pt, 0_pt},
                                              ShownGlyph{3, 4, 500, 10_pt, 2_pt}};
    content.show({{0_pt, 100_pt}, 10_pt, kBlue, false, glyphs});
    CHECK(content.finish() ==
          "BT\n0 0 1 rg\n0 0 Td\n/F0 10 Tf\n[<0001>]TJ\n/F3 10 Tf\n[<0002>]TJ\n"
          "2 Ts\n[<0004>]TJ\nET\n");
    CHECK(content.fonts() == std::set<std::uint32_t>{0, 3});
}

TEST_CASE("marked content and text objects nest") {
    ContentWriter content(100_pt);
    const std::array<ShownGlyph, 1> glyph = {ShownGlyph{0, 1, 500, 0_pt, 0_pt}};
    content.tagged("P", 0);
    content.show({{0_pt, 10_pt}, 10_pt, kBlack, false, glyph});
    content.artifact(Artifact::Layout);
    content.fill_rect({{1_pt, 2_pt}, {3_pt, 4_pt}}, kBlack);
    content.artifact(Artifact::Layout);
    content.fill_rect({{1_pt, 2_pt}, {3_pt, 4_pt}}, kBlack);
    content.tagged("H1", 1);
    content.show({{0_pt, 10_pt}, 10_pt, kBlack, true, glyph});
    CHECK(content.finish() ==
          "/P <</MCID 0>> BDC\nBT\n0 90 Td\n/F0 10 Tf\n[<0001>]TJ\nET\nEMC\n"
          "/Artifact <</Type/Layout>> BDC\n1 94 3 4 re\nf\n1 94 3 4 re\nf\nEMC\n"
          "/H1 <</MCID 1>> BDC\nBT\n3 Tr\n0 90 Td\n[<0001>]TJ\nET\nEMC\n");
}

TEST_CASE("colours are grey where they can be, and set only when they change") {
    ContentWriter content(100_pt);
    const Rect rect{{0_pt, 0_pt}, {1_pt, 1_pt}};
    content.fill_rect(rect, kBlack);  // the initial colour
    content.fill_rect(rect, {51, 51, 51});
    content.fill_rect(rect, {51, 51, 51});
    content.fill_rect(rect, {255, 51, 0});
    CHECK(
        content.finish() ==
        "0 99 1 1 re\nf\n0.2 g\n0 99 1 1 re\nf\n0 99 1 1 re\nf\n1 0.2 0 rg\n0 99 1 1 re\nf\n");
}

TEST_CASE("pictures are placed by a matrix of their own") {
    ContentWriter content(100_pt);
    content.image(2, {30, 0, 0, 40, 5, 6.25});
    CHECK(content.finish() == "q\n30 0 0 40 5 6.25 cm\n/Im2 Do\nQ\n");
}

TEST_CASE("nothing is shown at no size") {
    ContentWriter content(100_pt);
    const std::array<ShownGlyph, 1> glyph = {ShownGlyph{0, 1, 500, 0_pt, 0_pt}};
    content.show({{0_pt, 0_pt}, 0_pt, kBlack, false, glyph});
    content.show({{0_pt, 0_pt}, -10_pt, kBlack, false, glyph});
    CHECK(content.finish().empty());
}
