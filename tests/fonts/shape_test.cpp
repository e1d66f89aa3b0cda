#include "tests/fonts/support.hpp"

using namespace cvtex;
using namespace cvtex::fonts;
using namespace cvtex::fonts::test;

namespace {

using Widths = std::vector<int>;

Shaper shaper(FontLibrary& library, const FontQuery& wanted, Form form) {
    const auto selection = library.select(wanted);
    REQUIRE(selection);
    return {library, *selection, form, wanted.lang};
}

}  // namespace

TEST_CASE("quotes are full width in Han text and proportional in Latin text") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const FontQuery sans = query("Noto Sans CJK");
    CHECK(advances(shaper(library, sans, Form::Han)("“”‘’")) == Widths{1000, 1000, 1000, 1000});
    CHECK(advances(shaper(library, sans, Form::Latin)("“”‘’")) == Widths{475, 475, 279, 279});
    const FontQuery serif = query("Noto Serif CJK");
    CHECK(advances(shaper(library, serif, Form::Latin)("“’")) == Widths{462, 266});
    const FontQuery japanese = query("Noto Sans CJK", "ja");
    CHECK(advances(shaper(library, japanese, Form::Han)("“”")) == Widths{1000, 1000});
    for (const int width : advances(shaper(library, japanese, Form::Latin)("“”"))) {
        CHECK(width < 500);
    }
}

TEST_CASE("a Chinese dash is one glyph of two em, an ellipsis two glyphs of one") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const Shaper han = shaper(library, query("Noto Serif CJK"), Form::Han);
    const auto dash = glyphs(han("中——文"));
    REQUIRE(dash.size() == 3);
    CHECK(dash[1].advance == 2000);
    CHECK(dash[1].begin == 3);
    CHECK(dash[1].end == 9);
    CHECK(advances(han("……")) == Widths{1000, 1000});
    CHECK(advances(han("—")) == Widths{1000});
    const Shaper latin = shaper(library, query("Noto Serif CJK"), Form::Latin);
    CHECK(advances(latin("—"))[0] < 950);
}

TEST_CASE("forms of ideographs follow the language of the text") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const auto glyph_of = [&](const char* lang) {
        return glyphs(shaper(library, query("Noto Sans CJK", lang), Form::Han)("骨"))[0].id;
    };
    CHECK(glyph_of("zh-Hans") != glyph_of("ja"));
    CHECK(glyph_of("zh-Hans") != glyph_of("zh-Hant"));
    CHECK(glyph_of("en") == glyph_of("zh-Hans"));
}

TEST_CASE("a radical shares its ideograph's glyph and keeps its own text") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const auto both = glyphs(shaper(library, query("Noto Sans CJK"), Form::Han)("用⽤"));
    REQUIRE(both.size() == 2);
    CHECK(both[0].id == both[1].id);
    CHECK(both[1].begin == 3);
    CHECK(both[1].end == 6);
}

TEST_CASE("emoji sequences are one glyph of the colour font") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Color Emoji");
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const Shaper latin = shaper(library, query("Noto Sans CJK"), Form::Latin);
    for (const char* text : {"👨‍👩‍👧", "🇨🇳", "1️⃣", "☎️", "👍🏽", "✨",
                             "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"}) {
        INFO(text);
        const auto runs = latin(text);
        REQUIRE(runs.size() == 1);
        REQUIRE(runs[0].glyphs.size() == 1);
        CHECK(library.info(runs[0].font).outlines == Outlines::ColorBitmap);
        const auto picture = library.color_bitmap(runs[0].font, runs[0].glyphs[0].id);
        REQUIRE(picture);
        CHECK(picture->png.substr(1, 3) == "PNG");
        CHECK(picture->width > 2000);
        CHECK(picture->height > 2000);
        CHECK(picture->left >= 0);
    }
    for (const char* text : {"☎", "☎︎", "1", "#", "©"}) {
        INFO(text);
        const auto runs = latin(text);
        REQUIRE(runs.size() == 1);
        CHECK(library.info(runs[0].font).outlines != Outlines::ColorBitmap);
        CHECK_FALSE(runs[0].glyphs[0].missing);
    }
}

