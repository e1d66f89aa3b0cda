#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf::test;
using layout::Role;

namespace {

std::string tree_of(PdfCase& c) {
    const std::string pdf = c.write();
    check_syntax(pdf);
    return run_tool("pdfinfo", "-struct-text {}", pdf).output;
}

layout::TagId heading(PdfCase& c, int level, const std::string& text) {
    const layout::TagId tag = c.tag(Role::Heading);
    c.laid_out.tags.back().level = level;
    c.line(text, tag, fonts::Form::Han);
    return tag;
}

}  // namespace

TEST_CASE("elements have their text in reading order") {
    PdfCase c;
    heading(c, 1, "张三");
    const layout::TagId list = c.tag(Role::List);
    const layout::TagId item = c.tag(Role::ListItem, list);
    const layout::TagId label = c.tag(Role::Label, item);
    const layout::TagId body = c.tag(Role::ListBody, item);
    c.line("1.", label, fonts::Form::Latin);
    c.line("数据库", body, fonts::Form::Han);
    const std::string tree = tree_of(c);
    INFO(tree);
    CHECK(contains(tree,
                   "Document\n"
                   "  Sect\n"
                   "    H1 (block)\n"
                   "      \"张三\"\n"
                   "    L (block):\n"
                   "       /ListNumbering /Decimal\n"
                   "      LI (block)\n"
                   "        Lbl (block)\n"
                   "          \"1.\"\n"
                   "        LBody (block)\n"
                   "          \"数据库\"\n"));
}

TEST_CASE("heading levels start at one and skip none") {
    PdfCase c;
    for (const int level : {2, 4, 4, 3, 2, 6}) heading(c, level, "节" + std::to_string(level));
    const std::string tree = tree_of(c);
    INFO(tree);
    CHECK(contains(tree,
                   "  Sect\n    H1 (block)\n      \"节2\"\n"
                   "    Sect\n      H2 (block)\n        \"节4\"\n"
                   "    Sect\n      H2 (block)\n        \"节4\"\n"
                   "    Sect\n      H2 (block)\n        \"节3\"\n"
                   "  Sect\n    H1 (block)\n      \"节2\"\n"
                   "    Sect\n      H2 (block)\n        \"节6\"\n"));
}

TEST_CASE("rows of a table without its full width are filled up") {
    PdfCase c;
    const layout::TagId table = c.tag(Role::Table);
    const auto cell = [&](layout::TagId row, int columns, int rows) {
        c.line("格", c.tag(Role::TableCell, row), fonts::Form::Han);
        c.laid_out.tags.back().column_span = columns;
        c.laid_out.tags.back().row_span = rows;
    };
    const layout::TagId first = c.tag(Role::TableRow, table);
    cell(first, 1, 9);  // more rows than there are
    cell(first, 1, 1);
    const layout::TagId second = c.tag(Role::TableRow, table);
    cell(second, 3, 1);
    c.tag(Role::TableRow, table);  // no cell of its own
    const std::string pdf = c.write(false);
    CHECK(contains(pdf, "/RowSpan 3"));
    CHECK_FALSE(contains(pdf, "/RowSpan 9"));
    CHECK(contains(pdf, "/ColSpan 2"));  // behind the first row's cells
    const std::string tree = tree_of(c);
    INFO(tree);
    std::size_t cells = 0;
    for (std::size_t at = tree.find("TD"); at != tree.npos; at = tree.find("TD", at + 1))
        ++cells;
    CHECK(cells == 5);
}

TEST_CASE("cells say what they head and span") {
    PdfCase c;
    const layout::TagId table = c.tag(Role::Table);
    const layout::TagId head = c.tag(Role::TableRow, table);
    c.line("项目", c.tag(Role::TableHeader, head), fonts::Form::Han);
    const layout::TagId row = c.tag(Role::TableRow, table);
    c.line("公司", c.tag(Role::TableHeader, row), fonts::Form::Han);
    c.line("甲", c.tag(Role::TableCell, row), fonts::Form::Han);
    c.laid_out.tags.back().column_span = 2;
    const std::string tree = tree_of(c);
    INFO(tree);
    CHECK(contains(tree, "/Scope /Column"));
    CHECK(contains(tree, "/Scope /Row"));
    CHECK(contains(tree, "/ColSpan 2"));
}

TEST_CASE("words on two lines of a paragraph are kept apart") {
    PdfCase c;
    const layout::TagId tag = c.tag(Role::Paragraph);
    const std::size_t first = c.line("two words", tag, fonts::Form::Latin);
    // The break took the space: its glyph goes, and what follows stands on the next line.
    layout::TextItem second = c.text_item(first);
    c.text_item(first).glyphs.resize(3);
    second.glyphs.erase(second.glyphs.begin(), second.glyphs.begin() + 4);
    second.line = 1;
    c.items().push_back({{20_pt, c.y}, tag, second});
    CHECK(contains(tree_of(c), "\"two words\""));
    check_text(c.write(), "two\nwords");
}

TEST_CASE("a word broken with a hyphen is one word") {
    PdfCase c;
    const layout::TagId tag = c.tag(Role::Paragraph);
    const std::size_t first = c.line("inter-national", tag, fonts::Form::Latin);
    layout::TextItem second = c.text_item(first);
    c.text_item(first).glyphs.resize(6);
    c.text_item(first).hyphen = true;
    second.glyphs.erase(second.glyphs.begin(), second.glyphs.begin() + 6);
    c.items().push_back({{20_pt, c.y}, tag, second});
    CHECK(contains(tree_of(c), "\"international\""));
}

TEST_CASE("an element that goes on over a page refers to both") {
    PdfCase c;
    const layout::TagId tag = c.tag(Role::Paragraph);
    c.line("上一页", tag, fonts::Form::Han);
    c.laid_out.pages.push_back({{300_pt, 400_pt}, {}});
    c.line("下一页", tag, fonts::Form::Han);
    const std::string tree = tree_of(c);
    INFO(tree);
    CHECK(contains(tree, "\"上一页"));
    CHECK(contains(tree, "\"下一页\""));
}

TEST_CASE("broken tag trees still make a file") {
    PdfCase c;
    c.add_tag(Role::Paragraph, {});                 // no parent
    c.add_tag(Role::Span, layout::TagId::at(900));  // a parent that is not there
    c.add_tag(Role::Link, layout::TagId::at(3));    // its own parent
    c.line("字", layout::TagId::at(3), fonts::Form::Han);
    c.line("字", layout::TagId::at(77), fonts::Form::Han);
    CHECK(contains(tree_of(c), "Link"));
}

TEST_CASE("a deep tree needs no deep stack") {
    PdfCase c;
    layout::TagId parent = layout::TagId::at(0);
    for (int i = 0; i < 20000; ++i) parent = c.tag(Role::BlockQuote, parent);
    c.line("深", parent, fonts::Form::Han);
    CHECK(c.write().size() > 1000);
}

TEST_CASE("what has no tag is an artifact") {
    PdfCase c;
    c.line("页脚", {}, fonts::Form::Han);
    c.items().push_back({{0_pt, 0_pt}, {}, layout::RectItem{{10_pt, 1_pt}, {}}});
    c.han("正文");
    const std::string pdf = c.write(false);
    CHECK(contains(pdf,
                   "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC\nBT\n"));
    CHECK(contains(pdf, "/Artifact <</Type/Layout>> BDC\n"));
    CHECK_FALSE(contains(tree_of(c), "页脚"));
}
