#include <string>

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
