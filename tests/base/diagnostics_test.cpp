#include "base/diagnostics.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;

TEST_CASE("diagnostics keep their order and are counted by severity") {
    Diagnostics diagnostics;
    diagnostics.warning("b", {}, "first");
    diagnostics.error("a", {}, "second", "do it");
    diagnostics.note("b", {}, "third");
    REQUIRE(diagnostics.all().size() == 3);
    CHECK(diagnostics.all()[1].message == "second");
    CHECK(diagnostics.all()[1].hint == "do it");
    CHECK(diagnostics.error_count() == 1);
    CHECK(diagnostics.warning_count() == 1);
    CHECK(diagnostics.count("b") == 2);
    CHECK(diagnostics.count("none") == 0);
}

TEST_CASE("a flood of one code is cut, the others still come through") {
    Diagnostics diagnostics;
    const std::size_t many = Diagnostics::kMaxPerCode + 7;
    for (std::size_t i = 0; i < many; ++i) diagnostics.error("flood", {}, "again");
    diagnostics.warning("rare", {}, "once");
    CHECK(diagnostics.all().size() == Diagnostics::kMaxPerCode + 1);
    CHECK(diagnostics.suppressed() == 7);
    CHECK(diagnostics.count("flood") == many);
    CHECK(diagnostics.error_count() == many);
}
