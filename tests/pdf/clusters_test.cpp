#include "pdf/clusters.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using Texts = std::vector<std::string_view>;

namespace {

layout::Glyph glyph(std::uint32_t begin, std::uint32_t end) {
    layout::Glyph made;
    made.id = 1;
    made.begin = begin;
    made.end = end;
    return made;
}

layout::TextItem item_of(std::vector<layout::Glyph> glyphs) {
    layout::TextItem item;
    item.glyphs = std::move(glyphs);
    return item;
}

Texts pieces(std::string_view text) {
    Texts out;
    for (const TextPiece& piece : text_pieces(text)) out.push_back(piece.text);
    return out;
}

}  // namespace

TEST_CASE("glyphs with the same bytes are one cluster") {
    const auto item = item_of({glyph(0, 1), glyph(1, 4), glyph(1, 4), glyph(4, 5)});
    const auto clusters = clusters_of(item, "axyzb");
    REQUIRE(clusters.size() == 3);
    CHECK(clusters[1].begin == 1);
    CHECK(clusters[1].end == 3);
    CHECK(clusters[1].text == "xyz");
}

TEST_CASE("the hyphen of a broken word is a soft hyphen") {
    auto item = item_of({glyph(0, 1), glyph(1, 1)});
    item.hyphen = true;
    CHECK(clusters_of(item, "a").back().text == "\xC2\xAD");
}

TEST_CASE("bytes outside the text are cut off") {
    const auto item = item_of({glyph(3, 900), glyph(900, 2), glyph(2, 1)});
    for (const Cluster& cluster : clusters_of(item, "abcd")) CHECK(cluster.text.size() <= 1);
}

TEST_CASE("plain text stays together, marks and rare characters stand alone") {
    CHECK(pieces("ffi") == Texts{"ffi"});
    CHECK(pieces("——") == Texts{"——"});
    CHECK(pieces("𠮷") == Texts{"𠮷"});
    CHECK(pieces("") == Texts{""});
    CHECK(pieces("e\xCC\x81") == Texts{"e", "\xCC\x81"});
    CHECK(pieces("葛󠄀") == Texts{"葛", "󠄀"});
    CHECK(pieces("🇨🇳") == Texts{"🇨", "🇳"});
    const auto family = text_pieces("👨‍👩");
    REQUIRE(family.size() == 3);
    CHECK(family[0].takes_width);
    CHECK_FALSE(family[1].takes_width);
    CHECK(text_pieces("\xCC\x81\xCC\x81").front().takes_width);
}

TEST_CASE("code points are dealt out in logical order") {
    const Cluster cluster{0, 3, "ab"};
    CHECK(dealt_out(cluster, false) == Texts{"a", "b", ""});
    CHECK(dealt_out(cluster, true) == Texts{"", "b", "a"});
    CHECK(dealt_out({0, 2, "abcd"}, false) == Texts{"a", "bcd"});
}

TEST_CASE("only clusters of a few real glyphs are composed") {
    auto item = item_of(std::vector<layout::Glyph>(20, glyph(0, 5)));
    CHECK(is_composable(item, {0, 2, "x"}));
    CHECK_FALSE(is_composable(item, {0, 1, "x"}));
    CHECK_FALSE(is_composable(item, {0, 20, "x"}));
    item.glyphs[1].missing = true;
    CHECK_FALSE(is_composable(item, {0, 2, "x"}));
}

TEST_CASE("format characters without width are invisible") {
    CHECK(is_invisible("\xC2\xAD"));
    CHECK(is_invisible("\xE2\x80\x8B"));
    CHECK_FALSE(is_invisible(" "));
    CHECK_FALSE(is_invisible(""));
}
