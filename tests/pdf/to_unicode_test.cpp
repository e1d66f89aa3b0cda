#include "pdf/to_unicode.hpp"

#include "tests/support/catch.hpp"

using cvtex::pdf::CodeText;
using cvtex::pdf::to_unicode_cmap;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a code maps to the UTF-16BE of its text") {
    const std::string cmap = to_unicode_cmap({{1, "用"}, {0x1234, "ffi"}, {0xFFFE, "𠮷"}});
    CHECK(has(cmap, "3 beginbfchar\n"));
    CHECK(has(cmap, "<0001> <7528>\n"));
    CHECK(has(cmap, "<1234> <006600660069>\n"));
    CHECK(has(cmap, "<FFFE> <D842DFB7>\n"));
}

TEST_CASE("blocks have at most a hundred lines") {
    std::vector<CodeText> codes;
    for (std::uint16_t i = 1; i <= 205; ++i) codes.push_back({i, "x"});
    const std::string cmap = to_unicode_cmap(codes);
    CHECK(has(cmap, "100 beginbfchar\n"));
    CHECK(has(cmap, "\n5 beginbfchar\n"));
}

TEST_CASE("characters that PDF/A forbids in a CMap are left out") {
    CHECK(has(to_unicode_cmap({{7,
                                "a\xEF\xBB\xBF"
                                "b"}}),
              "<0007> <00610062>\n"));
}

TEST_CASE("a destination ends between code points") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "𠮷";
    const std::string cmap = to_unicode_cmap({{1, text}});
    const std::size_t begin = cmap.find("<0001> <") + 8;
    const std::size_t digits = cmap.find('>', begin) - begin;
    CHECK(digits <= 1024);
    CHECK(digits % 8 == 0);
}
