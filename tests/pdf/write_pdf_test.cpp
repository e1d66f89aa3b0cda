#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf::test;

TEST_CASE("text comes back as it was written") {
    PdfCase c;
    c.han("求职意向：后端工程师");
    c.latin("Senior engineer, effective office 2019");
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "求职意向：后端工程师\nSenior engineer, effective office 2019");
}

TEST_CASE("fonts are embedded subsets with Unicode maps") {
    PdfCase c;
    c.han("张三");
    c.latin("Zhang San");
    const auto fonts = run_tool("pdffonts", "{}", c.write());
    if (!fonts.present) return;
    INFO(fonts.output);
    CHECK(contains(fonts.output, "+NotoSansCJKsc-Regular"));
    CHECK_FALSE(contains(fonts.output, "no  "));
    CHECK_FALSE(contains(fonts.output, " no "));
}

TEST_CASE("two texts on one glyph keep their own characters") {
    PdfCase c;
    c.han("用⽤用人⼈");
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "用⽤用人⼈");
}

TEST_CASE("a ligature of two dashes is two dashes") {
    PdfCase c;
    c.han("简历——张三");
    check_text(c.write(), "简历——张三");
}

TEST_CASE("squeezed marks in a row stay on their line") {
    PdfCase c;
    const std::size_t index = c.han("他说：“《论语》。”《“史记”》；");
    auto& glyphs = c.text_item(index).glyphs;
    for (const int opener : {3, 4, 9, 10})
        squeeze(glyphs[static_cast<std::size_t>(opener)], true);
    for (const int closer : {2, 7, 8, 13, 14}) {
        squeeze(glyphs[static_cast<std::size_t>(closer)], false);
    }
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "他说：“《论语》。”《“史记”》；");
}

TEST_CASE("the same input gives the same bytes") {
    const auto make = [] {
        PdfCase c;
        c.han("用⽤，一致。");
        c.latin("same bytes");
        return c.write();
    };
    CHECK(make() == make());
}

TEST_CASE("no pages make one empty page") {
    PdfCase c;
    c.laid_out = {};
    const std::string pdf = c.write();
    check_syntax(pdf);
    const auto info = run_tool("pdfinfo", "{}", pdf);
    if (info.present) CHECK(contains(info.output, "Pages:           1"));
}
