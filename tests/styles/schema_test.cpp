#include "styles/schema.hpp"

#include <fstream>
#include <sstream>

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::styles;

namespace {

Status set(Sheet& sheet, const char* key, const char* text) {
    return set_key(sheet, split_key(key), ast::Value{{}, ast::Scalar{text, true}});
}

}  // namespace

TEST_CASE("every listed key is a key") {
    const std::vector<KeyDoc> keys = list_keys();
    CHECK(keys.size() > 300);
    for (const KeyDoc& key : keys) {
        INFO(key.key);
        CHECK(is_key(split_key(key.key)));
        CHECK_FALSE(key.values.empty());
        CHECK_FALSE(key.meaning.empty());
    }
}

TEST_CASE("the reference in docs lists every key") {
    std::ifstream file(CVTEX_ROOT "/docs/STYLES.md");
    std::stringstream bytes;
    bytes << file.rdbuf();
    const std::string text = bytes.str();
    const auto names = [&](const std::string& name) {
        return text.find("`" + name + "`") != std::string::npos;
    };
    for (const KeyDoc& key : list_keys()) {
        const std::size_t dot = key.key.rfind('.');
        INFO(key.key);
        // Properties are listed once, not once an element.
        const bool documented =
            names(key.key) || (names(key.key.substr(0, dot)) && names(key.key.substr(dot + 1)));
        CHECK(documented);
    }
}

TEST_CASE("keys are read into the sheet") {
    Sheet sheet;
    CHECK(set(sheet, "body.size", "10pt").ok());
    CHECK(sheet[Element::Body].text.size->absolute == Pt::of(10));
    CHECK(set(sheet, "heading.2.space-before", "1em").ok());
    CHECK(sheet[Element::Heading2].box.space_before->em == Em::of(1));
    CHECK(set(sheet, "color.accent", "#123456").ok());
    CHECK(sheet.colors.contains("accent"));
    CHECK(set(sheet, "font.serif.ja.cjk", "A, B C").ok());
    CHECK(sheet.fonts["serif"].by_language["ja"].cjk == std::vector<std::string>{"A", "B C"});
    CHECK(set(sheet, "list.markers", "dash, disc").ok());
    CHECK(sheet.list.markers == std::vector{MarkerShape::Dash, MarkerShape::Disc});
    CHECK(set(sheet, "code.block.size", "9pt").ok());
    CHECK(sheet[Element::CodeBlock].text.size->absolute == Pt::of(9));
    CHECK(set(sheet, "body.space_after", "3pt").ok());
}

TEST_CASE("bad values are refused and leave the sheet alone") {
    struct Case {
        const char* key;
        const char* value;
    };

    const Case cases[] = {{"body.size", "3pt"},
                          {"body.size", "100pt"},
                          {"body.size", "big"},
                          {"body.leading", "0.1"},
                          {"body.align", "left-ish"},
                          {"page.size", "A0x"},
                          {"page.margin", "-3mm"},
                          {"page.margin", "1q"},
                          {"body.gap", "5em"},
                          {"list.markers", ""},
                          {"heading.1.keep-together", "maybe"},
                          {"quote.rule-left", "1pt 2pt 3pt"}};
    for (const Case& c : cases) {
        INFO(c.key << " = " << c.value);
        Sheet sheet;
        const Status status = set(sheet, c.key, c.value);
        REQUIRE_FALSE(status.ok());
        CHECK_FALSE(status.error().message.empty());
    }
}

TEST_CASE("unknown keys get suggestions") {
    CHECK(unknown_key(split_key("body.leadin")).hint == "did you mean 'body.leading'?");
    CHECK(unknown_key(split_key("pag.margin")).hint == "did you mean 'page.margin'?");
    const std::string hint = unknown_key(split_key("body.xyzzy")).hint;
    CHECK(hint.find("leading") != std::string::npos);
    CHECK_FALSE(is_key(split_key("body")));
    CHECK(is_table(split_key("body")));
    CHECK(is_table(split_key("heading")));
    CHECK_FALSE(is_table(split_key("nonsense")));
    for (const char* text : {"", ".", "..", "body.", "a.b.c.d.e.f"})
        CHECK_FALSE(is_key(split_key(text)));
}
