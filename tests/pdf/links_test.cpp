#include "pdf/links.hpp"

#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf::test;
using pdf::safe_uri;

namespace {

/// A line of text with an active area over it that leads to `destination`.
void add_link(PdfCase& c, const std::string& text, const std::string& destination) {
    layout::LinkDestination link;
    link.destination = destination;
    link.text = text;
    c.laid_out.links.push_back(link);
    const auto ref = layout::LinkRef::at(c.laid_out.links.size() - 1);
    const layout::TagId tag = c.tag(layout::Role::Link, c.tag(layout::Role::Paragraph));
    c.laid_out.tags.back().link = ref;
    c.line(text, tag, fonts::Form::Latin);
    c.items().push_back({{20_pt, c.y - 26_pt}, tag, layout::LinkItem{ref, {80_pt, 12_pt}}});
}

}  // namespace

TEST_CASE("only web, mail and phone addresses are followed") {
    CHECK(safe_uri("https://a.example/x?y=1#z") == "https://a.example/x?y=1#z");
    CHECK(safe_uri("HTTP://A.example") == "HTTP://A.example");
    CHECK(safe_uri("mailto:a@b.example") == "mailto:a@b.example");
    CHECK(safe_uri("tel:+8613800000000") == "tel:+8613800000000");
    for (const char* bad : {"javascript:alert(1)",
                            "JavaScript:x",
                            "file:///etc/passwd",
                            "data:,x",
                            "vbscript:x",
                            " javascript:x",
                            "java\nscript:x",
                            "ftp://x",
                            "x.md",
                            "///host/x",
                            "",
                            ":",
                            "./a:b",
                            "a@b@c.example",
                            "@b.example",
                            "a@host",
                            "dir/a@b.example",
                            "www.",
                            "//",
                            "https\x01://x",
                            "https://x\r\n/y"}) {
        CAPTURE(bad);
        CHECK_FALSE(safe_uri(bad).has_value());
    }
}

TEST_CASE("addresses without a scheme get the one that is meant") {
    CHECK(safe_uri("zhang.san@mail.example.cn") == "mailto:zhang.san@mail.example.cn");
    CHECK(safe_uri("//a.example/x") == "https://a.example/x");
    CHECK(safe_uri("www.a.example:8080/x?y=b@c.d") == "https://www.a.example:8080/x?y=b@c.d");
    CHECK(safe_uri("WWW.A.example") == "https://WWW.A.example");
}

TEST_CASE("addresses become ASCII") {
    CHECK(safe_uri("https://a.example/简历 (1)") ==
          "https://a.example/%E7%AE%80%E5%8E%86%20(1)");
    CHECK(safe_uri("https://a.example/100%25<>\"\\") == "https://a.example/100%25%3C%3E%22%5C");
    CHECK_FALSE(safe_uri("https://" + std::string(40000, 'x')).has_value());
}

TEST_CASE("links reach the annotations") {
    PdfCase c;
    add_link(c, "homepage", "https://张三.example/履历");
    add_link(c, "below", "#projects");
    c.items().push_back({{0_pt, 300_pt}, {}, anchor("projects")});
    const std::string pdf = c.write();
    check_syntax(pdf);
    CHECK(c.diagnostics.all().empty());
    const auto urls = run_tool("pdfinfo", "-url {}", pdf);
    if (urls.present) CHECK(contains(urls.output, "https://%E5%BC%A0%E4%B8%89.example"));
    const auto names = run_tool("pdfinfo", "-dests {}", pdf);
    if (names.present) CHECK(contains(names.output, "\"projects\""));
}

TEST_CASE("unsafe links are left out with one warning each, missing anchors silently") {
    PdfCase c;
    add_link(c, "click", "javascript:app.alert(1)");
    c.items().push_back(c.items().back());
    add_link(c, "nowhere", "#nowhere");
    const std::string pdf = c.write(false);
    CHECK(c.diagnostics.count("unsafe-link") == 1);
    CHECK(c.diagnostics.all().size() == 1);
    CHECK_FALSE(contains(pdf, "/Annot"));
    CHECK_FALSE(contains(pdf, "JavaScript"));
    CHECK_FALSE(contains(pdf, "/S /Link"));  // text like any other
}

TEST_CASE("links to files beside the source are left out with a warning of their own") {
    for (const char* path : {"x.md", "../a/b.html", "/about", "?q", "notes/10:30.md"}) {
        CAPTURE(path);
        PdfCase c;
        add_link(c, "here", path);
        CHECK_FALSE(contains(c.write(false), "/Annot"));
        REQUIRE(c.diagnostics.all().size() == 1);
        CHECK(c.diagnostics.count("relative-link") == 1);
    }
}

TEST_CASE("annotations belong to link elements and say where they lead") {
    PdfCase c;
    add_link(c, "mail", "mailto:zhang@example.cn");
    const std::string pdf = c.write(false);
    check_syntax(pdf);
    for (const char* part : {"/OBJR", "/StructParent 1", "/F 4", "/Contents <FEFF",
                             "/Border [0 0 0]", "/S/URI/URI <6D61696C746F"}) {
        CAPTURE(part);
        CHECK(contains(pdf, part));
    }
}
