#include "styles/values.hpp"

#include "styles/sizes.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;

TEST_CASE("lengths take the units of print and screen") {
    struct Case {
        const char* text;
        double points;  // at a font size of 10 pt
    };

    const Case cases[] = {{"10.5pt", 10.5}, {"18mm", 51.0236}, {"2cm", 56.6929}, {"1in", 72},
                          {"16px", 12},     {"1.5em", 15},     {"120%", 12},     {"0", 0},
                          {"-3pt", -3},     {" 4pt ", 4},      {".5em", 5},      {"+2pt", 2},
                          {"10", 10},       {"0.5", 0.5}};
    for (const Case& c : cases) {
        INFO(c.text);
        const Result<Length> length = parse_length(c.text);
        REQUIRE(length.ok());
        CHECK(length->at(Pt::of(10)).points() == Approx(c.points).epsilon(1e-4));
    }
}

TEST_CASE("what is no length is refused with a hint") {
    for (const char* text : {"", "pt", "1e5pt", "inf", "nanpt", "10 furlongs", "99999pt",
                             "1e999pt", "0x10pt", "--1pt"}) {
        INFO(text);
        const Result<Length> length = parse_length(text);
        REQUIRE_FALSE(length.ok());
        CHECK_FALSE(length.error().hint.empty());
    }
}

TEST_CASE("a leading without unit is a multiple of the size") {
    CHECK(parse_leading("1.5")->at(Pt::of(10)) == Pt::of(15));
    CHECK(parse_leading("4.5")->at(Pt::of(10)) == Pt::of(45));
    CHECK(parse_leading("16")->at(Pt::of(10)) == Pt::of(16));
    CHECK(parse_leading("16pt")->at(Pt::of(10)) == Pt::of(16));
    CHECK_FALSE(parse_leading("wide").ok());
}

TEST_CASE("sides follow CSS") {
    struct Case {
        const char* text;
        double top, right, bottom, left;
    };

    const Case cases[] = {{"1pt", 1, 1, 1, 1},
                          {"1", 1, 1, 1, 1},
                          {"1pt 2pt", 1, 2, 1, 2},
                          {"1pt 2pt 3pt", 1, 2, 3, 2},
                          {"1pt 2pt 3pt 4pt", 1, 2, 3, 4}};
    for (const Case& c : cases) {
        INFO(c.text);
        const Result<Sides> sides = parse_sides(c.text);
        REQUIRE(sides.ok());
        CHECK(sides->top.absolute == Pt::of(c.top));
        CHECK(sides->right.absolute == Pt::of(c.right));
        CHECK(sides->bottom.absolute == Pt::of(c.bottom));
        CHECK(sides->left.absolute == Pt::of(c.left));
    }
    CHECK_FALSE(parse_sides("").ok());
    CHECK_FALSE(parse_sides("1pt 2pt 3pt 4pt 5pt").ok());
}

TEST_CASE("page sizes by name and by measure") {
    struct Case {
        const char* text;
        double width, height;  // mm
    };

    const Case cases[] = {{"A4", 210, 297},
                          {"a5 landscape", 210, 148},
                          {"Letter", 215.9, 279.4},
                          {"210mm x 297mm", 210, 297},
                          {"210mmx297mm", 210, 297},
                          {"21cm×29.7cm", 210, 297},
                          {"8.5in x 11in", 215.9, 279.4},
                          {"60x100mm", 60, 100},
                          {"144x288", 50.8, 101.6},
                          {"14400x300", 5080, 105.83333},
                          {"19200pxx100px", 5080, 26.458333}};
    for (const Case& c : cases) {
        INFO(c.text);
        const Result<Size> size = parse_page_size(c.text);
        REQUIRE(size.ok());
        CHECK(size->width.points() == Approx(c.width * 72 / 25.4));
        CHECK(size->height.points() == Approx(c.height * 72 / 25.4));
    }
    for (const char* text : {"", "A99", "1mm x 1mm", "6000mm x 10mm", "x", "1emx2em"})
        CHECK_FALSE(parse_page_size(text).ok());
    for (const char* text : {"14401x300", "20000x500", "1mm x 1mm", "-5x9"})
        CHECK(parse_page_size(text).error().message ==
              "'" + std::string(text) + "' is out of range");
}

TEST_CASE("colours are hexadecimal or named") {
    CHECK(parse_hex_color("#1f5fbf") == Color{0x1f, 0x5f, 0xbf});
    CHECK(parse_hex_color("#ABC") == Color{0xaa, 0xbb, 0xcc});
    CHECK_FALSE(parse_hex_color("#12345").has_value());
    CHECK_FALSE(parse_hex_color("#12345g").has_value());
    CHECK(std::get<std::string>(parse_color("accent", {})->value) == "accent");
    CHECK(std::holds_alternative<std::monostate>(parse_color("none", {})->value));
    CHECK_FALSE(parse_color("#12", {}).ok());
    CHECK_FALSE(parse_color("two words", {}).ok());
}

TEST_CASE("weights by name and number") {
    CHECK(*parse_weight("bold") == 700);
    CHECK(*parse_weight("350") == 350);
    CHECK_FALSE(parse_weight("1000").ok());
    CHECK_FALSE(parse_weight("heavy").ok());
}

TEST_CASE("percent escapes become characters unless that would do harm") {
    CHECK(decode_percent_escapes("a%20b%E4%B8%AD") == "a b中");
    for (const char* text : {"%00", "a%0Ab", "%FF", "%E4%B8", "100%", "%", "%zz"})
        CHECK(decode_percent_escapes(text) == text);
}
