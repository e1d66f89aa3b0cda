#include "fonts/cff_writer.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <set>

#include "fonts/charstring.hpp"
#include "tests/fonts/support.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::fonts;
using namespace cvtex::fonts::test;
using Verb = PathCommand::Verb;

namespace {

PathCommand move(double x, double y) {
    return {Verb::Move, 0, 0, 0, 0, x, y};
}

PathCommand line(double x, double y) {
    return {Verb::Line, 0, 0, 0, 0, x, y};
}

Outline triangle(double size) {
    return {
        move(0, 0), line(size, 0), {Verb::Cubic, size, 10, 20, size, 0, size}, {Verb::Close}};
}

FontId face_of(FontLibrary& library, const char* family) {
    return library.primary(*library.select(query(family)), Form::Han);
}

// ---- an independent reader: FreeType ------------------------------------------------------

struct Done {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }

    void operator()(FT_Face face) const { FT_Done_Face(face); }
};

/// A written program, opened by FreeType.
struct Opened {
    std::string data;
    std::unique_ptr<FT_LibraryRec_, Done> library;
    std::unique_ptr<FT_FaceRec_, Done> face;

    explicit Opened(std::string program) : data(std::move(program)) {
        FT_Library made = nullptr;
        REQUIRE(FT_Init_FreeType(&made) == 0);
        library.reset(made);
        FT_Face opened = nullptr;
        REQUIRE(FT_New_Memory_Face(made, reinterpret_cast<const FT_Byte*>(data.data()),
                                   static_cast<FT_Long>(data.size()), 0, &opened) == 0);
        face.reset(opened);
    }

    /// The outline of glyph `id`; its width is left in the face's slot.
    Outline outline(unsigned id) {
        REQUIRE(FT_Load_Glyph(face.get(), id, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) == 0);
        FT_Outline_Funcs functions{};
        functions.move_to = [](const FT_Vector* to, void* user) {
            static_cast<Outline*>(user)->push_back(
                move(static_cast<double>(to->x), static_cast<double>(to->y)));
            return 0;
        };
        functions.line_to = [](const FT_Vector* to, void* user) {
            static_cast<Outline*>(user)->push_back(
                line(static_cast<double>(to->x), static_cast<double>(to->y)));
            return 0;
        };
        functions.cubic_to = [](const FT_Vector* a, const FT_Vector* b, const FT_Vector* to,
                                void* user) {
            static_cast<Outline*>(user)->push_back(
                {Verb::Cubic, static_cast<double>(a->x), static_cast<double>(a->y),
                 static_cast<double>(b->x), static_cast<double>(b->y),
                 static_cast<double>(to->x), static_cast<double>(to->y)});
            return 0;
        };
        Outline out;
        REQUIRE(FT_Outline_Decompose(&face->glyph->outline, &functions, &out) == 0);
        return out;
    }

    long width(unsigned id) {
        REQUIRE(FT_Load_Glyph(face.get(), id, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) == 0);
        return face->glyph->metrics.horiAdvance;
    }
};

