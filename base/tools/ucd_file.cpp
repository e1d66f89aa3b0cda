#include "base/tools/ucd_file.hpp"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>

namespace cvtex::ucd {
namespace {

constexpr std::string_view kBlank = " \t\r";
constexpr std::string_view kMissing = "# @missing:";

[[noreturn]] void fail(const std::string& message) {
    std::cerr << "generate_unicode: " << message << '\n';
    std::exit(EXIT_FAILURE);
}

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string> split_fields(std::string_view text) {
    std::vector<std::string> fields;
    for (;;) {
        const auto semicolon = text.find(';');
        fields.emplace_back(trim(text.substr(0, semicolon)));
        if (semicolon == std::string_view::npos) return fields;
        text.remove_prefix(semicolon + 1);
    }
}

std::optional<Line> parse_line(std::string_view text) {
    Line line;
    line.is_default = text.starts_with(kMissing);
    if (line.is_default) text.remove_prefix(kMissing.size());
    text = trim(text.substr(0, text.find('#')));
    if (text.empty()) return std::nullopt;
    line.fields = split_fields(text);
    const std::string range = line.fields.front();
    line.fields.erase(line.fields.begin());
    const auto dots = range.find("..");
    line.first = parse_hex(range.substr(0, dots));
    line.last = dots == std::string::npos ? line.first : parse_hex(range.substr(dots + 2));
    if (line.last >= kCodeSpace || line.first > line.last) fail("bad range: " + range);
    return line;
}

std::ifstream open(const std::string& path) {
    std::ifstream file(path);
    if (!file) fail("cannot read " + path + " (Debian package unicode-data)");
    return file;
}

}  // namespace

std::vector<Line> read_lines(const std::string& path) {
    std::ifstream file = open(path);
    std::vector<Line> lines;
    for (std::string text; std::getline(file, text);) {
        if (auto line = parse_line(text)) lines.push_back(std::move(*line));
    }
    if (lines.empty()) fail("no data in " + path);
    return lines;
}

std::map<std::string, std::string> read_aliases(const std::string& folder,
                                                std::string_view property) {
    std::ifstream file = open(folder + "/PropertyValueAliases.txt");
    std::map<std::string, std::string> aliases;
    for (std::string text; std::getline(file, text);) {
        const auto fields = split_fields(std::string_view(text).substr(0, text.find('#')));
        if (fields.size() >= 3 && fields[0] == property) aliases[fields[2]] = fields[1];
    }
    return aliases;
}

std::uint32_t parse_hex(std::string_view digits) {
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
    if (error != std::errc() || stop != end) fail("bad number: " + std::string(digits));
    return value;
}

std::vector<std::uint32_t> parse_code_points(std::string_view text) {
    std::vector<std::uint32_t> points;
    for (text = trim(text); !text.empty(); text = trim(text)) {
        const auto blank = text.find(' ');
        points.push_back(parse_hex(text.substr(0, blank)));
        if (blank == std::string_view::npos) break;
        text.remove_prefix(blank);
    }
    return points;
}

}  // namespace cvtex::ucd
