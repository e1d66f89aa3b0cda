#include <thread>

#include "tests/fonts/support.hpp"

using namespace cvtex;
using namespace cvtex::fonts;
using namespace cvtex::fonts::test;

TEST_CASE("threads share a library and agree") {
    FontLibrary library;
    CVTEX_NEED_FAMILY(library, "Noto Serif CJK");
    const std::string text =
        "中文 text——“quoted” don’t 👍🏽 مرحبا สวัสดี "
        "日本語カナ\u0378";
    const auto work = [&](std::string& result) {
        for (int round = 0; round < 20; ++round) {
            FontQuery wanted = query("Noto Serif CJK");
            wanted.weight = round % 2 == 0 ? 400 : 700;
            wanted.italic = round % 3 == 0;
            const auto selection = library.select(wanted);
            if (!selection) return;
            for (const ShapedRun& run : Shaper{library, *selection}(text)) {
                std::vector<GlyphId> ids;
                result += library.info(run.font).postscript_name;
                for (const ShapedGlyph& glyph : run.glyphs) {
                    ids.push_back(glyph.id);
                    result +=
                        " " + std::to_string(glyph.id) + "+" + std::to_string(glyph.advance);
                }
                const auto program = library.subset(run.font, ids);
                if (program) result += " " + std::to_string(program->data.size());
            }
        }
    };
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (std::string& result : results) threads.emplace_back(work, std::ref(result));
    for (std::thread& thread : threads) thread.join();
    CHECK_FALSE(results[0].empty());
    for (const std::string& result : results) CHECK(result == results[0]);
}
