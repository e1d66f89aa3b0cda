#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

/// Unicode's own break tests, read where Debian's unicode-data puts them.
namespace cvtex::test {

/// One line of a *BreakTest.txt: the code points, and whether a break lies before each of
/// them and after the last.
struct BreakCase {
    std::string line;
    std::u32string text;
    std::vector<bool> breaks;
};

inline BreakCase parse_break_case(const std::string& line) {
    BreakCase result;
    result.line = line;
    std::istringstream stream(line.substr(0, line.find('#')));
    for (std::string token; stream >> token;) {
        if (token == "÷" || token == "×") {
            result.breaks.push_back(token == "÷");
        } else {
            const auto c = std::strtoul(token.c_str(), nullptr, 16);
            result.text += static_cast<char32_t>(c);
        }
    }
    return result;
}

/// The cases of auxiliary/`name`; empty, with a warning, where the file is missing.
inline std::vector<BreakCase> read_break_cases(const std::string& name) {
    std::ifstream file("/usr/share/unicode/auxiliary/" + name);
    if (!file) WARN("skipped: unicode-data is not installed");
    std::vector<BreakCase> cases;
    for (std::string line; std::getline(file, line);) {
        BreakCase one = parse_break_case(line);
        if (!one.text.empty()) cases.push_back(std::move(one));
    }
    return cases;
}

}  // namespace cvtex::test
