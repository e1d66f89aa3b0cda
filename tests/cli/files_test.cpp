#include "cli/files.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/outputs.hpp"
#include "tests/support/catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace cvtex::cli;

/// A folder that is gone afterwards.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("cvtex-files-" + std::to_string(::getpid()));

    Scratch() { fs::create_directories(path); }

    ~Scratch() { fs::remove_all(path); }

    [[nodiscard]] std::string operator/(const char* name) const {
        return (path / name).string();
    }
};

void put(const std::string& path, const std::string& text) {
    std::ofstream(path) << text;
}

std::string get(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("output replaces the old file whole, keeps its mode, leaves nothing beside it") {
    const Scratch scratch;
    put(scratch / "out.pdf", "old");
    fs::permissions(scratch / "out.pdf", fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(write_output(scratch / "out.pdf", "new").ok());
    CHECK(get(scratch / "out.pdf") == "new");
    CHECK(fs::status(scratch / "out.pdf").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(std::distance(fs::directory_iterator(scratch.path), fs::directory_iterator{}) == 1);
    CHECK_FALSE(write_output(scratch / "no/such/out.pdf", "new").ok());
    CHECK_FALSE(write_output(scratch.path.string(), "new").ok());
    CHECK_FALSE(write_output("/dev/full", "new").ok());
}

TEST_CASE("a document may read below its folder and where it is allowed to") {
    const Scratch scratch;
    fs::create_directories(scratch / "doc/img");
    put(scratch / "doc/img/a.png", "inside");
    put(scratch / "secret.png", "outside");
    fs::create_symlink(scratch / "secret.png", scratch / "doc/link.png");

    DocumentFiles files(scratch / "doc", {});
    CHECK(*files.read_confined("img/a.png") == "inside");
    CHECK(*files.read_confined("./img/../img/a.png") == "inside");
    for (const std::string path :
         {"../secret.png", "link.png", "/etc/passwd", "img", "none.png"}) {
        INFO(path);
        CHECK_FALSE(files.read_confined(path).ok());
    }
    CHECK_FALSE(files.read_confined(std::string("a\0b", 3)).ok());
    DocumentFiles trusting(scratch / "doc", {scratch.path.string()});
    CHECK(*trusting.read_confined("../secret.png") == "outside");
    CHECK(files.dependencies().size() >= 2);
}

TEST_CASE("depfiles are escaped as make wants") {
    CHECK(make_depfile("a.pdf", {"a b.md", "c$d.png", "a b.md"}) ==
          "a.pdf: \\\n  a\\ b.md \\\n  c$$d.png\n\na\\ b.md:\n\nc$$d.png:\n");
}

TEST_CASE("outputs stand beside their inputs, in a folder, or are refused") {
    using Outputs = std::vector<std::string>;
    const auto plan = [](const std::vector<std::string>& inputs, const std::string& output,
                         const Outputs& employers = {""}, const std::string& name = {}) {
        Options options;
        options.inputs = inputs;
        options.output = output;
        if (!employers.front().empty()) options.employers = employers;
        OutputPlan outputs(options);
        Outputs chosen;
        if (!outputs.check().ok()) return Outputs{"refused"};
        for (const std::string& input : inputs)
            for (const std::string& employer : employers) {
                const cvtex::Result<std::string> path = outputs.choose(input, employer, name);
                chosen.push_back(path.ok() ? *path : "refused");
            }
        return chosen;
    };
    CHECK(plan({"x/a.md"}, "") == Outputs{"x/a.pdf"});
    CHECK(plan({"-"}, "") == Outputs{"-"});
    CHECK(plan({"x/a.md", "y/b.md"}, "out/") == Outputs{"out/a.pdf", "out/b.pdf"});
    CHECK(plan({"x/a.md", "y/a.md"}, "out/") == Outputs{"refused"});
    CHECK(plan({"a.md", "b.md"}, "-") == Outputs{"refused"});
    CHECK(plan({"x/a.md"}, "", {"jia", "yi"}) == Outputs{"x/a-jia.pdf", "x/a-yi.pdf"});
    CHECK(plan({"x/a.md"}, "", {"jia"}, "林-甲") == Outputs{"x/林-甲.pdf"});
    CHECK(plan({"x/a.md"}, "one.pdf", {"jia", "yi"}) == Outputs{"one.pdf", "refused"});
}
