#include "pdf/tiny_cff.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using Verb = fonts::PathCommand::Verb;

namespace {

unsigned byte(const std::string& text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

fonts::Outline triangle(double size) {
    return {{Verb::Move, 0, 0, 0, 0, 0, 0},
            {Verb::Line, 0, 0, 0, 0, size, 0},
            {Verb::Cubic, size, 10, 20, size, 0, size},
            {Verb::Close}};
}

}  // namespace

TEST_CASE("a tiny font starts with a CFF header and its name") {
    const std::string font = write_tiny_cff("Boxes", {{500, triangle(300)}});
    CHECK(byte(font, 0) == 1);            // major version
    CHECK(byte(font, 2) == 4);            // header size
    CHECK(font.substr(9, 5) == "Boxes");  // Name INDEX: count 2, size 1, offsets 2
    CHECK(byte(font, 14) == 0);           // Top DICT INDEX: one item
    CHECK(byte(font, 15) == 1);
}

TEST_CASE("a charstring has the width, relative moves and endchar") {
    const std::string font = write_tiny_cff("B", {{500, triangle(300)}});
    // 500 -> 248 136; 0 0 rmoveto; 300 -> 247 192, 0 rlineto; …
    const std::string expected = {'\xF8', '\x88', '\x8B', '\x8B', 21,
                                  '\xF7', '\xC0', '\x8B', 5};
    CHECK(font.find(expected) != std::string::npos);
    CHECK(byte(font, font.size() - 1) == 14);
}

TEST_CASE("coordinates out of range are clamped") {
    const std::string font = write_tiny_cff("B", {{-70000, triangle(1e300)}});
    CHECK(font.size() < 200);
}

TEST_CASE("many glyphs need wide offsets") {
    std::vector<TinyGlyph> glyphs(9000, {1000, triangle(700)});
    const std::string font = write_tiny_cff("Many", glyphs);
    CHECK(font.size() > 9000 * 20);
}
