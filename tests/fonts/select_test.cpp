#include "tests/fonts/support.hpp"

using namespace cvtex;
using namespace cvtex::fonts;
using namespace cvtex::fonts::test;

TEST_CASE("a CJK family without a region is the face for the language") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");

    const struct {
        const char* family;
        const char* lang;
        const char* face;
    } cases[] = {
        {"Noto Serif CJK", "zh-CN", "Noto Serif CJK SC"},
        {"Noto Serif CJK", "zh", "Noto Serif CJK SC"},
        {"Noto Serif CJK", "zh-Hant", "Noto Serif CJK TC"},
        {"Noto Serif CJK", "zh-TW", "Noto Serif CJK TC"},
        {"Noto Serif CJK", "zh-Hant-HK", "Noto Serif CJK HK"},
        {"Noto Serif CJK", "ja", "Noto Serif CJK JP"},
        {"Noto Serif CJK", "ko-KR", "Noto Serif CJK KR"},
        {"Noto Serif CJK", "en", "Noto Serif CJK SC"},
        {"Noto Serif CJK JP", "zh-CN", "Noto Serif CJK JP"},
        {"noto sans cjk tc", "zh-CN", "Noto Sans CJK TC"},
        {"Noto Sans Mono CJK", "ja", "Noto Sans Mono CJK JP"},
    };

    for (const auto& c : cases) {
        INFO(c.family << " " << c.lang);
        const auto selection = library.select(query(c.family, c.lang));
        REQUIRE(selection);
        const FontInfo& info = library.info(library.primary(*selection, Form::Han));
        CHECK(info.family == c.face);
        CHECK(library.missing_families(*selection).empty());
    }
}

TEST_CASE("weights are real faces, the nearest one by the rules of CSS") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");

    const struct {
        int asked;
        bool bold;
    } cases[] = {{100, false}, {400, false}, {500, false},
                 {600, true},  {700, true},  {900, true}};

    for (const auto& c : cases) {
        INFO(c.asked);
        FontQuery wanted = query("Noto Serif CJK");
        wanted.weight = c.asked;
        const auto selection = library.select(wanted);
        REQUIRE(selection);
        const int weight = library.info(library.primary(*selection, Form::Han)).weight;
        CHECK((weight >= 600) == c.bold);
    }
}

TEST_CASE("the metrics of Noto CJK are its em box, not its line gap") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    const auto selection = library.select(query("Noto Sans CJK"));
    REQUIRE(selection);
    const FontInfo& info = library.info(library.primary(*selection, Form::Han));
    CHECK(info.upem == 1000);
    CHECK(info.ascender.value == 880);
    CHECK(info.descender.value == -120);
    CHECK(info.cap_height.value == 733);
    CHECK(info.x_height.value == 543);
    CHECK(info.postscript_name == "NotoSansCJKsc-Regular");
    CHECK(info.outlines == Outlines::CffCidKeyed);
    CHECK_FALSE(info.italic);
}

TEST_CASE("italic Latin comes from the companion of the CJK family, Han stays upright") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    CVTEX_NEED_FAMILY(library, "Noto Serif");
    for (const std::vector<std::string>& latin :
         {std::vector<std::string>{}, std::vector<std::string>{"Noto Serif CJK"}}) {
        FontQuery wanted = query("Noto Serif CJK");
        wanted.latin = latin;
        wanted.italic = true;
        const auto selection = library.select(wanted);
        REQUIRE(selection);
        CHECK(library.info(library.primary(*selection, Form::Latin)).postscript_name ==
              "NotoSerif-Italic");
        CHECK_FALSE(library.info(library.primary(*selection, Form::Han)).italic);
        const auto runs = Shaper{library, *selection}("italic");
        REQUIRE(runs.size() == 1);
        CHECK(runs[0].scale_per_mille == 1020);
    }
}

TEST_CASE("italics of a named Latin family are its own, or upright where it has none") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans Mono");
    for (const auto& [family, face] : {std::pair("Noto Sans", "NotoSans-Italic"),
                                       std::pair("Noto Sans Mono", "NotoSansMono-Regular")}) {
        FontQuery wanted = query("Noto Serif CJK");
        wanted.latin = {family};
        wanted.italic = true;
        const auto selection = library.select(wanted);
        REQUIRE(selection);
        CHECK(library.info(library.primary(*selection, Form::Latin)).postscript_name == face);
    }
}

