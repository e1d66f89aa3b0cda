#include <thread>

#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf::test;

TEST_CASE("emoji are pictures with their text behind them") {
    PdfCase c;
    c.han("上线🚀国旗🇨🇳键1️⃣完");
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "上线🚀国旗🇨🇳键1️⃣完");
    const auto images = run_tool("pdfimages", "-list {}", pdf);
    if (images.present) CHECK(contains(images.output, "smask"));
}

TEST_CASE("letters with marks are one glyph and keep all characters") {
    PdfCase c;
    c.latin("e\xCC\x81tude q\xCC\x81\xCC\xA3x \xE1\xBA\xA1");
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "e\xCC\x81tude q\xCC\x81\xCC\xA3x \xE1\xBA\xA1");
}

TEST_CASE("missing characters are boxes that keep their text") {
    PdfCase c;
    c.latin("a\xF3\xB0\x80\x80z\xF3\xB0\x80\x81");
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "a\xF3\xB0\x80\x80z\xF3\xB0\x80\x81");
}

TEST_CASE("private characters cost the claim of level A") {
    PdfCase c;
    c.han("字");
    CHECK(contains(c.write(false), "<pdfaid:conformance>A<"));
    c.latin("\xF3\xB0\x80\x80");
    CHECK(contains(c.write(false), "<pdfaid:conformance>U<"));
    c.laid_out.tags.clear();
    CHECK_FALSE(contains(c.write(false), "<pdfuaid:"));
}

TEST_CASE("lengths far out of range make a readable file") {
    PdfCase c;
    const Pt far = Pt::of(1e12);
    const std::size_t index = c.han("远处的字");
    c.items()[index].at = {far, -far};
    c.text_item(index).glyphs[1].advance = far;
    c.text_item(index).glyphs[2].width = -far;
    c.text_item(index).glyphs[3].x_offset = far;
    c.items().push_back({{-far, far}, {}, layout::RectItem{{far, far}, {}}});
    layout::ShapeItem shape{layout::ShapeKind::Circle, {far, -far}, {}, far};
    c.items().push_back({{far, far}, {}, shape});
    c.laid_out.pages.push_back({{far, -far}, {}});
    c.laid_out.pages.push_back({{Pt(), Pt()}, {}});
    check_syntax(c.write());
}

TEST_CASE("references to nothing are left out") {
    PdfCase c;
    c.items().push_back({{}, {}, layout::ImageItem{layout::ImageId::at(7), {1_pt, 1_pt}}});
    c.items().push_back({{}, {}, layout::LinkItem{layout::LinkRef::at(7), {1_pt, 1_pt}}});
    c.items().push_back({{}, {}, layout::LinkItem{{}, {1_pt, 1_pt}}});
    layout::TextItem lost;
    lost.size = 10_pt;
    lost.glyphs.resize(3);
    c.items().push_back({{}, {}, lost});
    layout::OutlineEntry entry;
    entry.page = 99;
    c.laid_out.outline.push_back(entry);
    check_syntax(c.write());
}

TEST_CASE("documents written in threads are the same") {
    const auto make = [] {
        PdfCase c;
        c.han("他说：“《论语》。”用⽤🚀");
        return c;
    };
    const std::string expected = make().write();
    std::vector<PdfCase> cases;
    for (int i = 0; i < 4; ++i) cases.push_back(make());
    std::vector<std::string> written(cases.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        threads.emplace_back([&, i] {
            auto bytes = pdf::write_pdf(cases[i].laid_out, cases[i].metadata, library(), {},
                                        cases[i].diagnostics);
            if (bytes) written[i] = std::move(bytes).value();
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& bytes : written) CHECK(bytes == expected);
}

TEST_CASE("squeezing by any amount needs few glyphs") {
    PdfCase c;
    const std::size_t index = c.han("（（（（（（（（（（））））））））））");
    auto& glyphs = c.text_item(index).glyphs;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        squeeze(glyphs[i], i < 10, 300 + static_cast<int>(i));
    }
    const std::string pdf = c.write();
    check_text(pdf, "（（（（（（（（（（））））））））））");
    // Three glyphs stand for the twenty marks.
    const std::string plain = c.write(false);
    CHECK(count_of(plain, "<FF08>") + count_of(plain, "<FF09>") == 3);
}

TEST_CASE("spaced out letters are one word") {
    PdfCase c;
    for (const bool han : {true, false}) {
        const std::size_t index = han ? c.han("个人简历") : c.latin("resume of");
        for (layout::Glyph& glyph : c.text_item(index).glyphs) glyph.advance += 2_pt;
    }
    const std::string pdf = c.write();
    check_syntax(pdf);
    check_text(pdf, "个人简历\nresume of");
}
