#include "tests/styles/styling.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::testing;

namespace {

const styles::TextStyle& first_style(const Styled& styled) {
    const auto* paragraph =
        std::get_if<styles::Paragraph>(&styled.document.blocks.front().node);
    REQUIRE(paragraph);
    return styled.document[std::get<styles::TextRun>(paragraph->content.front()).style];
}

}  // namespace

TEST_CASE("built-in styles are named") {
    const std::vector<std::string> names = styles::builtin_style_names();
    CHECK(names == std::vector<std::string>{"academic", "banner", "classic", "compact",
                                            "minimal", "modern", "plain", "report", "rirekisho",
                                            "sidebar"});
    for (const std::string& name : names) {
        const Styled styled = style_markdown("文字", {.style = name});
        CHECK(styled.diagnostics.all().empty());
        CHECK(styled.document.blocks.size() == 1);
    }
}

TEST_CASE("later sources win: style, document, command line") {
    const std::string document =
        "---\nstyle:\n  body:\n    size: 11pt\n    leading: 1.7\n---\n\n文字\n";
    const Styled from_document = style_markdown(document);
    CHECK(first_style(from_document).size == Pt::of(11));
    CHECK(from_document.document.page.grid.points() == Approx(18.7));
    const Styled from_command =
        style_markdown(document, {.overrides = {{"body.size", "9pt"}, {"body.size", "12pt"}}});
    CHECK(first_style(from_command).size == Pt::of(12));
}

TEST_CASE("style files extend others, relative to themselves") {
    const std::map<std::string, std::string> files{
        {"cv/styles/mine.toml", "extends = \"parent.toml\"\n[body]\nsize = \"9pt\"\n"},
        {"cv/styles/parent.toml", "extends = \"classic\"\n[colors]\ntext = \"#123456\"\n"}};
    const Styled styled = style_markdown("---\nstyle: styles/mine.toml\n---\n\n文字\n",
                                         {.style = "", .files = files, .document_dir = "cv"});
    CHECK(styled.diagnostics.all().empty());
    CHECK(first_style(styled).size == Pt::of(9));
    CHECK(first_style(styled).color == Color{0x12, 0x34, 0x56});
    CHECK(styled.shows("Noto Serif CJK"));
}

TEST_CASE("styles that go wrong are reported and replaced") {
    struct Case {
        const char* style;
        std::map<std::string, std::string> files;
        const char* code;
    };

    const Case cases[] = {
        {"clasic", {}, "unknown-style"},
        {"missing.toml", {}, "unreadable-style"},
        {"a.toml",
         {{"a.toml", "extends = \"b.toml\""}, {"b.toml", "extends = \"a.toml\""}},
         "style-cycle"},
        {"a.toml", {{"a.toml", "[body]\nsise = 3\n"}}, "unknown-style-key"},
        {"a.toml", {{"a.toml", "[body]\nsize = \"3pt\"\n"}}, "bad-style-value"},
        {"a.toml", {{"a.toml", "[body]\ncolor = \"nosuch\"\n"}}, "unknown-color"},
        {"a.toml",
         {{"a.toml", "[colors]\ntext = \"muted\"\nmuted = \"text\"\n"}},
         "unknown-color"},
        {"a.toml", {{"a.toml", "[body]\nfont = \"nosuch\"\n"}}, "unknown-font-role"},
        {"a.toml", {{"a.toml", "[page]\nmargin = \"150mm\"\n"}}, "bad-margins"},
        {"a.toml", {{"a.toml", "[body\n"}}, "toml-syntax"},
    };
    for (const Case& c : cases) {
        INFO(c.style << " " << c.code);
        const Styled styled = style_markdown("文字", {.style = c.style, .files = c.files});
        const Diagnostic* diagnostic = find_diagnostic(styled, c.code);
        REQUIRE(diagnostic);
        CHECK(diagnostic->severity == Severity::Error);
        CHECK(styled.document.blocks.size() == 1);
        // Layout goes on, to find what else is wrong.
        for (const auto& text : styled.document.text_styles) CHECK(text.stack.valid());
    }
}

TEST_CASE("errors in style files point at their place") {
    const Styled styled = style_markdown(
        "文字",
        {.style = "a.toml", .files = {{"a.toml", "[body]\nsize = \"9pt\"\nleadin = 1.5\n"}}});
    const Diagnostic* diagnostic = find_diagnostic(styled, "unknown-style-key");
    REQUIRE(diagnostic);
    const Source& source = styled.sources[diagnostic->span.file];
    CHECK(source.name() == "a.toml");
    CHECK(source.line_column(diagnostic->span.begin) == LineColumn{3, 1});
    CHECK(diagnostic->hint == "did you mean 'body.leading'?");
}

TEST_CASE("errors of --set point at the argument") {
    const Styled styled = style_markdown("文字", {.overrides = {{"body.sise", "10pt"}}});
    const Diagnostic* diagnostic = find_diagnostic(styled, "unknown-style-key");
    REQUIRE(diagnostic);
    CHECK(styled.sources[diagnostic->span.file].name() == "--set");
    CHECK(styled.sources.slice(diagnostic->span) == "body.sise");
    CHECK(diagnostic->hint == "did you mean 'body.size'?");
    const Styled color = style_markdown("文字", {.overrides = {{"color.acent", "#fff"}}});
    REQUIRE(find_diagnostic(color, "unknown-style-key"));
    CHECK(find_diagnostic(color, "unknown-style-key")->hint == "did you mean 'accent'?");
}

TEST_CASE("keys that --set must reach") {
    struct Case {
        const char* key;
        const char* value;
        const char* shown;
    };

    const Case cases[] = {{"page.size", "A5", "page 419.5276 x 595.2756"},
                          {"page.margin", "18mm", "margin 51.0236 51.0236 51.0236 51.0236"},
                          {"page.margin.left", "30mm", "85.0394 grid"},
                          {"body.size", "10pt", "size 10 "},
                          {"body.leading", "1.6", "10.5/16.8"},
                          {"body.align", "start", " start "},
                          {"body.indent", "2em", "indent 21"},
                          {"body.hang", "allow-end", " hang "},
                          {"body.punctuation", "kaiming", " kaiming "},
                          {"body.gap", "0.125em", "gap 0.125em"},
                          {"body.hyphenate", "true", "hyphenate"},
                          {"color.text", "#010203", "#010203"},
                          {"colors.text", "#010203", "#010203"},
                          {"body.font", "serif", "latin Noto Serif CJK"}};
    for (const Case& c : cases) {
        INFO(c.key << "=" << c.value);
        const Styled styled = style_markdown("文字", {.overrides = {{c.key, c.value}}});
        CHECK(styled.diagnostics.all().empty());
        CHECK(styled.shows(c.shown));
    }
}

TEST_CASE("hostile overrides do no harm") {
    for (const char* key :
         {"", ".", "=", "body", "body..size", "colors", "colors.", "fonts.x.y.z",
          "page.margin.top.top", "\xE4\xB8\xAD.\xE6\x96\x87"}) {
        INFO(key);
        const Styled styled = style_markdown("文字", {.overrides = {{key, "1"}}});
        CHECK(styled.diagnostics.error_count() > 0);
        CHECK(styled.document.blocks.size() == 1);
    }
}
