#include "base/suggest.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace cvtex;

TEST_CASE("the nearest candidate is suggested") {
    const std::vector<std::string> keys = {"margin", "page-size", "font", "字体", "color"};
    CHECK(closest_match("margn", keys) == "margin");
    CHECK(closest_match("maring", keys) == "margin");
    CHECK(closest_match("Page-Size", keys) == "page-size");
    CHECK(closest_match("pagesize", keys) == "page-size");
    CHECK(closest_match("fnot", keys) == "font");
    CHECK(closest_match("colour", keys) == "color");
    CHECK(closest_match("字休", keys) == "字体");
    CHECK(closest_match("xyz", keys) == std::nullopt);
    CHECK(closest_match("", keys) == std::nullopt);
    CHECK(closest_match(std::string(1000000, 'm'), keys) == std::nullopt);
}

TEST_CASE("the first of equally near candidates wins") {
    const std::vector<std::string_view> keys = {"bat", "cat"};
    CHECK(closest_match("rat", keys) == "bat");
}
