#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

/// Hostile input: parsing is linear and its tree is shallow. Time is the process' own CPU time
/// at two sizes, compared as a ratio, so that a slow or busy machine does not matter.
namespace {

using namespace cvtex;

struct Pattern {
    const char* name;
    std::function<std::string(std::size_t)> make;  ///< about proportional to its argument
};

std::string repeat(const std::string& text, std::size_t count) {
    std::string out;
    out.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

Pattern repeated(const char* text) {
    return {text, [text](std::size_t n) { return repeat(text, n); }};
}

std::string numbered(std::size_t n, const std::string& before, const std::string& after) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += before + std::to_string(i) + after;
    return out;
}

std::string growing_backticks(std::size_t n) {
    std::string out;
    for (std::size_t length = 1; out.size() < n; ++length)
        out += "e" + std::string(length, '`');
    return out;
}

std::vector<Pattern> patterns() {
    std::vector<Pattern> all;
    for (const char* text : {"[",
                             "]",
                             "![",
                             "*",
                             "*a ",
                             "_a ",
                             "*a_ ",
                             "**a *a ",
                             "~a ",
                             "~~a ~b ",
                             "`",
                             "` `` ",
                             "<",
                             "&",
                             "&aaaa",
                             ">",
                             "> - ",
                             "- ",
                             "* ",
                             "1. ",
                             "[a](",
                             "[a](b",
                             "[a](<b",
                             "[](((",
                             "<!-- a ",
                             "<? a ",
                             "<![CDATA[ a ",
                             "<!A a ",
                             "<a x=\"",
                             "<a b='<a b=\"",
                             "a  \n",
                             "http://",
                             "http://a.com，",
                             "www.",
                             "a@",
                             "a@b.",
                             "\\",
                             "\t",
                             "a\n=\n",
                             "<div>\n",
                             "- a\n\n",
                             "# a\n",
                             "a\n: b\n\n",
                             "[^a",
                             "[x][",
                             "[a]:\n",
                             "[a]: b \"\n",
                             "- [ ] a\n",
                             "**中文，**后文",
                             "```\n\n",
                             "<a\n",
                             "|",
                             "{",
                             "\"",
                             "#"}) {
        all.push_back(repeated(text));
    }
    all.push_back({"links in brackets",
                   [](std::size_t n) { return repeat("[", n) + repeat("[a](b)", n); }});
    all.push_back({"links in images",
                   [](std::size_t n) { return repeat("![", n) + repeat("[a](b)", n); }});
    all.push_back({"growing backticks", growing_backticks});
    all.push_back({"definitions and uses", [](std::size_t n) {
                       return numbered(n, "[a", "]: /u\n") + "\n" + numbered(n, "[a", "]");
                   }});
    all.push_back({"uses of a long definition", [](std::size_t n) {
                       return "[a]: " + std::string(n, 'u') + "\n\n" + repeat("[a]", n);
                   }});
    all.push_back({"footnotes", [](std::size_t n) {
                       return numbered(n, "[^", "]: a\n\n") + numbered(n, "[^", "]");
                   }});
    all.push_back({"wide head, short rows", [](std::size_t n) {
                       return repeat("a|", n) + "\n" + repeat("-|", n) + "\n" +
                              repeat("a\n", n);
                   }});
    all.push_back({"parentheses after a url",
                   [](std::size_t n) { return "http://a.com/" + std::string(n, ')'); }});
    all.push_back(
        {"same headings", [](std::size_t n) { return numbered(n, "# a-", "\n# a\n"); }});
    all.push_back({"one long line", [](std::size_t n) { return repeat("word 中文 ", 4 * n); }});
    return all;
}

double cpu_seconds(const std::string& markdown) {
    Sources sources;
    const FileId file = sources.add(Source::decode("hostile.md", markdown));
    double best = 1e9;
    for (int run = 0; run < 3; ++run) {
        Diagnostics diagnostics;
        const std::clock_t begin = std::clock();
        const ast::Document document = grammar::parse(sources, file, diagnostics);
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

}  // namespace

TEST_CASE("time grows with the length of hostile input, not with its square") {
    constexpr std::size_t kSmall = 5'000;
    constexpr std::size_t kFactor = 8;
    // Linear work takes 8 times as long, quadratic work 64 times.
    constexpr double kTolerated = 24;
    constexpr double kTooShortToTell = 0.02;
    for (const Pattern& pattern : patterns()) {
        const double large = cpu_seconds(pattern.make(kSmall * kFactor));
        if (large < kTooShortToTell) continue;
        INFO(pattern.name);
        CHECK(large / cpu_seconds(pattern.make(kSmall)) < kTolerated);
    }
}

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