TEST_CASE("what no font has is flagged, never drawn as .notdef in silence") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const Shaper latin = shaper(library, query("Noto Sans CJK"), Form::Latin);
    for (const char* text : {"\u0378", "\ue000", "\U0010fffd"}) {
        const auto all = glyphs(latin(std::string("a") + text + "b"));
        REQUIRE(all.size() == 3);
        CHECK(all[1].missing);
        CHECK(all[1].advance == 600);
        CHECK(all[1].begin == 1);
        CHECK(all[2].begin == all[1].end);
        CHECK_FALSE(all[0].missing);
        CHECK_FALSE(all[2].missing);
    }
    const auto wide = glyphs(shaper(library, query("Noto Sans CJK"), Form::Han)("\U0003134f"));
    REQUIRE(wide.size() == 1);
    if (wide[0].missing) CHECK(wide[0].advance == 1000);
}

TEST_CASE("ignorable characters take no room and are never missing") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const Shaper latin = shaper(library, query("Noto Sans CJK"), Form::Latin);
    for (const char* text : {"\u200b", "\u00ad", "\u2060", "\u200e", "\ufeff", "\t"}) {
        for (const std::string& whole :
             {std::string("a") + text + "b", std::string(text), std::string(text) + "b"}) {
            int width = 0;
            std::size_t blanks = 0;
            for (const ShapedGlyph& glyph : glyphs(latin(whole))) {
                CHECK_FALSE(glyph.missing);
                blanks += glyph.invisible ? 1 : 0;
                if (glyph.invisible) width += glyph.advance;
            }
            CHECK(width == 0);
            CHECK(blanks == 1);
        }
    }
    // Inside a cluster they leave no trace.
    const auto joined = glyphs(latin("a\u200db\ufe0f"));
    CHECK(joined.size() == 2);
}

TEST_CASE("every byte belongs to exactly one cluster") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const Shaper latin = shaper(library, query("Noto Sans CJK"), Form::Latin);
    for (const std::string text : {"office “fi” naïve e\u0301 x\u0323\u0307",
                                   "a中b文，c\u200b한글 カナ👍🏽!", "สวัสดี नमस्ते"}) {
        INFO(text);
        std::uint32_t expected = 0;
        for (const ShapedGlyph& glyph : glyphs(latin(text))) {
            if (!glyph.cluster_start) continue;
            CHECK(glyph.begin == expected);
            CHECK(glyph.end > glyph.begin);
            expected = glyph.end;
        }
        CHECK(expected == text.size());
    }
}

TEST_CASE("letters of other scripts fall back to an installed font") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    CVTEX_NEED_FAMILY(library, "Noto Sans Arabic");
    const Shaper latin = shaper(library, query("Noto Sans CJK"), Form::Latin);
    const auto arabic = latin("مرحبا", true);
    REQUIRE(arabic.size() == 1);
    CHECK(library.info(arabic[0].font).family == "Noto Sans Arabic");
    CHECK(arabic[0].glyphs.size() == 5);
    CHECK(arabic[0].glyphs[0].begin == 8);  // visual order: the last letter comes first
    CHECK(arabic[0].glyphs[0].end == 10);
    for (const ShapedGlyph& glyph : glyphs(latin("สวัสดี"))) CHECK_FALSE(glyph.missing);
}

TEST_CASE("part of a paragraph is shaped with offsets of the whole") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const auto selection = library.select(query("Noto Sans CJK"));
    REQUIRE(selection);
    ShapeRequest request;
    request.text = "甲office乙";
    request.begin = 3;
    request.end = 9;
    request.selection = *selection;
    request.lang = "zh-Hans";
    const auto with = glyphs(library.shape(request));
    CHECK(with.front().begin == 3);
    CHECK(with.back().end == 9);
    CHECK(with.size() < 6);
    request.ligatures = false;
    CHECK(glyphs(library.shape(request)).size() == 6);
    request.begin = request.end;
    CHECK(library.shape(request).empty());
}

