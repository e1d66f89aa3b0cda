#include <algorithm>

#include "tests/fonts/support.hpp"

using namespace cvtex;
using namespace cvtex::fonts;
using namespace cvtex::fonts::test;

namespace {

FontId face_of(FontLibrary& library, FontQuery wanted, Form form) {
    const auto selection = library.select(wanted);
    REQUIRE(selection);
    return library.primary(*selection, form);
}

}  // namespace

TEST_CASE("in every Noto CJK face the CIDs are the glyph ids") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    std::vector<GlyphId> glyphs;
    for (GlyphId id = 65534; id > 7; id -= 7) glyphs.push_back(id);
    for (const char* family : {"Noto Serif CJK", "Noto Sans CJK", "Noto Sans Mono CJK"}) {
        for (const char* lang : {"zh-Hans", "zh-Hant", "ja"}) {
            INFO(family << " " << lang);
            FontQuery wanted = query(family, lang);
            const std::vector<GlyphId> few(glyphs.end() - 200, glyphs.end());
            const bool whole = std::string(lang) == "zh-Hans";
            const auto program =
                library.subset(face_of(library, wanted, Form::Han), whole ? glyphs : few);
            REQUIRE(program);
            CHECK(program->cid_keyed);
            CHECK(program->new_ids == program->old_ids);
        }
    }
}

TEST_CASE("a CFF subset is small, bare and has its widths") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const FontId font = face_of(library, query("Noto Serif CJK"), Form::Han);
    std::vector<GlyphId> glyphs;
    for (GlyphId id = 12000; id < 12400; ++id) glyphs.push_back(id);
    glyphs.push_back(12000);  // repeated, unsorted
    glyphs.push_back(20);
    const auto program = library.subset(font, glyphs);
    REQUIRE(program);
    CHECK(program->format == FontProgram::Format::Cff);
    CHECK(program->data.substr(0, 2) == std::string("\1\0", 2));
    CHECK(program->data.size() < 150'000);
    CHECK(program->old_ids.size() == 402);
    CHECK(program->old_ids[0] == 0);
    CHECK(std::is_sorted(program->old_ids.begin(), program->old_ids.end()));
    REQUIRE(program->advances.size() == program->old_ids.size());
    CHECK(program->advances.back() == library.advance(font, program->old_ids.back()));
    CHECK(library.subset(font, glyphs)->data == program->data);
}

TEST_CASE("a TrueType subset is a whole font with new glyph ids") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif");
    FontQuery wanted;
    wanted.latin = {"Noto Serif"};
    const FontId font = face_of(library, wanted, Form::Latin);
    REQUIRE(library.info(font).outlines == Outlines::TrueType);
    const auto program = library.subset(font, std::vector<GlyphId>{70, 36, 50});
    REQUIRE(program);
    CHECK(program->format == FontProgram::Format::TrueType);
    CHECK_FALSE(program->cid_keyed);
    CHECK(program->old_ids == std::vector<GlyphId>{0, 36, 50, 70});
    CHECK(program->new_ids == std::vector<GlyphId>{0, 1, 2, 3});
    CHECK(program->data.size() < 5'000);
}

TEST_CASE("glyph ids that the face has not are left out") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const FontId font = face_of(library, query("Noto Serif CJK"), Form::Han);
    const auto program = library.subset(font, std::vector<GlyphId>{70000, 4000000000U, 9});
    REQUIRE(program);
    CHECK(program->old_ids == std::vector<GlyphId>{0, 9});
}

TEST_CASE("outlines are closed contours within the font's box") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const FontId font = face_of(library, query("Noto Serif CJK"), Form::Han);
    const FontInfo& info = library.info(font);
    const Outline outline = library.outline(font, 20011);
    REQUIRE(outline.size() > 10);
    CHECK(outline.front().verb == PathCommand::Verb::Move);
    CHECK(outline.back().verb == PathCommand::Verb::Close);
    for (const PathCommand& command : outline) {
        if (command.verb == PathCommand::Verb::Close) continue;
        CHECK(command.x >= info.box_left.value);
        CHECK(command.x <= info.box_right.value);
        CHECK(command.y >= info.box_bottom.value);
        CHECK(command.y <= info.box_top.value);
    }
    CHECK_FALSE(library.color_bitmap(font, 20011));
}

TEST_CASE("a name-keyed CFF subset has new glyph ids as its codes") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "EB Garamond");
    FontQuery wanted;
    wanted.latin = {"EB Garamond"};
    const FontId font = face_of(library, wanted, Form::Latin);
    REQUIRE(library.info(font).outlines == Outlines::CffNameKeyed);
    const auto program = library.subset(font, std::vector<GlyphId>{700, 40, 90});
    REQUIRE(program);
    CHECK(program->format == FontProgram::Format::Cff);
    CHECK_FALSE(program->cid_keyed);
    CHECK(program->new_ids == std::vector<GlyphId>{0, 1, 2, 3});
    CHECK(program->advances[1] == library.advance(font, 40));
}
