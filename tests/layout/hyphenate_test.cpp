#include "layout/hyphenate.hpp"

#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

/// The text with ~ where a word may be divided.
std::string divided(std::string_view text) {
    const ParagraphText paragraph = fake::paragraph(text, "en");
    std::vector<BreakOpportunity> all = find_break_opportunities(paragraph);
    Hyphenator hyphenator;
    add_hyphenation(paragraph, hyphenator, all);
    std::string out;
    for (std::size_t i = 0; i < paragraph.characters.size(); ++i) {
        if (all[i].hyphen) out += '~';
        append_utf8(out, paragraph.characters[i].code);
    }
    return out;
}

}  // namespace

TEST_CASE("only plain English words are divided", "[hyphenate]") {
    if (Hyphenator().divide("hyphenation").empty()) {
        WARN("no hyphenation patterns on this system");
        return;
    }
    const char* expected =
        GENERATE("hyphen~ation", "the infra~struc~ture,", "用infra~struc~ture", "infra.io",
                 "infrastructure.io", "camelCaseWordsAreLong", "INFRASTRUCTURE",
                 "kubernetes_infrastructure", "x-infrastructure", "Infrastructure", "table");
    std::string text;
    for (const char c : std::string(expected)) {
        if (c != '~') text += c;
    }
    CHECK(divided(text) == expected);
}
