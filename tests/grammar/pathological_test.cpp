#include <algorithm>
#include <string>

#include "grammar/nesting.hpp"
#include "grammar/options.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

/// Hostile input gives a shallow tree and one message. That work on it grows with its length is
/// what tests/hostile/growth.sh measures.
namespace {

using namespace cvtex;

std::string repeat(const std::string& text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

std::size_t deepest_inlines(const ast::Blocks& blocks) {
    std::size_t deepest = 0;
    for (const ast::Block& block : blocks) {
        if (const auto* n = std::get_if<ast::Paragraph>(&block.node)) {
            deepest = std::max(deepest, grammar::nesting_of(n->children));
        } else if (const auto* quote = std::get_if<ast::BlockQuote>(&block.node)) {
            deepest = std::max(deepest, deepest_inlines(quote->children));
        } else if (const auto* box = ast::get_if<ast::ElementBlock>(&block.node)) {
            deepest = std::max(deepest, deepest_inlines(box->children));
        }
    }
    return deepest;
}

}  // namespace

TEST_CASE("nesting is capped with one message and keeps the text") {
    struct Case {
        const char* name;
        std::string markdown;
    };

    const Case cases[] = {
        {"quotes", repeat("> ", 10'000) + "末"},
        {"items", repeat("- ", 10'000) + "末"},
        {"emphasis", repeat("*a **b ", 5'000) + "末" + repeat(" c** d*", 5'000)},
        {"images", repeat("![", 5'000) + "末" + repeat("](u)", 5'000)},
    };
    for (const Case& c : cases) {
        INFO(c.name);
        Sources sources;
        Diagnostics diagnostics;
        const FileId file = sources.add(Source::decode("deep.md", c.markdown));
        const ast::Document document = grammar::parse(sources, file, diagnostics);
        CHECK(document.blocks.size() == 1);
        CHECK(diagnostics.count("nesting-too-deep") == 1);
    }
}

TEST_CASE("kinds of nesting share one bound") {
    std::string quotes;
    for (std::size_t depth = 0; depth < 60; ++depth) {
        quotes += repeat("> ", depth) + repeat("<div>", 60) + "\n" + repeat("> ", depth) + "\n";
    }
    const std::string cases[] = {
        quotes,
        repeat("- ", 60) + repeat("<div style=\"color:red\">", 60) + "末",
        repeat("<ul><li>", 90) + "\n\n" + repeat("> ", 60) + "末",
        repeat(repeat("<span>", 40) + "*a ", 40) + "末" + repeat("*", 40),
        repeat("<!-- cv: keep -->\n\n> ", 1) + repeat("> <!-- cv: keep -->\n", 60),
    };
    for (const std::string& markdown : cases) {
        INFO(markdown.substr(0, 60));
        Sources sources;
        Diagnostics diagnostics;
        const FileId file = sources.add(Source::decode("deep.md", markdown));
        const ast::Document document = grammar::interpret_html(
            grammar::parse(sources, file, diagnostics), sources, diagnostics);
        CHECK(grammar::nesting_of(document.blocks) <= grammar::kMaxContainerDepth);
        CHECK(deepest_inlines(document.blocks) <= grammar::kMaxInlineDepth);
    }
}
