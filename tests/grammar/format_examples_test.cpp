#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "grammar/dump.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/parse.hpp"
#include "tests/grammar/dump_text.hpp"
#include "tests/support/catch.hpp"

/// The fenced examples of docs/FORMAT.md are read without a complaint, and as
/// tests/grammar/format_examples.txt has them side by side: the syntax tree of each after
/// `interpret_html`, under the example's number and the heading it stands under.
/// CVTEX_UPDATE_EXAMPLES=1 writes that file anew.
namespace {

using namespace cvtex;

const std::string kGolden = std::string(CVTEX_ROOT) + "/tests/grammar/format_examples.txt";

struct Read {
    ast::Document document;
    Diagnostics diagnostics;
};

Read read(const std::string& text, bool set_html) {
    Sources sources;
    const FileId file = sources.add(Source::decode("FORMAT.md", text));
    Read result;
    result.document = grammar::parse(sources, file, result.diagnostics);
    if (set_html) {
        result.document =
            grammar::interpret_html(std::move(result.document), sources, result.diagnostics);
    }
    return result;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Example {
    std::string title;  ///< number and section
    std::string text;
};

/// Every fenced block but those of messages (`text`), which tests/program/command_line.sh
/// compares with what the program prints.
std::vector<Example> examples() {
    std::vector<Example> found;
    std::string section;
    const Read format = read(read_file(std::string(CVTEX_ROOT) + "/docs/FORMAT.md"), false);
    for (const ast::Block& block : format.document.blocks) {
        if (const auto* heading = ast::get_if<ast::Heading>(&block.node)) {
            section = grammar::plain_text(heading->children);
        }
        const auto* code = ast::get_if<ast::CodeBlock>(&block.node);
        if (code == nullptr || code->info == "text") continue;
        found.push_back({std::to_string(found.size() + 1) + " " + section, code->text});
    }
    return found;
}

/// What stands in the golden file for these examples.
std::string golden_of(const std::vector<Example>& all) {
    std::string text;
    for (const Example& example : all) {
        text += (text.empty() ? "--- " : "\n--- ") + example.title + " ---\n" +
                testing::without_spans(grammar::dump(read(example.text, true).document));
    }
    return text;
}

TEST_CASE("the examples of the format's description are read without a complaint") {
    const std::vector<Example> all = examples();
    CHECK(all.size() >= 12);
    for (const Example& example : all) {
        INFO(example.title);
        const Read result = read(example.text, true);
        CHECK_FALSE(
            (result.document.blocks.empty() && result.document.front_matter.values.empty()));
        for (const Diagnostic& each : result.diagnostics.all()) {
            FAIL_CHECK(each.code << ": " << each.message);
        }
    }
}

TEST_CASE("the examples of the format's description mean what they say") {
    const std::string actual = golden_of(examples());
    if (std::getenv("CVTEX_UPDATE_EXAMPLES") != nullptr) {
        std::ofstream(kGolden, std::ios::binary) << actual;
    }
    const std::string expected = read_file(kGolden);
    const auto differs =
        std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end());
    const auto line = 1 + std::count(actual.begin(), differs.first, '\n');
    INFO("tests/grammar/format_examples.txt, line " << line);
    CHECK(actual == expected);
}

TEST_CASE("every section of the format's description is in English and Chinese") {
    const Read format = read(read_file(std::string(CVTEX_ROOT) + "/docs/FORMAT.md"), false);

    struct Section {
        std::string title;
        std::size_t latin = 0, han = 0;
    };

    std::vector<Section> sections;
    for (const ast::Block& block : format.document.blocks) {
        if (const auto* heading = ast::get_if<ast::Heading>(&block.node)) {
            sections.push_back({grammar::plain_text(heading->children)});
        }
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        if (paragraph == nullptr || sections.empty()) continue;
        for (const char c : grammar::plain_text(paragraph->children)) {
            const bool high = static_cast<unsigned char>(c) >= 0xE4;
            sections.back().han += high ? 1 : 0;
            sections.back().latin += c >= 'a' && c <= 'z' ? 1 : 0;
        }
    }
    for (const Section& section : sections) {
        if (section.title.starts_with("What other tools")) continue;  // a list in both
        INFO(section.title);
        CHECK(section.latin > 40);
        CHECK(section.han > 10);
    }
}

}  // namespace
