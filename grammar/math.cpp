#include "grammar/math.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace cvtex::grammar {
namespace {

/// What is longer has lost its end. Bounds what is looked at twice.
constexpr std::size_t kLongestInline = 500;
constexpr std::size_t kLongestDisplay = 8000;

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kTexSigns = "\\^_={}";

bool looks_like_tex(std::string_view content) {
    return content.find_first_of(kTexSigns) != std::string_view::npos;
}

/// $5 and 5$ are money; $0.5$ is not.
bool is_doubtful(std::string_view content) {
    const bool sum = ascii::is_digit(content.front()) &&
                     content.find_first_not_of("0123456789.") != std::string_view::npos;
    const bool wide = std::any_of(content.begin(), content.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    return sum || wide;
}

bool is_blank_line_in(std::string_view content) {
    for (auto at = content.find('\n'); at != std::string_view::npos;
         at = content.find('\n', at + 1)) {
        const auto next = content.find_first_not_of(" \t", at + 1);
        if (next != std::string_view::npos && content[next] == '\n') return true;
    }
    return false;
}

InlineMath scan_double(std::string_view text, std::uint32_t at) {
    const std::string_view after = text.substr(at + 2, kLongestDisplay);
    const auto end = after.find("$$");
    if (end == std::string_view::npos) return {};
    const std::string_view content = ascii::trim(after.substr(0, end));
    if (content.empty() || is_blank_line_in(content)) return {};
    return {static_cast<std::uint32_t>(end + 4), content};
}

InlineMath scan_single(std::string_view text, std::uint32_t at) {
    const std::string_view after = text.substr(at + 1, kLongestInline);
    std::size_t end = after.find('$');
    while (end != std::string_view::npos && end > 0 && after[end - 1] == '\\')
        end = after.find('$', end + 1);
    if (end == std::string_view::npos || end == 0) return {};
    const std::string_view content = after.substr(0, end);
    const char before = at == 0 ? ' ' : text[at - 1];
    const std::size_t behind = at + 1 + end + 1;
    const char next = behind < text.size() ? text[behind] : ' ';
    const bool inside = ascii::trim(content).size() == content.size();
    const bool outside =
        !ascii::is_alphanumeric(before) && !ascii::is_alphanumeric(next) && next != '$';
    if (!inside || !outside || is_blank_line_in(content)) return {};
    if (is_doubtful(content) && !looks_like_tex(content)) return {};
    return {static_cast<std::uint32_t>(end + 2), content};
}

}  // namespace

InlineMath scan_math(std::string_view text, std::uint32_t at) {
    const auto run = std::min(text.find_first_not_of('$', at), text.size()) - at;
    if (run == 2) return scan_double(text, at);
    return run == 1 ? scan_single(text, at) : InlineMath{};
}

bool is_math_fence(std::string_view line) {
    return ascii::trim(line) == "$$";
}

std::string_view display_math(std::string_view line) {
    line = ascii::trim(line);
    if (line.size() < 5 || !line.starts_with("$$") || !line.ends_with("$$")) return {};
    const std::string_view content = ascii::trim(line.substr(2, line.size() - 4));
    return content.find('$') == std::string_view::npos ? content : std::string_view{};
}

bool is_math_closed(std::string_view rest) {
    rest = rest.substr(0, kLongestDisplay);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        // In quotes and items a marker stands before it.
        const std::string_view line = ascii::trim(rest.substr(0, end));
        if (line.ends_with("$$") && line.find_first_not_of("> \t") == line.size() - 2)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

void warn_of_math(Span span, Diagnostics& diagnostics) {
    diagnostics.warning("math-as-code", span,
                        "maths is not typeset: it is shown as it is written, like code",
                        "write it in words or Unicode (x², ≥, Σ), or put in a picture of it");
}

}  // namespace cvtex::grammar
