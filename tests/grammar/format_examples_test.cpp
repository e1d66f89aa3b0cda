#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

/// The fenced examples of docs/FORMAT.md are read without a complaint.
namespace {

using namespace cvtex;

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

std::vector<std::string> examples() {
    std::ifstream file(std::string(CVTEX_ROOT) + "/docs/FORMAT.md");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> found;
    for (const ast::Block& block : read(text, false).document.blocks) {
        const auto* code = std::get_if<ast::CodeBlock>(&block.node);
        if (code == nullptr || !code->fenced) continue;
        if (code->info == "markdown" || code->info == "html") found.push_back(code->text);
    }
    return found;
}

TEST_CASE("the examples of the format's description are read without a complaint") {
    const std::vector<std::string> all = examples();
    CHECK(all.size() >= 3);
    for (const std::string& example : all) {
        INFO(example);
        const Read result = read(example, true);
        CHECK_FALSE(result.document.blocks.empty());
        for (const Diagnostic& each : result.diagnostics.all()) {
            FAIL_CHECK(each.code << ": " << each.message);
        }
    }
}

}  // namespace
