#include "pdf/font_objects.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex::pdf;

TEST_CASE("widths are grouped by consecutive codes and leave out the default") {
    CHECK(widths_array({}, 1000) == "[]");
    CHECK(widths_array({{1, 1000}, {2, 1000}}, 1000) == "[]");
    CHECK(widths_array({{3, 500}, {4, 278.32}, {5, 1000}, {6, 500}, {9, 1}}, 1000) ==
          "[3[500 278.32] 6[500] 9[1]]");
    CHECK(widths_array({{65534, 1}, {65535, 2}}, 0) == "[65534[1 2]]");
}

TEST_CASE("font names are safe in every reader") {
    CHECK(clean_font_name("NotoSansCJKsc-Regular") == "NotoSansCJKsc-Regular");
    CHECK(clean_font_name("思源 (Bold)/x") == "Boldx");
    CHECK(clean_font_name("") == "Font");
    CHECK(clean_font_name(std::string(500, 'a')).size() == 80);
}
