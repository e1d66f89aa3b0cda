#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "export/export.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

/// GitHub's extensions against its own implementation, cmark-gfm: documents of ours, written
/// and generated, must come out as the same HTML.
///
/// Differences that are meant, and hence not generated:
/// - Chinese and Japanese text ends an address, and emphasis beside it is CJK-friendly;
/// - an address may stand in square brackets that are no link (`[see www.a.cn]`);
/// - a domain is one by the specification's words, which `www.*` is not; a letter or digit
/// right
///   before `https://` makes it no address; what follows `a@b.cn@` leaves the first address
///   one;
/// - underscores after a domain are the sentence's, as other marks after an address are;
/// - a `~` within `~~…~~` does not end it; beside `*` and `_` it is a mark like others;
/// - a `[x]` further on does not tick the box; `- [ ]` without text is no task; one on the line
///   below its `-` or beside another marker is; the box of several paragraphs stands in the
///   first;
/// - a tag on a line of its own after a quote or item is a lazy line of its paragraph, which no
///   HTML block of the seventh kind interrupts; `<!A` and `<!-->` are what 0.31 makes of them;
/// - `![^1](u)` is an image; notes are numbered as the text uses them, with one way back each,
///   and what only notes use is not set.
namespace {

using namespace cvtex;
namespace fs = std::filesystem;

const char* const kWritten[] = {
    "| 甲 | 乙 |\n|:--|--:|\n| 一 | `a\\|b` |\n| 二 |\n| 三 | 3 | 多 |\n",
    "a | b\n-|-\n**c** | [d](e)\nf\n\ng\n",
    "|a|\n|-|\n> b\n",
    "|a|b|\n|-|\n",
    "a | b\n- | -\n",
    "段落\n| a |\n|---|\n| b |\n",
    "|a|\n|-|\n|\n",
    "- |a|b|\n  |-|-|\n  |c|d|\n",
    "> |a|\n> |-|\n> |b|\n",
    "| a \\| b |\n| --- |\n| `\\|` |\n",
    "| a |\n| :-: |\n| |\n",
    "~~a~~ ~b~ ~~~c~~~ ~~d~ ~~ e~~\n",
    "~~a *b~~ c*\n\n~~两\n\n段~~\n",
    "*a ~~b~~ c* ~~d *e* f~~ [~~g~~](h)\n",
    "- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [x]e\n- [  ] f\n",
    "1. [ ] a\n   - [x] b\n\n* [x] c\n\n  d\n",
    "- [x] [a](b)\n- [ ] # c\n- a [x] b\n",
    "www.commonmark.org/help. Visit www.commonmark.org/a.b?c=d!\n",
    "www.google.com/search?q=Markup+(business)))+ok (www.google.com/search?q=(a))\n",
    "www.google.com/search?q=commonmark&hl=en www.google.com/search?q=commonmark&hl;\n",
    "www.commonmark.org/he<lp\n",
    "http://commonmark.org (Visit https://encrypted.google.com/search?q=Markup+(business))\n",
    "ftp://foo.bar.baz *https://a.b* ~~http://a.b~~\n",
    "foo@bar.baz hello+xyz@mail.example isn't hello@mail+xyz.example\n",
    "a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_\n",
    "[www.a.b](http://c.d) ![www.a.b](c) `www.a.b` <http://a.b/?c&amp;d>\n",
    "www.a_b.c http://a.b_c x\n",
    "a[^1] b[^2] c[^1]\n\n[^2]: two\n\n[^1]: one\n\n    more\n",
    "甲[^1][^2] 乙[^2][^none][^1]\n\n[^1]: 一\n[^2]: 二\n",
    "![^1] [^none] [^ a] [^]\n\n[^1]: `x`\n[^unused]: y\n",
    "- [^a]\n\n  [^a]: in an item\n",
    "[^1]\n\n[^1]:\n    - a\n    - b\n\n    > c\n",
};

/// Pieces from which documents of one topic are put together.
struct Alphabet {
    const char* topic;
    std::vector<std::string> pieces;
};

const std::vector<Alphabet>& alphabets() {
    // clang-format off
    static const std::vector<Alphabet> all = {
        {"tables", {"|", "|", "|", "-", "--", ":-:", ":-", " ", "a", "b", "`|`", "\\|", "\n", "\n", "*", "x y", "|\n", ">",
                    "- ", "  ", "<b>", "\\", "| a | b |\n", "|---|---|\n", "--|--\n", "#"}},
        {"strikethrough", {"~~", "~~", "a", "b", " ", ".", "(", ")", "\n", "`", "\"", "~~~", "x y", "- ", "> ", "[c](d)"}},
        {"tasks", {"- [ ] a\n", "* [x] b\n", "  - [x] c\n", "1. [X] d\n", " e", "\n", "\n\n", "x", "  ", "[ ]", "- f\n", "- [x](y)\n"}},
        {"addresses", {"www.a.b", " http://a.b", " https://example.com", " ftp://x.y", "www.a_b.c", "/", "/", "?", "&amp;",
                       "&", ".", ",", ":", "(", ")", " ", " ", "*", "<", ">", "-", "~", "\"", "\n", "x", "!", ";"}},
        {"mail", {" a@b.c", " a.b-c_d@e.f ", ".", "-", " _", "+", " ", " ", ",", "/", "a", ":", "(", ")", "*", "x.y", "\n",
                  "!", "<", ">"}},
        {"notes", {"[^a]", "[^b]", "[^1]", "\n", "\n\n", "a", "    ", " ", "*", "- ", "> ", "[^a]: x\n\n",
                   "[^b]: y\n\n", "`", "(u)"}},
        {"all", {"- ", "> ", "| a | b |\n|---|---|\n", "|c|d|\n", " ~~x~~ ", "*", "`", "\n", "\n\n", "# ", "a", "- [ ] x\n", "    ",
                 "```\n", "<div>", " www.a.b ", " http://a.b ", "[^a]", "[^a]: n\n\n", "b c", "|", "1. ", "***\n", "  \n"}},
        {"blocks", {"- ", "* ", "1. ", "2) ", "> ", ">", " ", "    ", "\t", "\n", "\n", "\n\n", "a", "b c", "# ", "---\n", "***\n", "===\n",
                    "```\n", "~~~\n", "|-|\n", "*", "`", "\\", "&amp;", "123456789. "}},
        {"definitions", {"[a]", "[a]: ", "[b]: ", "/u", " \"w\"\n", " \"v\"\n", "\n", "\n", "\n\n", "[A]", "[a][b]", "[b](/v)", "![a]", "\\]",
                         "x", "> ", "# ", "    "}},
        {"html", {"<div>", "</div>", "<b>", "</b>", "<a href='x'>", "<a ", "\n", "\n", "\n\n", "<!-- c ", "-->", "<? p ", "?>", "<![CDATA[",
                  "]]>", "<pre>", "</pre>", "<script>", "</script>", "<p>", "<table>", "<x-y>", "a", " ", "*", "`", "# ", "    "}},
    };
    // clang-format on
    return all;
}

std::vector<std::string> documents() {
    constexpr int kEach = 60;
    constexpr std::uint_fast32_t kLongest = 14;
    std::vector<std::string> all(std::begin(kWritten), std::end(kWritten));
    std::mt19937 random(20240601);  // NOLINT: the same documents in every run
    for (const Alphabet& alphabet : alphabets()) {
        for (int i = 0; i < kEach; ++i) {
            std::string text;
            for (auto piece = 2 + random() % kLongest; piece > 0; --piece) {
                text += alphabet.pieces[random() % alphabet.pieces.size()];
            }
            all.push_back(text + "\n");
        }
    }
    return all;
}

std::string ours(const std::string& markdown) {
    grammar::ParseOptions options = grammar::ParseOptions::common_mark();
    options.tables = options.strikethrough = options.task_items = true;
    options.literal_autolinks = options.footnotes = true;
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("gfm.md", markdown));
    return exporting::to_html_fragment(grammar::parse(sources, file, options, diagnostics));
}

