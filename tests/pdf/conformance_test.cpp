#include <charconv>

#include "tests/pdf/pdf_case.hpp"

/// The rules of ISO 19005-2 and ISO 14289-1 that can be decided from the bytes of a whole
/// document, checked on the uncompressed form.
using namespace cvtex;
using namespace cvtex::pdf::test;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

/// The bodies of all objects, between "obj" and "endobj"; no stream of these cases holds that.
std::vector<std::string_view> objects(std::string_view pdf) {
    std::vector<std::string_view> out;
    for (std::size_t at = pdf.find(" 0 obj\n"); at != pdf.npos; at = pdf.find(" 0 obj\n", at)) {
        at += 7;
        out.push_back(pdf.substr(at, pdf.find("\nendobj\n", at) - at));
    }
    return out;
}

/// A heading, Han and Latin text and a link of each kind.
PdfCase whole_document() {
    PdfCase c;
    c.line("工作经历", c.tag(layout::Role::Heading), fonts::Form::Han);
    c.han("负责订单与支付系统。");
    layout::LinkDestination link;
    link.destination = "zhang@example.cn";
    link.text = "mail";
    c.laid_out.links.push_back(link);
    const layout::TagId tag = c.tag(layout::Role::Link, c.tag(layout::Role::Paragraph));
    c.laid_out.tags.back().link = layout::LinkRef::at(0);
    c.line("mail", tag, fonts::Form::Latin);
    c.items().push_back({{20_pt, 40_pt}, tag, layout::LinkItem{layout::LinkRef::at(0), {}}});
    c.items().push_back({{20_pt, 90_pt}, {}, layout::RectItem{{80_pt, 1_pt}, {}}});
    return c;
}

}  // namespace

TEST_CASE("a whole document says what PDF/A and PDF/UA want said") {
    PdfCase c = whole_document();
    const std::string pdf = c.write(false);
    check_syntax(pdf);
    for (const char* part : {"/ID [<", "/OutputIntents", "/GTS_PDFA1", "pdfaid:part",
                             "pdfuaid:part", "pdfaExtension:schemas", "/DisplayDocTitle true",
                             "/Marked true", "/Lang", "/StructTreeRoot", "/ParentTree"}) {
        CAPTURE(part);
        CHECK(contains(pdf, part));
    }
    for (const char* part : {"/JavaScript", "/Launch", "/OpenAction", "/EmbeddedFile",
                             "/Interpolate true", "/Encrypt"}) {
        CAPTURE(part);
        CHECK_FALSE(contains(pdf, part));
    }
}

TEST_CASE("every stream has exactly the length it states") {
    PdfCase c = whole_document();
    const std::string pdf = c.write(false);
    std::size_t streams = 0;
    for (const std::string_view object : objects(pdf)) {
        const std::size_t begin = object.find("\nstream\n");
        if (begin == object.npos) continue;
        ++streams;
        const std::string_view dict = object.substr(0, begin);
        const std::size_t key = dict.find("/Length ");
        REQUIRE(key != dict.npos);
        std::size_t length = 0;
        std::from_chars(dict.data() + key + 8, dict.data() + dict.size(), length);
        REQUIRE(object.size() == begin + 8 + length + 10);
        CHECK(object.ends_with("\nendstream"));
    }
    CHECK(streams > 4);
}

TEST_CASE("annotations print, have contents and belong to the structure") {
    PdfCase c = whole_document();
    std::size_t annotations = 0;
    const std::string pdf = c.write(false);
    for (const std::string_view object : objects(pdf)) {
        if (!contains(object, "/Subtype /Link")) continue;
        ++annotations;
        CHECK(contains(object, "/F 4"));
        CHECK(contains(object, "/Contents"));
        CHECK(contains(object, "/StructParent"));
    }
    CHECK(annotations == 1);
}

TEST_CASE("all content is tagged or an artifact, and no .notdef is shown") {
    PdfCase c = whole_document();
    const std::string pdf = c.write(false);
    std::size_t pages = 0;
    for (const std::string_view object : objects(pdf)) {
        if (contains(object, "/Type /Page\n")) CHECK(contains(object, "/Tabs /S"));
        const std::size_t begin = object.find("\nstream\n");
        if (begin == object.npos || !contains(object, " BDC\n")) continue;
        ++pages;
        const std::string_view content = object.substr(begin + 8);
        CHECK((content.starts_with('/') && content.find("EMC\n\nendstream") != content.npos));
        CHECK(count(content, " BDC\n") + count(content, " BMC\n") == count(content, "EMC\n"));
        CHECK_FALSE(contains(content, "<0000>"));
    }
    CHECK(pages == 1);
}
