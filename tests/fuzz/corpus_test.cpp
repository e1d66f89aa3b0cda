#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/fuzz/image_target.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/hostile/shapes.hpp"
#include "tests/support/catch.hpp"

/// What the fuzzers once tripped over, and what they start from: no crash, no undefined
/// behaviour (the sanitizers' build runs this too).
namespace {

using namespace cvtex;
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class Run>
std::size_t replay(const char* folder, Run run) {
    std::size_t count = 0;
    for (const auto& entry :
         fs::directory_iterator(fs::path(CVTEX_ROOT) / "tests/fuzz/corpus" / folder)) {
        INFO(entry.path());
        run(read(entry.path()));
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("the regression corpus of documents compiles") {
    CHECK(replay("document", [](const std::string& text) { test::fuzz_document(text); }) > 0);
}

TEST_CASE("the regression corpus of front matter compiles") {
    CHECK(replay("front-matter", [](const std::string& text) {
              if (!text.empty()) test::fuzz_front_matter(text[0], text.substr(1));
          }) > 0);
}

TEST_CASE("the regression corpus of pictures is read") {
    CHECK(replay("image", [](const std::string& bytes) { test::fuzz_image(bytes); }) > 0);
}

TEST_CASE("small hostile shapes compile") {
    constexpr std::size_t kSize = 40;
    for (const test::Shape& shape : test::hostile_shapes()) {
        INFO(shape.name);
        CHECK_NOTHROW(test::fuzz_document(shape.make(kSize)));
    }
}
