#include "grammar/math.hpp"

#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::grammar;

namespace {

struct Parsed {
    ast::Document document;
    std::size_t warnings = 0;
};

Parsed read(const std::string& text) {
    Sources sources;
    const FileId file = sources.add(Source::decode("case.md", text));
    Diagnostics diagnostics;
    Parsed parsed{parse(sources, file, diagnostics), 0};
    parsed.warnings = diagnostics.all().size();
    return parsed;
}

/// The code spans of a paragraph.
std::vector<std::string> spans_of(const std::string& line) {
    const Parsed parsed = read(line);
    std::vector<std::string> out;
    for (const ast::Block& block : parsed.document.blocks) {
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        if (!paragraph) continue;
        for (const ast::Inline& node : paragraph->children) {
            if (const auto* code = std::get_if<ast::Code>(&node.node))
                out.push_back(code->text);
        }
    }
    return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("maths in a line is kept as it is written") {
    CHECK(spans_of("系数 $e^\\delta=2$ 与 $g$，$p_i^{(0)}=p_i$。") ==
          Strings{"e^\\delta=2", "g", "p_i^{(0)}=p_i"});
    CHECK(spans_of("概率 $0.5$、$2 \\times 0.09 = 0.18$") ==
          Strings{"0.5", "2 \\times 0.09 = 0.18"});
    CHECK(spans_of("$a_1*b_2*c$") == Strings{"a_1*b_2*c"});
    CHECK(spans_of("由于 $$ x_1\n= y $$ 故") == Strings{"x_1 = y"});
    CHECK(spans_of("$x \\$ y$") == Strings{"x \\$ y"});
}

TEST_CASE("sums of money and variables are no maths") {
    for (const char* line :
         {"$5 and $10", "US$5, A$6", "$5M-$10M", "$HOME/bin:$PATH", "$5到$6", "月薪$800，奖金$",
          "$ x $", "a$x$b", "$$", "$", "$$$x$$$", "costs $5, or 5$.", "\\$x$", "$x\n\ny$"}) {
        INFO(line);
        CHECK(spans_of(line).empty());
    }
}

TEST_CASE("displayed maths is a block of code") {
    for (const char* text :
         {"$$ a_1 = b_2 $$", "$$\na_1 = b_2\n$$", "前文\n$$\na_1 = b_2\n$$\n"}) {
        INFO(text);
        const Parsed parsed = read(text);
        REQUIRE_FALSE(parsed.document.blocks.empty());
        const auto* code = ast::get_if<ast::CodeBlock>(&parsed.document.blocks.back().node);
        REQUIRE(code);
        CHECK(code->text.starts_with("a_1 = b_2"));
    }
    const Parsed item = read("- 项\n\n  $$\n  x\n  = y\n  $$\n");
    REQUIRE(item.document.blocks.size() == 1);
    const auto& list = std::get<ast::List>(item.document.blocks[0].node);
    REQUIRE(list.items[0].children.size() == 2);
    const auto* code = ast::get_if<ast::CodeBlock>(&list.items[0].children[1].node);
    REQUIRE(code);
    CHECK(code->text.starts_with("x\n= y"));
    // Without its end it is text: the rest of the document is not swallowed.
    CHECK(
        std::holds_alternative<ast::Paragraph>(read("$$\nx\n\n后文").document.blocks[0].node));
}

TEST_CASE("maths is warned of once") {
    CHECK(read("$x$ 和 $y$\n\n$$ z $$\n\n$$\nw\n$$\n").warnings == 1);
    CHECK(read("价格 $5").warnings == 0);
}
