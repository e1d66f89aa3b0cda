#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Reads the text files of the Unicode Character Database (UAX #44 §4.2). Part of a program
/// that runs at build time only: a broken file ends it with a message.
namespace cvtex::ucd {

constexpr std::uint32_t kCodeSpace = 0x110000;

/// One data line: a code point range and the fields behind it, trimmed.
struct Line {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::vector<std::string> fields;
    bool is_default = false;  ///< from an "# @missing:" line
};

/// The data lines of `path` in file order, the "@missing" lines among them.
std::vector<Line> read_lines(const std::string& path);

/// Long value name to short one ("Left_To_Right" to "L") of property `property` ("bc").
std::map<std::string, std::string> read_aliases(const std::string& folder,
                                                std::string_view property);

std::uint32_t parse_hex(std::string_view digits);
/// "0066 0066" to code points.
std::vector<std::uint32_t> parse_code_points(std::string_view text);

}  // namespace cvtex::ucd
