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
    CHECK(has(cmap, "<0001><7528>\n"));
    CHECK(has(cmap, "<1234><006600660069>\n"));
    CHECK(has(cmap, "<FFFE><D842DFB7>\n"));
}

TEST_CASE("blocks have at most a hundred lines") {
    std::vector<CodeText> codes;
    for (std::uint16_t i = 1; i <= 205; ++i)
        codes.push_back({static_cast<std::uint16_t>(2 * i), "x"});
    const std::string cmap = to_unicode_cmap(codes);
    CHECK(has(cmap, "100 beginbfchar\n"));
    CHECK(has(cmap, "\n5 beginbfchar\n"));
}

TEST_CASE("characters that PDF/A forbids in a CMap are left out") {
    CHECK(has(to_unicode_cmap({{7,
                                "a\xEF\xBB\xBF"
                                "b"}}),
              "<0007><00610062>\n"));
}

TEST_CASE("a destination ends between code points") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "𠮷";
    const std::string cmap = to_unicode_cmap({{1, text}});
    const std::size_t begin = cmap.find("<0001><") + 7;
    const std::size_t digits = cmap.find('>', begin) - begin;
    CHECK(digits <= 1024);
    CHECK(digits % 8 == 0);
}

TEST_CASE("codes in a row are one range: of a text that counts up, or of an array") {
    const std::string cmap = to_unicode_cmap(
        {{1, "x"}, {2, "ffi"}, {3, "a"}, {4, "b"}, {5, "c"}, {6, "d"}, {7, "y"}, {9, "z"}});
    CHECK(has(cmap,
              "2 beginbfrange\n<0001><0002>[<0078><006600660069>]\n"
              "<0003><0006><0061>\nendbfrange\n"));
    CHECK(has(cmap, "2 beginbfchar\n<0007><0079>\n<0009><007A>\n"));
}

TEST_CASE("ranges end where a last byte would overflow") {
    const std::string cmap = to_unicode_cmap({{0xFC, "\u00FC"},
                                              {0xFD, "\u00FD"},
                                              {0xFE, "\u00FE"},
                                              {0xFF, "\u00FF"},
                                              {0x100, "\u0100"},
                                              {0x101, "\u0101"},
                                              {0x102, "x"}});
    CHECK(has(cmap, "2 beginbfrange\n<00FC><00FF><00FC>\n<0100><0102>[<0100><0101><0078>]\n"));
    CHECK_FALSE(has(cmap, "bfchar"));
}
