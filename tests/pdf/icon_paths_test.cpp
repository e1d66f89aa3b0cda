#include "pdf/icon_paths.hpp"

#include <sstream>

#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::pdf::test;

TEST_CASE("every icon is a drawing within its grid") {
    for (std::size_t i = 0; i < styles::kIconCount; ++i) {
        const auto icon = static_cast<styles::Icon>(i);
        INFO(styles::name_of(icon));
        std::istringstream operators(icon_operators(icon));
        bool painted = false, path = false;
        std::vector<double> numbers;
        for (std::string word; operators >> word;) {
            const bool number = word.find_first_not_of("0123456789.") == std::string::npos;
            if (number) {
                numbers.push_back(std::stod(word));
                continue;
            }
            const std::size_t wanted = word == "m" || word == "l" ? 2 : word == "c" ? 6 : 0;
            CHECK(numbers.size() == wanted);
            for (const double value : numbers) {
                CHECK(value >= 1.9);
                CHECK(value <= 22.1);
            }
            if (word == "S" || word == "f") {
                CHECK(path);
                painted = true;
                path = false;
            } else {
                path = true;
            }
            numbers.clear();
        }
        CHECK(painted);
        CHECK_FALSE(path);  // nothing left unpainted
    }
}

TEST_CASE("icons are artifacts that no parser reads") {
    PdfCase c;
    c.items().push_back(
        {{20_pt, 20_pt}, {}, layout::IconItem{styles::Icon::Phone, {9_pt, 9_pt}, {0, 0, 0}}});
    c.latin("138");
    const std::string plain = c.write(false);
    const std::size_t drawn = plain.find("1 J 1 j");
    REQUIRE(drawn != std::string::npos);
    // Nothing tagged is open where it is drawn.
    const std::string before = plain.substr(0, drawn);
    REQUIRE(before.rfind("/Artifact") != std::string::npos);
    CHECK_FALSE(contains(before.substr(before.rfind("/Artifact")), "/MCID"));
    check_text(plain, "138");
    check_syntax(plain);
}

TEST_CASE("names of icons") {
    for (std::size_t i = 0; i < styles::kIconCount; ++i) {
        const auto icon = static_cast<styles::Icon>(i);
        CHECK(styles::find_icon(styles::name_of(icon)) == icon);
    }
    CHECK(styles::find_icon("email") == styles::Icon::Mail);
    CHECK(styles::find_icon("city") == styles::Icon::Location);
    CHECK_FALSE(styles::find_icon("rocket"));
}
