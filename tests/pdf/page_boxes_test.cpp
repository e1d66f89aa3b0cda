#include "pdf/page_boxes.hpp"

#include "pdf/print_color.hpp"
#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::pdf::test;

TEST_CASE("the page's boxes nest") {
    const Size size{300_pt, 400_pt};
    CHECK(page_boxes(size, {}).media == "[0 0 300 400]");
    CHECK(page_boxes(size, {}).trim == "[0 0 300 400]");
    const PageBoxes bled = page_boxes(size, {9_pt, false, {}});
    CHECK(bled.media == "[-9 -9 309 409]");
    CHECK(bled.bleed == bled.media);
    CHECK(bled.trim == "[0 0 300 400]");
    const PageBoxes marked = page_boxes(size, {9_pt, true, {}});
    CHECK(marked.bleed == "[-9 -9 309 409]");
    CHECK(marked.media.starts_with("[-28.8"));
}

TEST_CASE("crop marks stay out of the bleed") {
    const Size size{300_pt, 400_pt};
    const std::vector<CropMark> marks = crop_marks(size, 9_pt);
    CHECK(marks.size() == 8);
    for (const CropMark& mark : marks) {
        for (const Point end : {mark.from, mark.to}) {
            const bool outside =
                end.x <= -9_pt || end.x >= 309_pt || end.y <= -9_pt || end.y >= 409_pt;
            CHECK(outside);
        }
        CHECK((mark.from.x == mark.to.x || mark.from.y == mark.to.y));
    }
}

TEST_CASE("what touches the edge goes on into the bleed") {
    const Size page{300_pt, 400_pt};
    CHECK(into_bleed({{0_pt, 0_pt}, {100_pt, 400_pt}}, page, 9_pt) ==
          Rect{{-9_pt, -9_pt}, {109_pt, 418_pt}});
    const Rect inner{{20_pt, 20_pt}, {100_pt, 10_pt}};
    CHECK(into_bleed(inner, page, 9_pt) == inner);
    CHECK(into_bleed({{0_pt, 0_pt}, {300_pt, 5_pt}}, page, {}) ==
          Rect{{0_pt, 0_pt}, {300_pt, 5_pt}});
}

TEST_CASE("inks and greys of colours") {
    using Inks = std::array<std::uint8_t, 4>;
    CHECK(inks_of({0, 0, 0}) == Inks{0, 0, 0, 255});
    CHECK(inks_of({255, 255, 255}) == Inks{0, 0, 0, 0});
    CHECK(inks_of({0x55, 0x55, 0x55}) == Inks{0, 0, 0, 170});
    CHECK(inks_of({255, 0, 0}) == Inks{0, 255, 255, 0});
    CHECK(inks_of({0, 82, 217}) == Inks{255, 159, 0, 38});
    CHECK(gray_of({255, 255, 255}) == 255);
    CHECK(gray_of({255, 0, 0}) == 76);
}

TEST_CASE("black text is black ink alone in CMYK, and PDF/A is not claimed") {
    PdfCase c;
    c.laid_out.print = {9_pt, true, styles::PrintColor::Cmyk};
    const std::size_t at = c.han("你好");
    c.text_item(at).color = {0, 0, 0};
    c.items().push_back({{0_pt, 0_pt}, {}, layout::RectItem{{300_pt, 20_pt}, {0, 82, 217}}});
    const std::string pdf = c.write(false);
    CHECK(contains(pdf, "0 0 0 1 k"));
    CHECK(contains(pdf, "1 0.624 0 0.149 k"));
    CHECK_FALSE(contains(pdf, " rg\n"));
    CHECK_FALSE(contains(pdf, " g\n"));
    CHECK_FALSE(contains(pdf, "pdfaid:part>"));
    CHECK_FALSE(contains(pdf, "OutputIntents"));
    CHECK(contains(pdf, "/BleedBox"));
    REQUIRE(c.diagnostics.all().size() == 1);
    CHECK(contains(c.diagnostics.all()[0].message, "CMYK"));
    check_syntax(pdf);
    check_text(pdf, "你好");
}

TEST_CASE("greys keep every standard") {
    PdfCase c;
    c.laid_out.print.color = styles::PrintColor::Gray;
    c.han("你好");
    c.items().push_back({{0_pt, 0_pt}, {}, layout::RectItem{{300_pt, 20_pt}, {0, 82, 217}}});
    const std::string pdf = c.write(false);
    CHECK_FALSE(contains(pdf, " rg\n"));
    CHECK(contains(pdf, "pdfaid:part>2"));
    CHECK(c.diagnostics.all().empty());
    CHECK(contains(pdf, "/TrimBox"));
    check_syntax(pdf);
}