/// The segments of an outline, without regard to where contours start or in which order they
/// come: each with its beginning.
std::multiset<std::vector<double>> segments_of(const Outline& outline, double dx = 0) {
    std::multiset<std::vector<double>> out;
    for (const Contour& contour : closed_contours(outline)) {
        GridPoint pen = contour.start();
        const auto x = [dx](std::int64_t value) {
            return static_cast<double>(value) / kGridUnit + dx;
        };
        const auto y = [](std::int64_t value) {
            return static_cast<double>(value) / kGridUnit;
        };
        for (const PathSegment& s : contour.segments) {
            std::vector<double> segment{x(pen.x), y(pen.y)};
            if (s.curve) {
                for (const double value : {x(s.c1.x), y(s.c1.y), x(s.c2.x), y(s.c2.y)})
                    segment.push_back(value);
            }
            segment.push_back(x(s.to.x));
            segment.push_back(y(s.to.y));
            out.insert(std::move(segment));
            pen = s.to;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a written program starts with a CFF header and its name") {
    const std::string font = write_cff("Boxes", {{500, triangle(300), 0}});
    CHECK(font.substr(0, 4) == std::string("\1\0\4\4", 4));
    CHECK(font.substr(9, 5) == "Boxes");  // Name INDEX: count 2, size 1, offsets 2
}

TEST_CASE("operands have the sizes and values of the charstring format") {
    struct Case {
        double value;
        std::string bytes;
    };

    for (const Case& c :
         {Case{0, "\x8B"}, Case{-107, "\x20"}, Case{107, "\xF6"},
          Case{108, std::string("\xF7\0", 2)}, Case{1131, "\xFA\xFF"},
          Case{-108, std::string("\xFB\0", 2)}, Case{-1131, "\xFE\xFF"},
          Case{1132, "\x1C\x04\x6C"}, Case{-32000, std::string("\x1C\x83\0", 3)},
          Case{0.5, std::string("\xFF\0\0\x80\0", 5)},
          Case{-0.25, std::string("\xFF\xFF\xFF\xC0\0", 5)}}) {
        INFO(c.value);
        std::string out;
        const auto units = static_cast<std::int64_t>(c.value * kGridUnit);
        append_operand(out, units);
        CHECK(out == c.bytes);
        CHECK(operand_size(units) == static_cast<int>(c.bytes.size()));
    }
}

TEST_CASE("paths take the fewest bytes, wherever their contours start") {
    struct Case {
        const char* what;
        Outline outline;
        std::size_t bytes;  ///< operands, operators and endchar
    };

    for (const Case& c : {
             Case{"nothing", {}, 1},
             Case{"a point", {move(5, 5), line(5, 5), {Verb::Close}}, 1},
             Case{"a square: three of its lines in one operator",
                  {move(0, 0), line(50, 0), line(50, 50), line(0, 50), {Verb::Close}},
                  3 + 1 + 1},
             Case{"three of four slanted lines",
                  {move(0, 0), line(50, 10), line(20, 60), line(-5, 30), {Verb::Close}},
                  6 + 1 + 1},
             Case{
                 "a quarter of a disc: one of its lines",
                 {move(0, 0), line(50, 0), {Verb::Cubic, 50, 30, 30, 50, 0, 50}, {Verb::Close}},
                 1 + 1 + 4 + 1 + 1},
             Case{"an ellipse: all four curves in one operator",
                  {move(0, 50),
                   {Verb::Cubic, 0, 80, 30, 100, 60, 100},
                   {Verb::Cubic, 90, 100, 99, 80, 99, 50},
                   {Verb::Cubic, 99, 20, 90, 0, 60, 0},
                   {Verb::Cubic, 30, 0, 0, 20, 0, 50},
                   {Verb::Close}},
                  16 + 1 + 1},
         }) {
        INFO(c.what);
        CHECK(encode_outline(c.outline).operators.size() == c.bytes);
    }
}

TEST_CASE("written outlines are the faces', segment by segment") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    for (const FontId font :
         {face_of(library, "Noto Serif CJK"), face_of(library, "Noto Sans CJK")}) {
        const std::int32_t upem = library.info(font).upem;
        REQUIRE(upem == 1000);
        std::vector<DrawnGlyph> glyphs;
        std::vector<GlyphId> ids;
        for (GlyphId id = 1; id < 60000; id += 37) {
            ids.push_back(id);
            glyphs.push_back({library.advance(font, id), library.outline(font, id), 0});
        }
        Opened opened(write_cff("Test", glyphs));
        CHECK(static_cast<std::size_t>(opened.face->num_glyphs) == ids.size() + 1);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            INFO(ids[i]);
            const auto id = static_cast<unsigned>(i + 1);
            REQUIRE(segments_of(opened.outline(id)) == segments_of(glyphs[i].outline));
            REQUIRE(opened.width(id) == glyphs[i].width);
        }
    }
}

TEST_CASE("glyphs with the same outline share it, each in its own place") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const FontId font = face_of(library, "Noto Serif CJK");
    const Outline outline = library.outline(font, 20000);
    const std::string one = write_cff("Test", {{1000, outline, 0}});
    std::vector<DrawnGlyph> glyphs;
    for (std::int32_t i = 0; i < 20; ++i) glyphs.push_back({1000 - 20 * i, outline, -10 * i});
    const std::string many = write_cff("Test", glyphs);
    CHECK(many.size() < one.size() + 20 * 16);
    Opened opened(many);
    for (std::int32_t i = 0; i < 20; ++i) {
        const auto id = static_cast<unsigned>(i + 1);
        CHECK(segments_of(opened.outline(id)) == segments_of(outline, -10.0 * i));
        CHECK(opened.width(id) == 1000 - 20 * i);
    }
}

TEST_CASE("a program with and without glyphs opens, and coordinates out of range are clamped") {
    Opened empty(write_cff("Empty", {{250, {}, 0}}));
    CHECK(empty.width(1) == 250);
    CHECK(empty.outline(1).empty());
    Opened extreme(
        write_cff("B", {{-70000, triangle(1e300), 0}, {70000, triangle(-1e300), 90000}}));
    CHECK(extreme.face->num_glyphs == 3);
    CHECK(write_cff("N", {{0, triangle(std::numeric_limits<double>::quiet_NaN()), 0}}).size() <
          200);
}

TEST_CASE("many glyphs need wide offsets, and large drawings are written in linear time") {
    std::vector<DrawnGlyph> glyphs;
    for (int i = 0; i < 9000; ++i) glyphs.push_back({1000, triangle(i % 997 + 2), 0});
    Opened many(write_cff("Many", glyphs));
    CHECK(segments_of(many.outline(9000)) == segments_of(glyphs.back().outline));
    Outline dots;
    for (int i = 0; i < 20000; ++i) {
        for (const PathCommand& command : triangle(3)) {
            dots.push_back(command);
            dots.back().x += i % 200 * 5;
            dots.back().y += i / 200 * 5;
        }
    }
    CHECK(write_cff("Dots", {{1000, dots, 0}}).size() > 20000 * 8);
}
