#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/ast.hpp"

/// The line tests of the block phase, answered by the PEG rules. `rest` is a line from its
/// first character that is not a space or tab to its end, without the line end.
namespace cvtex::grammar {

struct AtxOpening {
    int level = 1;
    std::uint32_t content = 0;  ///< offset in `rest`
};

struct FenceOpening {
    char marker = '`';
    std::uint32_t length = 3;
};

/// Every block has room for one, hence the order of the members.
struct ListMarker {
    std::int32_t start = 1;  ///< of at most nine digits
    std::uint32_t length = 1;
    bool ordered = false;
    char delimiter = '-';  ///< bullet, or `.` or `)`
};

/// How far a line is made of `marker` and blanks only, and how many markers that are.
struct ThematicRun {
    std::uint32_t length = 0;
    std::uint32_t markers = 0;
};

[[nodiscard]] ThematicRun scan_thematic_run(std::string_view rest);
[[nodiscard]] std::optional<AtxOpening> scan_atx_heading(std::string_view rest);
/// The heading's text: without the closing `#`s and the blanks around.
[[nodiscard]] std::string_view trim_atx_content(std::string_view content);
/// 1 for `===`, 2 for `---`, 0 otherwise.
[[nodiscard]] int scan_setext_underline(std::string_view rest);
[[nodiscard]] std::optional<FenceOpening> scan_fence(std::string_view rest);
[[nodiscard]] bool closes_fence(std::string_view rest, FenceOpening opening);
[[nodiscard]] std::optional<ListMarker> scan_list_marker(std::string_view rest);

/// Kind 1–7 of the HTML block that `rest` starts (CommonMark §4.6); 0 for none.
[[nodiscard]] int scan_html_block(std::string_view rest);
/// Whether `line` satisfies the end condition of kinds 1–5.
[[nodiscard]] bool ends_html_block(int kind, std::string_view line);

/// Length of `[^label]: ` and the label; length 0 when there is none.
[[nodiscard]] std::pair<std::uint32_t, std::string_view> scan_footnote_marker(
    std::string_view rest);
/// Columns of a GFM delimiter row; empty when `rest` is none.
[[nodiscard]] std::vector<ast::CellAlign> scan_delimiter_row(std::string_view rest);
/// `[ ] ` or `[x] ` at the start of a list item's text, and its length.
[[nodiscard]] std::pair<std::uint32_t, ast::TaskState> scan_task_marker(std::string_view text);
/// Length of `: ` before a definition; 0 for none.
[[nodiscard]] std::uint32_t scan_definition_marker(std::string_view rest);
/// `{: .class #id}` alone on a line, of which kramdown shows nothing.
[[nodiscard]] bool is_attribute_line(std::string_view rest);
[[nodiscard]] bool is_page_break(std::string_view rest);

}  // namespace cvtex::grammar
