// docs/CJK.md names files and tests; each must be there.

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

std::string read(const std::string& path) {
    std::ifstream file(std::string(CVTEX_ROOT) + "/" + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// What stands between `open` and `close` in `line`, piece by piece.
std::vector<std::string> quoted(const std::string& line, const std::string& open,
                                const std::string& close) {
    std::vector<std::string> out;
    for (std::size_t at = line.find(open); at != std::string::npos; at = line.find(open, at)) {
        at += open.size();
        const std::size_t end = line.find(close, at);
        if (end == std::string::npos) break;
        out.push_back(line.substr(at, end - at));
        at = end + close.size();
    }
    return out;
}

bool is_path(const std::string& name) {
    for (const char* folder : {"layout/", "fonts/", "tests/", "styles/", "profile/"}) {
        if (name.starts_with(folder)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("every file that docs/CJK.md names is there", "[cjk_doc]") {
    std::size_t files = 0;
    for (const std::string& line : lines_of(read("docs/CJK.md"))) {
        for (const std::string& path : quoted(line, "`", "`")) {
            if (!is_path(path)) continue;
            CAPTURE(path);
            CHECK_FALSE(read(path).empty());
            ++files;
        }
    }
    CHECK(files > 50);
}

TEST_CASE("every test that docs/CJK.md names is there", "[cjk_doc]") {
    std::size_t tests = 0;
    for (const std::string& line : lines_of(read("docs/CJK.md"))) {
        const std::size_t at = line.find("`tests/");
        if (at == std::string::npos) continue;
        const std::string path = quoted(line.substr(at), "`", "`").front();
        const std::string source = read(path);
        for (const std::string& name : quoted(line.substr(at), "“", "”")) {
            CAPTURE(path, name);
            const bool unit = source.find("TEST_CASE(\"" + name + "\"") != std::string::npos;
            const bool golden = source.find("--- " + name + " ") != std::string::npos;
            CHECK((unit || golden));
            ++tests;
        }
    }
    CHECK(tests > 50);
}
