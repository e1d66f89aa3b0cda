#include "layout/hyphenate.hpp"

#include "tests/layout/fake_text.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::layout;

namespace {

/// The text with ~ where a word may be divided.
std::string divided(std::string_view text, std::string_view lang = "en",
                    styles::Hyphenate mode = styles::Hyphenate::Auto) {
    const ParagraphText paragraph = fake::paragraph(text, lang);
    std::vector<BreakOpportunity> all = find_break_opportunities(paragraph);
    Hyphenator hyphenator;
    add_hyphenation(paragraph, mode, hyphenator, all);
    std::string out;
    for (std::size_t i = 0; i < paragraph.characters.size(); ++i) {
        if (all[i].hyphen) out += '~';
        append_utf8(out, paragraph.characters[i].code);
    }
    return out;
}

bool has_patterns() {
    if (!Hyphenator().divide("hyphenation").empty()) return true;
    WARN("no hyphenation patterns on this system");
    return false;
}

std::string without_marks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '~') out += c;
    }
    return out;
}

}  // namespace

TEST_CASE("only plain English words are divided", "[hyphenate]") {
    if (!has_patterns()) return;
    const char* expected =
        GENERATE("hyphen~ation", "the infra~struc~ture,", "用infra~struc~ture", "infra.io",
                 "infrastructure.io", "camelCaseWordsAreLong", "INFRASTRUCTURE",
                 "kubernetes_infrastructure", "x-infrastructure", "Infrastructure", "table",
                 "(infra~struc~ture)", "“infra~struc~ture”", "infrastructure2", "letter");
    CHECK(divided(without_marks(expected)) == expected);
}

TEST_CASE("the language of a word decides whether it is divided", "[hyphenate]") {
    if (!has_patterns()) return;

    struct Case {
        const char* lang;
        styles::Hyphenate mode;
        const char* expected;
    };
    using enum styles::Hyphenate;
    const Case cases[] = {
        {"en", Auto, "infra~struc~ture"},  {"en-GB", On, "infra~struc~ture"},
        {"en", Off, "infrastructure"},     {"zh-CN", Auto, "infrastructure"},
        {"zh-CN", On, "infra~struc~ture"}, {"ja", On, "infra~struc~ture"},
        {"de", Auto, "infrastructure"},    {"de", On, "infrastructure"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.lang);
        CHECK(divided("infrastructure", c.lang, c.mode) == c.expected);
    }
}

TEST_CASE("soft hyphens are the only places in a word that has them", "[hyphenate]") {
    CHECK(divided("infrastruc\u00ADture") == "infrastruc\u00AD~ture");
    CHECK(divided("Extra\u00ADordinary") == "Extra\u00AD~ordinary");
    CHECK(divided("中\u00AD文", "zh-CN") == "中\u00AD文");
}

TEST_CASE("no two lines in a row end with a hyphen, nor the last full one", "[hyphenate]") {
    if (!has_patterns()) return;
    const char* const source =
        "The infrastructure organization responsible for communication between international "
        "departments considered hyphenation algorithms extraordinarily important for "
        "everything.";
    fake::Text text = fake::text(source, {}, "en");
    std::vector<BreakOpportunity> all = find_break_opportunities(text.paragraph);
    Hyphenator hyphenator;
    add_hyphenation(text.paragraph, styles::Hyphenate::Auto, hyphenator, all);
    text.before = all;
    std::size_t hyphens = 0;
    for (double measure = 12; measure < 40; measure += 0.5) {
        CAPTURE(measure);
        const std::vector<SetLine> lines = fake::set_lines(text, measure);
        bool before = false;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const bool hyphen = all[lines[i].items.front().item].hyphen;
            CHECK_FALSE((hyphen && before));
            if (i + 1 == lines.size()) CHECK_FALSE(hyphen);
            hyphens += hyphen ? 1 : 0;
            before = hyphen;
        }
    }
    CHECK(hyphens > 10);
}
