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
    CHECK(css_of("flex:1").grow);
    CHECK_FALSE(css_of("flex:none").grow);
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

TEST_CASE("presentational attributes, and CSS before them") {
    const Css css = read_css(
        {{"align", "center", {}}, {"width", "200", {}}, {"style", "text-align:right", {}}});
    CHECK(css.align == Align::End);
    CHECK(css.width.length->absolute == Pt::of(150));
}
