#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "grammar/parse.hpp"
#include "tests/grammar/node_kinds.hpp"
#include "tests/grammar/span_check.hpp"
#include "tests/grammar/span_reparse.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace cvtex;
namespace fs = std::filesystem;

std::string violation(const std::string& markdown, bool tolerant = false) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("spans.md", markdown));
    const std::string bad_order =
        test::SpanCheck(sources[file]).check(grammar::parse(sources, file, diagnostics));
    return bad_order.empty() ? test::SpanReparse(sources, file, tolerant).check() : bad_order;
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The inputs of the golden cases of one file or all: what stands between `--- name …` and
/// `----`.
std::vector<std::string> golden_inputs(const std::string& name = "") {
    std::vector<std::string> inputs;
    for (const auto& entry : fs::directory_iterator(fs::path(CVTEX_ROOT) / "tests/golden")) {
        if (entry.path().extension() != ".txt") continue;
        if (!name.empty() && entry.path().filename() != name) continue;
        std::istringstream lines(read(entry.path()));
        bool in_input = false;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("--- ") && line.ends_with(" ---")) {
                inputs.emplace_back();
                in_input = true;
            } else if (line == "----") {
                in_input = false;
            } else if (in_input) {
                inputs.back() += line + "\n";
            }
        }
    }
    return inputs;
}

/// Documents of this repository, and real ones where they are at hand.
std::vector<std::string> documents() {
    std::vector<std::string> all = golden_inputs();
    const fs::path root(CVTEX_ROOT);
    for (const char* folder : {"samples", "docs", "tests/fuzz/corpus/document",
                               "../shared/seeds", "../shared/corpus"}) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::directory_iterator(root / folder)) {
            if (entry.path().extension() == ".md") all.push_back(read(entry.path()));
        }
    }
    return all;
}

