#include "grammar/scan_blocks.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "grammar/math.hpp"
#include "grammar/rules/blocks.hpp"
#include "grammar/rules/extensions.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// Alignment of one delimiter cell such as `:---:`, blanks around allowed.
ast::CellAlign cell_align(std::string_view cell) {
    const auto first = cell.find_first_not_of(" \t");
    const auto last = cell.find_last_not_of(" \t");
    const bool left = cell[first] == ':';
    const bool right = cell[last] == ':';
    if (left && right) return ast::CellAlign::Center;
    if (left) return ast::CellAlign::Left;
    return right ? ast::CellAlign::Right : ast::CellAlign::None;
}

template <char C>
ThematicRun thematic_run_of(std::string_view rest) {
    const auto length = rules::match<rules::thematic_run<C>>(rest);
    const auto markers = std::count(rest.begin(), rest.begin() + length, C);
    return {length, static_cast<std::uint32_t>(markers)};
}

}  // namespace

ThematicRun scan_thematic_run(std::string_view rest) {
    if (rest.empty()) return {};
    switch (rest.front()) {
        case '*':
            return thematic_run_of<'*'>(rest);
        case '-':
            return thematic_run_of<'-'>(rest);
        case '_':
            return thematic_run_of<'_'>(rest);
        default:
            return {};
    }
}

std::optional<AtxOpening> scan_atx_heading(std::string_view rest) {
    const auto length = rules::match<rules::atx_opening>(rest);
    if (length == 0) return std::nullopt;
    const auto level = std::min(rest.find_first_not_of('#'), rest.size());
    return AtxOpening{static_cast<int>(level), length};
}

std::string_view trim_atx_content(std::string_view content) {
    const auto trim_right = [](std::string_view text) {
        while (!text.empty() && ascii::is_blank(text.back())) text.remove_suffix(1);
        return text;
    };
    content = trim_right(content);
    std::string_view without = content;
    while (!without.empty() && without.back() == '#') without.remove_suffix(1);
    const bool closed = without.empty() || ascii::is_blank(without.back());
    return closed ? trim_right(without) : content;
}

int scan_setext_underline(std::string_view rest) {
    if (rules::match<rules::setext_underline<'='>>(rest) != 0) return 1;
    return rules::match<rules::setext_underline<'-'>>(rest) != 0 ? 2 : 0;
}

std::optional<FenceOpening> scan_fence(std::string_view rest) {
    if (rules::match<rules::backtick_fence>(rest) != 0) {
        const auto length = std::min(rest.find_first_not_of('`'), rest.size());
        return FenceOpening{'`', static_cast<std::uint32_t>(length)};
    }
    if (const auto length = rules::match<rules::tilde_fence>(rest)) {
        return FenceOpening{'~', length};
    }
    return std::nullopt;
}

bool closes_fence(std::string_view rest, FenceOpening opening) {
    if (opening.marker == '$') return is_math_fence(rest);
    const bool closing = opening.marker == '`'
                             ? rules::match<rules::closing_fence<'`'>>(rest) != 0
                             : rules::match<rules::closing_fence<'~'>>(rest) != 0;
    if (!closing) return false;
    return std::min(rest.find_first_not_of(opening.marker), rest.size()) >= opening.length;
}

std::optional<ListMarker> scan_list_marker(std::string_view rest) {
    if (rules::match<rules::bullet_marker>(rest) != 0) return ListMarker{.delimiter = rest[0]};
    const auto length = rules::match<rules::ordered_marker>(rest);
    if (length == 0) return std::nullopt;
    ListMarker marker{0, length, true, rest[length - 1]};
    std::from_chars(rest.data(), rest.data() + length - 1, marker.start);
    return marker;
}

std::pair<std::uint32_t, std::string_view> scan_footnote_marker(std::string_view rest) {
    const auto length = rules::match<rules::footnote_marker>(rest);
    if (length == 0) return {};
    return {length, rest.substr(2, rest.find(']') - 2)};
}

std::vector<ast::CellAlign> scan_delimiter_row(std::string_view rest) {
    std::vector<ast::CellAlign> columns;
    if (rules::match<rules::delimiter_row>(rest) == 0) return columns;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('|'), rest.size());
        const std::string_view cell = rest.substr(0, end);
        if (cell.find('-') != std::string_view::npos) columns.push_back(cell_align(cell));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return columns;
}

std::pair<std::uint32_t, ast::TaskState> scan_task_marker(std::string_view text) {
    const auto length = rules::match<rules::task_marker>(text);
    if (length == 0) return {0, ast::TaskState::None};
    return {length, text[1] == ' ' ? ast::TaskState::Open : ast::TaskState::Done};
}

std::uint32_t scan_definition_marker(std::string_view rest) {
    return rules::match<rules::definition_marker>(rest);
}

bool is_attribute_line(std::string_view rest) {
    return rules::match<rules::attribute_line>(rest) != 0;
}

bool is_page_break(std::string_view rest) {
    return rules::match<rules::page_break>(rest) != 0;
}

}  // namespace cvtex::grammar
