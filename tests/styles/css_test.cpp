#include "styles/css.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;

namespace {

Css css_of(const std::string& style) {
    return read_css({{"style", style, {}}});
}

}  // namespace

TEST_CASE("CSS colours") {
    CHECK(parse_css_color("#F00") == Color{255, 0, 0});
    CHECK(parse_css_color("Red") == Color{255, 0, 0});
    CHECK(parse_css_color("rgb(1, 2, 300)") == Color{1, 2, 255});
    CHECK(parse_css_color("rgba(10% 20% 30% / .5)") == Color{26, 51, 77});
    for (const char* text : {"", "inherit", "rgb(", "rgb(1,2)", "url(x)", "#12345"})
        CHECK_FALSE(parse_css_color(text).has_value());
}

TEST_CASE("text properties of a style attribute") {
    const Css css = css_of(
        "COLOR: #00f; font-size: 120%; font-weight:bold !important; text-align: right;"
        "text-decoration: underline; unknown: 1; ; broken");
    CHECK(css.color == Color{0, 0, 255});
    CHECK(css.font_size->em == Em::of(1.2));
    CHECK(css.weight == 700);
    CHECK(css.align == Align::End);
    CHECK(css.underline == true);
}

TEST_CASE("flex, float and page breaks") {
    CHECK(css_of("display:flex;justify-content:space-between;gap:8px 1em").flex);
    CHECK(css_of("justify-content:space-between").distribute == Distribute::SpaceBetween);
    CHECK(css_of("gap:8px 1em").gap->em == Em::of(1));
    CHECK(css_of("flex:1").grow == Em::of(1));
    CHECK(css_of("flex:2 1 0").grow == Em::of(2));
    CHECK(css_of("flex:0 0 25%").grow == Em{});
    CHECK(css_of("flex:0 0 25%").width.fraction == Em::of(0.25));
    CHECK(css_of("flex:30px").width.length == Length{Pt::of(22.5), {}});
    CHECK(css_of("flex:30px").grow == Em::of(1));
    CHECK(css_of("flex:none").grow == Em{});
    CHECK(css_of("width:20%").width.fraction == Em::of(0.2));
    CHECK(css_of("width:100px").width.length->absolute == Pt::of(75));
    CHECK(css_of("float:right").floats);
    CHECK(css_of("page-break-after: always").break_after);
    CHECK(css_of("break-inside: avoid-page").keep_together);
    CHECK(css_of("display:none").hidden);
}

TEST_CASE("nonsense values are ignored") {
    const Css css =
        css_of("font-size:-3pt;width:-1%;letter-spacing:900em;font-weight:0;gap:-1px");
    CHECK_FALSE(css.font_size.has_value());
    CHECK_FALSE(css.width.fraction.has_value());
    CHECK_FALSE(css.letter_spacing.has_value());
    CHECK_FALSE(css.weight.has_value());
    CHECK_FALSE(css.gap.has_value());
}

TEST_CASE("every colour of CSS is known") {
    struct Case {
        const char* text;
        Color color;
    };

    for (const Case& c :
         {Case{"rebeccapurple", {102, 51, 153}}, Case{"DarkSlateGrey", {47, 79, 79}},
          Case{"aliceblue", {240, 248, 255}}, Case{"yellowgreen", {154, 205, 50}},
          Case{"#0052d9ff", {0, 82, 217}}, Case{"#05dF", {0, 85, 221}},
          Case{"hsl(0, 100%, 50%)", {255, 0, 0}}, Case{"hsl(120deg 100% 25%)", {0, 128, 0}},
          Case{"hsla(-120, 100%, 50%, .5)", {0, 0, 255}},
          Case{"hsl(210, 0%, 50%)", {128, 128, 128}}}) {
        CAPTURE(c.text);
        CHECK(parse_css_color(c.text) == c.color);
    }
    for (const char* text : {"reds", "hsl(1, 2)", "hsl", "#12345", "url(x)"})
        CHECK_FALSE(parse_css_color(text).has_value());
}

TEST_CASE("margins and padding are read in every unit and shorthand") {
    const Css four = css_of("margin:1pt 2mm 3em 4px;padding:10px 1em");
    CHECK(four.margin.top->absolute == Pt::of(1));
    CHECK(four.margin.right->absolute == parse_length("2mm")->absolute);
    CHECK(four.margin.bottom->em == Em::of(3));
    CHECK(four.margin.left->absolute == Pt::of(3));
    CHECK(four.padding.top->absolute == Pt::of(7.5));
    CHECK(four.padding.bottom->absolute == Pt::of(7.5));
    CHECK(four.padding.left->em == Em::of(1));
    const Css sides = css_of("margin-top:0;margin-inline-start:2rem;padding-bottom:3pt");
    CHECK(sides.margin.top->absolute == Pt{});
    CHECK(sides.margin.left->em == Em::of(2));
    CHECK_FALSE(sides.margin.right.has_value());
    CHECK(sides.padding.bottom->absolute == Pt::of(3));
    const Css wrong = css_of(
        "margin:-5px 3%;padding:9999px;padding-left:calc(1px);padding-right:1e30px;"
        "margin-top:x");
    CHECK_FALSE(wrong.margin.top.has_value());
    CHECK_FALSE(wrong.margin.left.has_value());
    REQUIRE(wrong.padding.top.has_value());
    CHECK(wrong.padding.top->absolute == Pt::of(300));
    CHECK_FALSE(wrong.padding.left.has_value());
    CHECK_FALSE(wrong.padding.right.has_value());
}

TEST_CASE("margins that take all the room move the element") {
    CHECK(css_of("margin-left:auto").floats);
    CHECK_FALSE(css_of("margin:0 auto").floats);
    CHECK(css_of("margin:0 auto").centered);
    CHECK(css_of("margin-left:auto;margin-right:auto").centered);
    CHECK(css_of("margin:0 0 0 auto").floats);
}

TEST_CASE("a stacked flex box is no row") {
    CHECK_FALSE(css_of("display:flex;flex-direction:column").flex);
    CHECK(css_of("flex-direction:row;display:flex").flex);
}

TEST_CASE("languages are tags or nothing") {
    CHECK(language_of({{"lang", "ja", {}}}) == "ja");
    CHECK(language_of({{"lang", " zh_Hant_HK ", {}}}) == "zh-Hant-HK");
    for (const char* bad : {"", "日本語", "ja-", "-ja", "a b", "ja--jp", "123", "abcdefghi"}) {
        CAPTURE(bad);
        CHECK(language_of({{"lang", bad, {}}}).empty());
    }
}

TEST_CASE("presentational attributes, and CSS before them") {
    const Css css = read_css(
        {{"align", "center", {}}, {"width", "200", {}}, {"style", "text-align:right", {}}});
    CHECK(css.align == Align::End);
    CHECK(css.width.length->absolute == Pt::of(150));
}
