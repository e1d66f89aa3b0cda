#include "pdf/metadata.hpp"

#include "pdf/icc.hpp"
#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::pdf::test;

TEST_CASE("dates in the usual forms are read") {
    struct Row {
        const char* text;
        int year, month, day;
    };

    const Row rows[] = {{"2024", 2024, 0, 0},         {"2024-05", 2024, 5, 0},
                        {"2024-05-01", 2024, 5, 1},   {"2024/5/1", 2024, 5, 1},
                        {"2024.12.31", 2024, 12, 31}, {"2024年5月1日", 2024, 5, 1},
                        {"2024-02-29", 2024, 2, 29}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto date = parse_date(row.text);
        REQUIRE(date.has_value());
        CHECK(date->year == row.year);
        CHECK(date->month == row.month);
        CHECK(date->day == row.day);
    }
    for (const char* bad : {"", "soon", "24-05-01", "2024-13", "2023-02-29", "2024-05-01T10:00",
                            "2024--1", "20240501", "2024-0-1", "99999"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_date(bad).has_value());
    }
}

TEST_CASE("hostile metadata stay data") {
    PdfCase c;
    c.metadata.title = "a) >> endobj endstream ]]> <x>&\x01\"𠮷";
    c.metadata.author = "\\(张三";
    c.metadata.keywords = {"C++", "</rdf:li>"};
    c.metadata.lang = "zh)";
    const std::string pdf = c.write(false);
    check_syntax(pdf);
    const auto info = run_tool("pdfinfo", "{}", pdf);
    if (info.present) {
        INFO(info.output);
        CHECK(contains(info.output, "a) >> endobj endstream ]]> <x>&"));
        CHECK(contains(info.output, "𠮷"));
        CHECK(contains(info.output, "C++, </rdf:li>"));
    }
    const std::string xmp = xmp_packet(c.metadata, {}, {});
    CHECK(contains(xmp, "a) &gt;&gt; endobj endstream ]]&gt; &lt;x&gt;&amp;&quot;𠮷"));
    CHECK_FALSE(contains(xmp, "\x01"));
}

TEST_CASE("there is no date unless the document has one") {
    PdfCase c;
    CHECK_FALSE(contains(c.write(false), "CreationDate"));
    c.metadata.date = "2024-05-01";
    const auto info = run_tool("pdfinfo", "-isodates {}", c.write());
    if (info.present) CHECK(contains(info.output, "2024-05-01T00:00:00Z"));
}

TEST_CASE("claims are what was asked for") {
    const std::string none = xmp_packet({}, {}, {});
    CHECK_FALSE(contains(none, "<pdfaid:"));
    CHECK_FALSE(contains(none, "<pdfuaid:"));
    const std::string both = xmp_packet({}, {true, 'A'}, {});
    CHECK(contains(both, "<pdfaid:part>2</pdfaid:part>"));
    CHECK(contains(both, "<pdfaid:conformance>A</pdfaid:conformance>"));
    CHECK(contains(both, "<pdfuaid:part>1</pdfuaid:part>"));
    CHECK(contains(both, "pdfaExtension:schemas"));
}

TEST_CASE("the stamp is written in properties that XMP knows") {
    const std::string xmp = xmp_packet({}, {true, 'A'}, {"0123ab", "my; style", "a<b"});
    CHECK(contains(xmp, "<dc:source>urn:sha256:0123ab</dc:source>"));
    CHECK(contains(xmp, "; style=my%3B style; employer=a&lt;b</xmp:Label>"));
    CHECK_FALSE(contains(xmp_packet({}, {}, {"", "plain", ""}), "employer"));
    CHECK_FALSE(contains(xmp_packet({}, {}, {"", "plain", ""}), "dc:source"));
}

TEST_CASE("metadata are what both Info and XMP can state") {
    styles::Metadata odd;
    odd.title = "  a\tb\nc\x01\xEF\xBF\xBE d  ";
    odd.author = std::string(1000000, 'x');
    odd.keywords = {"", "\x02", "ok", std::string(5000, 'k')};
    const styles::Metadata clean = cleaned(odd);
    CHECK(clean.title == "a b c d");
    CHECK(clean.author.size() == 4096);
    REQUIRE(clean.keywords.size() == 2);
    CHECK(clean.keywords[0] == "ok");
    CHECK(clean.keywords[1].size() == 100);
}

TEST_CASE("the sRGB profile states its size and has its tags in place") {
    const std::string profile = srgb_profile();
    const auto u32 = [&](std::size_t at) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = value << 8 | static_cast<unsigned char>(profile[at + i]);
        }
        return value;
    };
    CHECK(u32(0) == profile.size());
    CHECK(profile.substr(36, 4) == "acsp");
    for (std::size_t tag = 0; tag < u32(128); ++tag) {
        const std::size_t offset = u32(132 + 12 * tag + 4);
        CHECK(offset % 4 == 0);
        CHECK(offset + u32(132 + 12 * tag + 8) <= profile.size());
    }
}
