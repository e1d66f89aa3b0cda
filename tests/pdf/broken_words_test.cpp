#include "pdf/broken_words.hpp"

#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::literals;
using pdf::test::PdfCase;

namespace {

/// `word` broken before glyph `at`, the hyphen an item of its own as layout sets it.
void break_word(PdfCase& c, std::size_t at) {
    const layout::TagId tag = c.tag(layout::Role::Paragraph);
    const std::size_t first = c.line("see inter-national law", tag, fonts::Form::Latin);
    layout::TextItem hyphen = c.text_item(first);
    layout::TextItem second = c.text_item(first);
    c.text_item(first).glyphs.resize(at);
    hyphen.glyphs = {second.glyphs[at]};
    hyphen.glyphs[0].begin = hyphen.glyphs[0].end = second.glyphs[at].begin;
    hyphen.hyphen = true;
    Pt end = 20_pt;
    for (const layout::Glyph& glyph : c.text_item(first).glyphs) end += glyph.advance;
    c.items().push_back({{end, c.items()[first].at.y}, tag, hyphen});
    second.glyphs.erase(second.glyphs.begin(),
                        second.glyphs.begin() + static_cast<std::ptrdiff_t>(at + 1));
    second.line = 1;
    // The text has no hyphen: what follows it moves up.
    std::string& text = c.laid_out.text_blocks[second.block.index()].text;
    text.erase(second.glyphs[0].begin - 1, 1);
    for (layout::Glyph& glyph : second.glyphs) --glyph.begin, --glyph.end;
    c.items().push_back({{20_pt, c.y}, tag, second});
}

}  // namespace

TEST_CASE("a broken word is copied as it was written") {
    PdfCase c;
    break_word(c, 9);
    const auto parts = find_broken_words(c.laid_out).at(0);
    REQUIRE(parts.size() == 3);
    CHECK(parts.begin()->second.at(0).begin == 4);
    CHECK(parts.begin()->second.at(0).text == "international");
    CHECK(parts.rbegin()->second.at(0).end == 8);
    CHECK(parts.rbegin()->second.at(0).text == " ");
    const std::string pdf = c.write();
    const test::ToolResult raw = test::run_tool("pdftotext", "-raw {} -", pdf);
    if (raw.present) CHECK(test::trimmed(raw.output) == "see international\nlaw");
    // Readers without ActualText get a soft hyphen, which says the same (14.8.2.2.3).
    const test::ToolResult mupdf = test::run_tool("mutool", "draw -q -F txt {}", pdf);
    if (mupdf.present) {
        CHECK(test::without_blanks(mupdf.output) == "see inter\u00AD\nnational law");
    }
}

TEST_CASE("a hyphen of the text at a line's end is copied") {
    PdfCase c;
    const layout::TagId tag = c.tag(layout::Role::Paragraph);
    const std::size_t first = c.line("Synth-Text works", tag, fonts::Form::Latin);
    layout::TextItem second = c.text_item(first);
    c.text_item(first).glyphs.resize(6);
    second.glyphs.erase(second.glyphs.begin(), second.glyphs.begin() + 6);
    second.line = 1;
    c.items().push_back({{20_pt, c.y}, tag, second});
    const auto parts = find_broken_words(c.laid_out).at(0);
    REQUIRE(parts.size() == 2);
    CHECK(parts.begin()->second.at(0).begin == 5);
    CHECK(parts.begin()->second.at(0).text == "-Text");
    CHECK(parts.rbegin()->second.at(0).end == 4);
    const test::ToolResult normal = test::run_tool("pdftotext", "{} -", c.write());
    if (normal.present) CHECK(test::contains(normal.output, "Synth-Text"));
}

TEST_CASE("a broken word of several styles keeps its soft hyphen") {
    PdfCase c;
    break_word(c, 9);
    // The end of the word is an item of its own.
    auto& items = c.items();
    layout::TextItem rest = std::get<layout::TextItem>(items.back().item);
    std::get<layout::TextItem>(items.back().item).glyphs.resize(4);
    rest.glyphs.erase(rest.glyphs.begin(), rest.glyphs.begin() + 4);
    items.push_back({{60_pt, items.back().at.y}, items.back().tag, rest});
    CHECK(find_broken_words(c.laid_out).at(0).empty());
}
