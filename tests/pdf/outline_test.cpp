#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf::test;

namespace {

std::string with_levels(const std::vector<int>& levels) {
    PdfCase c;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        layout::OutlineEntry entry;
        entry.level = levels[i];
        entry.title = "节" + std::to_string(i);
        c.laid_out.outline.push_back(entry);
    }
    const std::string pdf = c.write();
    check_syntax(pdf);
    return pdf;
}

}  // namespace

TEST_CASE("the outline nests by level") {
    const auto shown = run_tool("mutool", "show {} outline", with_levels({1, 2, 3, 2, 1}));
    if (!shown.present) return;
    INFO(shown.output);
    CHECK(contains(shown.output, "-\t\"节0\""));    // open
    CHECK(contains(shown.output, "+\t\t\"节1\""));  // closed, with a child
    CHECK(contains(shown.output, "|\t\t\t\"节2\""));
    CHECK(contains(shown.output, "|\t\"节4\""));
}

TEST_CASE("skipped and odd levels still make a tree") {
    const auto shown = run_tool("mutool", "show {} outline", with_levels({3, 1, 6, 2, -5, 4}));
    if (!shown.present) return;
    INFO(shown.output);
    for (const char* title : {"节0", "节1", "节2", "节3", "节4", "节5"}) {
        CHECK(contains(shown.output, title));
    }
    CHECK(contains(shown.output, "\t\t\"节2\""));
}

TEST_CASE("thousands of entries are no problem") {
    CHECK_FALSE(with_levels(std::vector<int>(5000, 1)).empty());
    std::vector<int> deep;
    for (int i = 1; i <= 2000; ++i) deep.push_back(i);
    CHECK_FALSE(with_levels(deep).empty());
}
