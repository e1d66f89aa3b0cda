#include "base/units.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::literals;

TEST_CASE("lengths are exact and convert by named operations only") {
    CHECK(10_pt + 2.5_pt == 12.5_pt);
    CHECK((25.4_mm).units() == (72_pt).units());
    CHECK((1.5_em).at(12_pt) == 18_pt);
    CHECK((FontUnits{500}).to_em(1000) == 0.5_em);
    CHECK((10_pt).scaled(1, 3) * 3 < 10_pt);
    CHECK(-(3_pt) < 0_pt);
}

TEST_CASE("lengths print without locale and without a negative zero") {
    CHECK(format_fixed(12.5_pt, 4) == "12.5000");
    CHECK(format_fixed(-(0.5_pt), 2) == "-0.50");
    CHECK(format_fixed(0.05_pt, 1) == "0.1");
    CHECK(format_fixed(1.999_pt, 2) == "2.00");
    CHECK(format_short(12.5_pt, 4) == "12.5");
    CHECK(format_short(12_pt, 4) == "12");
    CHECK(format_short(Pt::raw(-1), 3) == "0");
    CHECK(format_short(-(1.25_pt), 1) == "-1.3");
}