TEST_CASE("a Latin companion's capitals are scaled to those of the CJK face") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");

    const struct {
        const char* family;
        std::int64_t scale;
    } cases[] = {{"Noto Sans", 1020}, {"Noto Sans Mono", 1000}, {"Noto Sans CJK SC", 1000}};

    for (const auto& c : cases) {
        INFO(c.family);
        FontQuery wanted = query("Noto Sans CJK");
        wanted.latin = {c.family};
        const auto selection = library.select(wanted);
        REQUIRE(selection);
        const auto runs = Shaper{library, *selection}("Hx");
        REQUIRE(runs.size() == 1);
        CHECK(runs[0].scale_per_mille == c.scale);
    }
}

TEST_CASE("the same query is the same selection; missing families are named") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Sans CJK");
    FontQuery wanted = query("Noto Sans CJK");
    wanted.latin = {"No Such Family 7f3a"};
    const auto first = library.select(wanted);
    const auto second = library.select(wanted);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first == *second);
    CHECK(library.missing_families(*first) == std::vector<std::string>{"No Such Family 7f3a"});
    CHECK(library.info(library.primary(*first, Form::Latin)).family == "Noto Sans CJK SC");
}

TEST_CASE("without any font folder select fails with a hint") {
    FontLibrary library({.font_dirs = {}, .system_fonts = false});
    const auto selection = library.select(query("Noto Sans CJK"));
    REQUIRE_FALSE(selection);
    CHECK(selection.error().message == "no usable font found for Noto Sans CJK");
    CHECK_FALSE(selection.error().hint.empty());
    CHECK(library.opened_files().empty());
}

TEST_CASE("families outside the catalog are found by their exact name only") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "DejaVu Sans Mono");
    FontQuery wanted;
    wanted.latin = {"dejavu sansmono"};
    wanted.weight = 700;
    const auto bold = library.select(wanted);
    REQUIRE(bold);
    const FontInfo& info = library.info(library.primary(*bold, Form::Latin));
    CHECK(info.postscript_name == "DejaVuSansMono-Bold");
    CHECK(info.monospaced);
    wanted.latin = {"DejaVu"};
    const auto part = library.select(wanted);
    REQUIRE(part);
    CHECK(library.missing_families(*part) == std::vector<std::string>{"DejaVu"});
}

TEST_CASE("generic names and other names of the same design need not be installed") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    CVTEX_NEED_FAMILY(library, "Noto Sans Mono");

    const struct {
        const char* latin;
        const char* cjk;
        const char* latin_face;
        const char* han_face;
    } cases[] = {
        {"serif", "serif", "Noto Serif", "Noto Serif CJK SC"},
        {"monospace", "sans-serif", "Noto Sans Mono", "Noto Sans CJK SC"},
        {"sans-serif", "思源宋体", "Noto Sans", "Noto Serif CJK SC"},
        {"serif", "Source Han Sans TC", "Noto Serif", "Noto Sans CJK TC"},
    };

    for (const auto& c : cases) {
        INFO(c.latin << " " << c.cjk);
        FontQuery wanted = query(c.cjk);
        wanted.latin = {c.latin};
        const auto selection = library.select(wanted);
        REQUIRE(selection);
        CHECK(library.info(library.primary(*selection, Form::Latin)).family == c.latin_face);
        CHECK(library.info(library.primary(*selection, Form::Han)).family == c.han_face);
        CHECK(library.missing_families(*selection).empty());
    }
}

TEST_CASE("a family that is not installed is replaced in its manner, and named") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const auto song = library.select(query("SimSun-Nonexistent"));
    const auto hei = library.select(query("Nonexistent Hei"));
    REQUIRE(song);
    REQUIRE(hei);
    CHECK(library.info(library.primary(*song, Form::Han)).family == "Noto Serif CJK SC");
    CHECK(library.info(library.primary(*hei, Form::Han)).family == "Noto Sans CJK SC");
    CHECK(library.missing_families(*hei) == std::vector<std::string>{"Nonexistent Hei"});
}
