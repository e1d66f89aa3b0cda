// Runs the golden cases: files under tests/golden/ in which input and expectation stand side by
// side.
//
//   --- name stage options… ---
//   input
//   ----
//   expected
//
// `stage` is a stage of --emit, or html, latex, text, diag (the messages), or tree: the syntax
// tree after pasted HTML and directives became elements of it. Usage: golden_tests [--update]
// [FILE…]

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "grammar/dump.hpp"
#include "grammar/parse.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cvtex;

struct Case {
    std::string name, stage;
    std::vector<std::string> options;
    std::string header, input, expected;
};

struct Tally {
    int passed = 0, failed = 0;
};

/// "--- name stage options ---" taken apart.
Case read_header(const std::string& line) {
    Case result;
    result.header = line;
    std::istringstream words(line.substr(4, line.size() - 8));
    words >> result.name >> result.stage;
    for (std::string word; words >> word;) result.options.push_back(word);
    return result;
}

bool is_header(const std::string& line) {
    return line.size() > 8 && line.starts_with("--- ") && line.ends_with(" ---");
}

std::vector<Case> read_cases(const fs::path& path) {
    std::ifstream file(path);
    std::vector<Case> cases;
    bool in_expected = false;
    for (std::string line; std::getline(file, line);) {
        if (is_header(line)) {
            cases.push_back(read_header(line));
            in_expected = false;
        } else if (cases.empty()) {
            continue;
        } else if (line == "----" && !in_expected) {
            in_expected = true;
        } else {
            (in_expected ? cases.back().expected : cases.back().input) += line + "\n";
        }
    }
    // The blank line that parts a case from the next belongs to neither.
    for (Case& each : cases) {
        if (each.expected.ends_with("\n\n")) each.expected.pop_back();
    }
    return cases;
}

std::string interpreted_tree(const std::string& input) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("case.md", input));
    ast::Document document = grammar::parse(sources, file, diagnostics);
    return grammar::dump(grammar::interpret_html(std::move(document), sources, diagnostics));
}

std::string run_case(const Case& each, fonts::FontLibrary& library) {
    if (each.stage == "tree") return interpreted_tree(each.input);
    std::vector<std::string> words{"cvtex", "-"};
    if (each.stage == "html" || each.stage == "latex" || each.stage == "text") {
        words.insert(words.end(), {"--to", each.stage});
    } else if (each.stage != "diag") {
        words.insert(words.end(), {"--emit", each.stage});
    }
    words.insert(words.end(), each.options.begin(), each.options.end());
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    const auto options = cli::parse_options(static_cast<int>(argv.size()), argv.data());
    if (const auto* stop = std::get_if<cli::StopEarly>(&options)) return stop->text;
    const cli::Compiled compiled =
        cli::compile("case.md", each.input, CVTEX_ROOT "/tests/golden",
                     std::get<cli::Options>(options), {library});
    if (each.stage != "diag") return compiled.output.value_or("(no output)\n");
    std::string messages;
    for (const Diagnostic& diagnostic : compiled.diagnostics.all()) {
        messages += format_human(diagnostic, compiled.sources, false);
    }
    return messages;
}

void report(const fs::path& path, const Case& each, const std::string& actual) {
    std::printf("FAILED %s: %s\n--- expected\n%s--- actual\n%s", path.filename().c_str(),
                each.name.c_str(), each.expected.c_str(), actual.c_str());
}

/// Writes the cases back with what came out.
void rewrite(const fs::path& path, const std::vector<Case>& cases,
             const std::vector<std::string>& actual) {
    std::ofstream file(path);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        file << (i > 0 ? "\n" : "") << cases[i].header << "\n"
             << cases[i].input << "----\n"
             << actual[i];
    }
}

void run_file(const fs::path& path, bool update, fonts::FontLibrary& library, Tally& tally) {
    const std::vector<Case> cases = read_cases(path);
    std::vector<std::string> outputs;
    for (const Case& each : cases) {
        outputs.push_back(run_case(each, library));
        if (!outputs.back().empty() && outputs.back().back() != '\n') outputs.back() += '\n';
        const bool same = outputs.back() == each.expected;
        ++(same ? tally.passed : tally.failed);
        if (!same && !update) report(path, each, outputs.back());
    }
    if (update) rewrite(path, cases, outputs);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<fs::path> paths;
    bool update = false;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--update")
            update = true;
        else
            paths.emplace_back(argv[i]);
    }
    if (paths.empty()) {
        for (const auto& entry : fs::directory_iterator(CVTEX_ROOT "/tests/golden")) {
            if (entry.path().extension() == ".txt") paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    fonts::FontLibrary library;
    Tally tally;
    for (const fs::path& path : paths) run_file(path, update, library, tally);
    std::printf("%d passed, %d failed\n", tally.passed, tally.failed);
    return tally.failed > 0 && !update ? 1 : 0;
}
