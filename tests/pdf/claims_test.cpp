#include "pdf/claims.hpp"

#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::pdf::test;

TEST_CASE("lists of standards are read") {
    struct Row {
        const char* list;
        Claims claims;
    };

    const Row rows[] = {
        {"none", {}},           {"a-2a,ua-1", {true, 'A'}}, {"ua-1,a-2u", {true, 'U'}},
        {"a-2b", {false, 'B'}}, {"ua-1", {true, 0}},        {"a-2a", {false, 'A'}}};
    for (const Row& row : rows) {
        CAPTURE(row.list);
        const Result<Claims> claims = parse_standards(row.list);
        REQUIRE(claims.ok());
        CHECK(*claims == row.claims);
    }
    for (const char* bad :
         {"", ",", "a-2a,", "A-2A", "a-1b", "none,ua-1", "a-2a,a-2b", "a-2a ua-1"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_standards(bad).ok());
    }
}

TEST_CASE("no more is claimed than the document allows") {
    struct Row {
        Claims wanted;
        Obstacles obstacles;
        Claims granted;
        std::size_t messages;
    };

    const Row rows[] = {
        {{true, 'A'}, {}, {true, 'A'}, 0},
        {{true, 'A'}, {{}, {}, {"x"}}, {true, 'U'}, 1},
        {{true, 'U'}, {{}, {}, {"x"}}, {true, 'U'}, 0},
        {{true, 'A'}, {{}, {"x"}, {}}, {true, 0}, 1},
        {{true, 'A'}, {{"x"}, {"x"}, {}}, {false, 0}, 2},
        {{false, 0}, {{"x"}, {"x"}, {"x"}}, {false, 0}, 0},
        {{false, 'B'}, {{"x"}, {}, {"x"}}, {false, 'B'}, 0},
    };
    for (const Row& row : rows) {
        for (const bool by_name : {false, true}) {
            Diagnostics diagnostics;
            CHECK(grant({row.wanted, by_name}, row.obstacles, diagnostics) == row.granted);
            CHECK(diagnostics.count("pdf-standard") == row.messages);
            CHECK(diagnostics.error_count() == (by_name ? row.messages : 0));
        }
    }
}

TEST_CASE("the file claims what was asked for") {
    const auto claims = [](const Claims& wanted, bool encrypted = false) {
        PdfCase c;
        c.han("正文");
        c.options.standards.claims = wanted;
        c.options.encrypted = encrypted;
        return c.write(false);
    };
    const std::string none = claims({});
    CHECK_FALSE(contains(none, "<pdfaid:"));
    CHECK_FALSE(contains(none, "<pdfuaid:"));
    CHECK_FALSE(contains(none, "/OutputIntents"));
    CHECK(contains(none, "/StructTreeRoot"));
    CHECK(contains(claims({false, 'B'}), "<pdfaid:conformance>B<"));
    CHECK_FALSE(contains(claims({false, 'U'}), "<pdfuaid:"));
    CHECK_FALSE(contains(claims({true, 0}), "<pdfaid:"));
    CHECK_FALSE(contains(claims({true, 'A'}, true), "<pdfaid:"));
    CHECK(contains(claims({true, 'A'}, true), "<pdfuaid:"));
}
