#include "cli/options.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace cvtex::cli;

std::variant<Options, StopEarly> parse(std::vector<const char*> words) {
    words.insert(words.begin(), "cvtex");
    return parse_options(static_cast<int>(words.size()), words.data());
}

Options options(std::vector<const char*> words) {
    return std::get<Options>(parse(std::move(words)));
}

}  // namespace

TEST_CASE("options are read in every spelling") {
    CHECK(options({"a.md", "-o", "b.pdf"}).output == "b.pdf");
    CHECK(options({"a.md", "--output=b.pdf"}).output == "b.pdf");
    CHECK(options({"--to", "text", "a.md"}).to == Target::Text);
    CHECK(options({"--emit=lines", "a.md"}).emit == Stage::Lines);
    CHECK(options({"a.md"}).emit == std::nullopt);
    CHECK(options({"-q", "a.md"}).quiet);
    CHECK(options({"-W", "error", "a.md"}).warnings_are_errors);
    CHECK(options({"-"}).inputs == std::vector<std::string>{"-"});
    CHECK(options({"-j0", "a.md"}).jobs >= 1);
}

TEST_CASE("repeated options take one value each and leave the files alone") {
    const Options parsed =
        options({"--set", "body.size=10pt", "--set", "page.foot=a=b", "a.md", "b.md"});
    CHECK(parsed.inputs == std::vector<std::string>{"a.md", "b.md"});
    REQUIRE(parsed.overrides.size() == 2);
    CHECK(parsed.overrides[0] == std::pair<std::string, std::string>{"body.size", "10pt"});
    CHECK(parsed.overrides[1] == std::pair<std::string, std::string>{"page.foot", "a=b"});
    CHECK(options({"--font-dir", "x", "--font-dir", "y", "a.md"}).font_dirs.size() == 2);
}

TEST_CASE("what makes no sense stops with a usage error that names it") {
    const std::vector<std::pair<std::vector<const char*>, std::string>> cases{
        {{}, "no input file"},
        {{"--frobnicate", "a.md"}, "--frobnicate"},
        {{"--to", "word", "a.md"}, "word"},
        {{"--set", "=1", "a.md"}, "KEY=VALUE"},
        {{"-j", "many", "a.md"}, "many"},
    };
    for (const auto& [words, expected] : cases) {
        const auto parsed = parse(words);
        REQUIRE(std::holds_alternative<StopEarly>(parsed));
        CHECK(std::get<StopEarly>(parsed).code == ExitCode::Usage);
        CHECK(std::get<StopEarly>(parsed).text.find(expected) != std::string::npos);
    }
}

TEST_CASE("the first word may be a command") {
    CHECK(options({"check", "a.md"}).command == Command::Check);
    CHECK(options({"build"}).inputs == std::vector<std::string>{"."});
    CHECK(options({"build", "people", "--out", "x"}).output == "x");
    CHECK(options({"build.md"}).inputs == std::vector<std::string>{"build.md"});
    CHECK(options({"a.md", "build"}).command == Command::Compile);
}

TEST_CASE("version and help are printed with success") {
    for (const char* word : {"--version", "--help"}) {
        const auto parsed = parse({word});
        REQUIRE(std::holds_alternative<StopEarly>(parsed));
        CHECK(std::get<StopEarly>(parsed).code == ExitCode::Ok);
    }
}