/// One process for all: each document's HTML by cmark-gfm.
std::vector<std::string> theirs(const std::vector<std::string>& all) {
    const fs::path folder = fs::temp_directory_path() / "cvtex-gfm-oracle";
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::ofstream(folder / (std::to_string(i) + ".md"), std::ios::binary) << all[i];
    }
    const std::string command =
        "cd '" + folder.string() +
        "' && for f in *.md; do cmark-gfm --unsafe -e table "
        "-e strikethrough -e autolink -e tasklist -e footnotes $f > $f.html || exit 1; done";
    std::vector<std::string> html;
    if (std::system(command.c_str()) == 0) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::ifstream file(folder / (std::to_string(i) + ".md.html"), std::ios::binary);
            std::ostringstream text;
            text << file.rdbuf();
            html.push_back(text.str());
        }
    }
    fs::remove_all(folder);
    return html;
}

/// Leaves out what the two write differently on purpose: classes and ids of headings and notes.
std::string normalized(std::string html) {
    static const std::pair<std::regex, const char*> kRules[] = {
        {std::regex(" ?<a href=\"#fnref[^\"]*\"[^>]*>↩(<sup[^>]*>[0-9]+</sup>)?</a>\n?"), ""},
        {std::regex(" class=\"footnote-ref\"| data-footnote-ref| data-footnotes"), ""},
        {std::regex(" id=\"fnref-[^\"]*\""), ""},
        {std::regex("(href=\"#|id=\")fn-[^\"]*\""), "$1fn\""},
        {std::regex("<h([1-6]) id=\"[^\"]*\">"), "<h$1>"},
        {std::regex("\n</li>"), "</li>"},
        {std::regex("(<input [^>]*> )\n<p>"), "\n<p>$1"},
    };
    for (const auto& [pattern, by] : kRules) html = std::regex_replace(html, pattern, by);
    return html;
}

}  // namespace

TEST_CASE("GitHub's extensions come out as GitHub sets them") {
    const std::vector<std::string> all = documents();
    const std::vector<std::string> expected = theirs(all);
    if (expected.empty()) {
        WARN("skipped: no cmark-gfm");
        return;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i]);
        CHECK(normalized(ours(all[i])) == normalized(expected[i]));
    }
}