/// A part of a document with a few characters taken out and pieces of syntax put in.
std::string mutated(const std::string& document, std::mt19937& random) {
    static const std::string kPieces[] = {
        "*",        "**",    "_",          "~~",       "`",      "[",       "](u)",
        "]",        "\n",    "\n\n",       "- ",       "> ",     "1. ",     "# ",
        "    ",     "\t",    "|",          "|-|\n",    "```\n",  "<b>",     "</b>",
        "<div>\n",  "&amp;", "\\",         "www.a.b ", "a@b.c ", "[^1]",    "[^1]: n\n",
        "[a]: u\n", "[a]",   "  \n",       "\n: d\n",  "中",     "。",      "===\n",
        "---\n",    "![",    "http://a.b", "::: a\n",  ":::\n",  ":smile:", " || "};
    constexpr std::size_t kLength = 300;
    std::string text = document.substr(random() % (document.size() + 1), kLength);
    for (auto edits = random() % 6; edits > 0; --edits) {
        const std::size_t at = random() % (text.size() + 1);
        if (random() % 3 == 0) {
            text.erase(at, 1 + random() % 4);
        } else {
            text.insert(at, kPieces[random() % std::size(kPieces)]);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("every node has the span it was written at") {
    const std::string cases[] = {
        "**中文，**后文 &amp; \\*转义\\* [链接](https://a.com \"题\") ![图](a.png)",
        "> 引用一\n> **跨\n> 行** `代\n> 码`\n惰性续行\n",
        "- 甲\n  乙 &copy;\n\n  > 丙\n  > 丁\n- [x] 完成 *了*\n",
        "| 甲 | 乙 |\n|:--|--:|\n| `a\\|b` 后\\|文 | x |\n| 缺 |\n",
        "术语\n: 定义 **一**\n: 定义二\n\n正文[^1]。\n\n[^1]: 注 a@b.cn\n    续行\n",
        "标题 *斜*\n====\n\n# ATX `x` #\n\n# 属性 {#id .c}\n",
        "\t- 缩进代码\n\n-\t甲\n\n\t乙\n",
        "[a]: /u\n[b]: /v '题'\n余下的段落 [a] [乙][b]\n",
        "见https://a.com/x，www.b.cn。\n硬换行  \n反斜杠\\\n末行  \n",
    };
    for (const std::string& markdown : cases) {
        INFO(markdown);
        CHECK(violation(markdown) == "");
    }
}

TEST_CASE("the slice of each node reads as that node: written documents") {
    for (const std::string& document : documents()) {
        INFO(document.substr(0, 200));
        CHECK(violation(document) == "");
    }
}

TEST_CASE("no kind of node is left out of what is read again") {
    test::NodeKinds kinds;
    for (const std::string& document : golden_inputs()) {
        Sources sources;
        const FileId file = sources.add(Source::decode("spans.md", document));
        test::SpanReparse reparse(sources, file);
        CHECK(reparse.check() == "");
        kinds.blocks.insert(reparse.kinds().blocks.begin(), reparse.kinds().blocks.end());
        kinds.inlines.insert(reparse.kinds().inlines.begin(), reparse.kinds().inlines.end());
    }
    CHECK(kinds.missing(true) == "");
}

TEST_CASE("every kind of node has a golden case") {
    test::NodeKinds parsed, interpreted;
    const auto collect = [](const char* name, bool set_html, test::NodeKinds& kinds) {
        for (const std::string& document : golden_inputs(name)) {
            Sources sources;
            Diagnostics diagnostics;
            const FileId file = sources.add(Source::decode("kinds.md", document));
            ast::Document tree = grammar::parse(sources, file, diagnostics);
            if (set_html) tree = grammar::interpret_html(std::move(tree), sources, diagnostics);
            kinds.collect(tree.blocks);
        }
    };
    collect("ast.txt", false, parsed);
    collect("ast.txt", false, interpreted);
    collect("tree.txt", true, interpreted);
    CHECK(parsed.missing(true) == "");
    CHECK(interpreted.missing(false) == "");
}

TEST_CASE("the slice of each node reads as that node: changed documents") {
    constexpr int kMutants = 1500;
    const std::vector<std::string> all = documents();
    std::mt19937 random(1);  // NOLINT: the same documents in every run
    for (int i = 0; i < kMutants; ++i) {
        const std::string text = mutated(all[random() % all.size()], random);
        INFO(text);
        CHECK(violation(text, true) == "");
    }
}

namespace {

/// The dump of what interpretation makes of `markdown`, without places.
struct Interpreted {
    Sources sources;
    ast::Document document;

    explicit Interpreted(const std::string& markdown) {
        Diagnostics diagnostics;
        const FileId file = sources.add(Source::decode("html.md", markdown));
        document = grammar::interpret_html(grammar::parse(sources, file, diagnostics), sources,
                                           diagnostics);
    }
};

/// Inline elements of the paragraphs in `blocks`.
void find_elements(const ast::Blocks& blocks, std::vector<const ast::Inline*>& found) {
    for (const ast::Block& block : blocks) {
        if (const auto* box = ast::get_if<ast::ElementBlock>(&block.node)) {
            find_elements(box->children, found);
        } else if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.node)) {
            for (const ast::Inline& item : paragraph->children) {
                if (ast::holds<ast::Element>(item.node)) found.push_back(&item);
            }
        }
    }
}

}  // namespace

TEST_CASE("the slice of what interpretation makes is interpreted as that again") {
    const char* const cases[] = {
        "前\n\n<div align=\"center\">\n\n**甲** <kbd>乙</kbd>\n\n</div>\n\n后\n",
        "<table style=\"width:50%\"><tr><td colspan=2>甲<td>乙</table>\n\n后\n",
        "<section><h2>甲</h2><p>乙 <mark>丙</mark></p></section>\n",
        "甲 <span style=\"color:red\">乙 *丙*</span> <sup>2</sup> <u>丁</u>\n",
        "前\n\n<!-- cv: only a,b -->\n\n- 甲\n\n<!-- cv: end -->\n\n后\n",
        "<!-- cv: private -->\n\n甲\n\n<!-- cv: end -->\n\n<!-- cv: keep -->\n\n乙\n\n<!-- cv: "
        "end -->\n",
        "<!-- cv: columns 2 -->\n\n甲\n\n乙\n\n<!-- cv: end -->\n",
        "# 甲\n\n## 乙 <!-- @a @!b -->\n\n丙\n\n# 丁\n",
        "甲\n\n<!-- note: 乙\n丙 -->\n\n丁\n",
        "<div>\n\n> <div align=right>甲</div>\n\n</div>\n",
    };
    std::size_t checked = 0;
    test::NodeKinds kinds;
    for (const std::string markdown : cases) {
        INFO(markdown);
        const Interpreted whole(markdown);
        for (const ast::Block& block : whole.document.blocks) {
            if (!ast::holds<ast::ElementBlock>(block.node) &&
                !ast::holds<ast::Conditional>(block.node) &&
                !std::holds_alternative<ast::Note>(block.node)) {
                continue;
            }
            ++checked;
            kinds.blocks.insert(block.node.index());
            const Interpreted alone(std::string(whole.sources.slice(block.span)));
            CHECK(test::shape(alone.document.blocks) == test::shape({block}));
        }
        std::vector<const ast::Inline*> elements;
        find_elements(whole.document.blocks, elements);
        for (const ast::Inline* element : elements) {
            ++checked;
            const Interpreted alone(std::string(whole.sources.slice(element->span)));
            CHECK(test::shape(alone.document.blocks) ==
                  test::shape({{{}, ast::Paragraph{{*element}}}}));
        }
    }
    CHECK(checked >= 14);
    CHECK(kinds.blocks.size() == 3);  // elements, conditions, notes
}
