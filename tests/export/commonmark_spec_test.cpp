#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "export/export.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

/// The examples of the CommonMark specification, which is fetched as the npm package
/// "commonmark-spec" into node_modules (or the folder that CVTEX_COMMONMARK_SPEC names) and is
/// no part of this repository.
namespace {

using namespace cvtex;

constexpr std::size_t kExamples = 652;  // CommonMark 0.31.2

struct Example {
    std::size_t number = 0;
    std::string markdown;
    std::string html;
};

std::string read_spec() {
    const char* named = std::getenv("CVTEX_COMMONMARK_SPEC");
    const std::filesystem::path folder =
        named != nullptr ? std::filesystem::path(named)
                         : std::filesystem::path(CVTEX_ROOT) / "node_modules/commonmark-spec";
    std::ifstream file(folder / "spec.txt", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return file ? text.str() : std::string();
}

std::string with_tabs(std::string text) {
    const std::string arrow = "→";
    for (auto at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at)) {
        text.replace(at, arrow.size(), "\t");
    }
    return text;
}

std::vector<Example> read_examples(const std::string& spec) {
    const std::string fence(32, '`');
    std::vector<Example> examples;
    std::istringstream lines(spec);
    std::string* into = nullptr;
    for (std::string line; std::getline(lines, line);) {
        if (line == fence + " example") {
            examples.push_back({examples.size() + 1, {}, {}});
            into = &examples.back().markdown;
        } else if (into != nullptr && line == fence) {
            into = nullptr;
        } else if (into != nullptr && line == "." && into == &examples.back().markdown) {
            into = &examples.back().html;
        } else if (into != nullptr) {
            *into += with_tabs(line) + "\n";
        }
    }
    return examples;
}

std::string render(const std::string& markdown, const grammar::ParseOptions& options) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("example.md", markdown));
    return exporting::to_html_fragment(grammar::parse(sources, file, options, diagnostics));
}

void check_examples(const grammar::ParseOptions& options) {
    const std::string spec = read_spec();
    if (spec.empty()) {
        WARN("skipped: npm package commonmark-spec not found (npm install commonmark-spec)");
        return;
    }
    const std::vector<Example> examples = read_examples(spec);
    CHECK(examples.size() == kExamples);
    for (const Example& example : examples) {
        INFO("example " << example.number << ":\n" << example.markdown);
        CHECK(render(example.markdown, options) == example.html);
    }
}

}  // namespace

TEST_CASE("every example of the CommonMark specification renders as it says") {
    check_examples(grammar::ParseOptions::common_mark());
}

TEST_CASE("extensions leave the CommonMark examples alone, literal addresses apart") {
    grammar::ParseOptions options;
    options.front_matter = false;
    options.literal_autolinks = false;
    check_examples(options);
}