TEST_CASE("a word with a letter that the CJK face lacks is set whole in its companion") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    CVTEX_NEED_FAMILY(library, "Noto Serif");
    const auto runs =
        shaper(library, query("Noto Serif CJK"), Form::Latin)("Jan Kowalski, Stanisław Lem");
    REQUIRE(runs.size() == 3);
    CHECK(library.info(runs[0].font).family == "Noto Serif CJK SC");
    CHECK(library.info(runs[1].font).family == "Noto Serif");
    CHECK(runs[1].glyphs.size() == 9);
    CHECK(runs[1].scale_per_mille == 1020);
    CHECK(runs[2].begin == runs[1].end);
}

TEST_CASE("signs that CJK faces draw one em wide are narrow between Latin letters") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    CVTEX_NEED_FAMILY(library, "Noto Sans");
    const Shaper latin = shaper(library, query("Noto Sans CJK"), Form::Latin);
    const Shaper han = shaper(library, query("Noto Sans CJK"), Form::Han);
    for (const char* sign : {"×", "±", "§", "≥", "÷", "·", "•"}) {
        INFO(sign);
        const auto narrow = latin(sign);
        REQUIRE(narrow.size() == 1);
        CHECK(narrow[0].glyphs[0].advance * 1000 < 700 * narrow[0].upem);
        CHECK(advances(han(sign)) == Widths{1000});
    }
    CHECK(advances(latin("→①")) == Widths{1000, 1000});  // no Latin font has them
}

TEST_CASE("digits line up where tabular ones are asked") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const auto selection = library.select(query("Noto Serif CJK"));
    REQUIRE(selection);
    ShapeRequest request;
    request.text = "0123456789";
    request.end = 10;
    request.selection = *selection;
    request.lang = "zh-Hans";
    request.tabular_digits = true;
    const Widths widths = advances(library.shape(request));
    CHECK(widths == Widths(10, widths[0]));
}

TEST_CASE("symbols that resumes like need no call to fontconfig") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans Symbols2");
    FontQuery wanted = query("Noto Serif CJK");
    wanted.fallback = {"Noto Color Emoji"};  // has them too, but as pictures
    const Shaper latin = shaper(library, wanted, Form::Latin);
    for (const char* sign : {"✔", "✗", "☑", "☐", "✉", "➤", "⚙"}) {
        INFO(sign);
        const auto runs = latin(sign);
        REQUIRE(runs.size() == 1);
        CHECK_FALSE(runs[0].glyphs[0].missing);
        CHECK(library.info(runs[0].font).family.starts_with("Noto Sans Symbols"));
    }
}

TEST_CASE("text that was shaped before comes back the same, wherever it stands") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const auto selection = library.select(query("Noto Serif CJK"));
    REQUIRE(selection);
    const auto shape = [&](std::string_view text, std::uint32_t begin, std::uint32_t end,
                           bool small_caps) {
        ShapeRequest request;
        request.text = text;
        request.begin = begin;
        request.end = end;
        request.selection = *selection;
        request.form = Form::Han;
        request.lang = "zh-Hans";
        request.small_caps = small_caps;
        return glyphs(library.shape(request));
    };
    const std::uint64_t before = library.shape_statistics().found;
    const auto first = shape("春眠不觉晓", 3, 9, false);
    const auto second = shape("处处春眠不", 6, 12, false);
    CHECK(library.shape_statistics().found == before);
    const auto again = shape("一夜之间眠不", 12, 18, false);
    CHECK(library.shape_statistics().found == before + 1);
    REQUIRE(first.size() == 2);
    REQUIRE(again.size() == 2);
    CHECK(again[0].id == first[0].id);
    CHECK(again[0].begin == 12);
    CHECK(again[1].end == 18);
    CHECK(second[0].id != first[0].id);
    shape("眠不", 0, 6, true);
    CHECK(library.shape_statistics().found == before + 1);
}
