#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "profile/employer.hpp"

namespace cvtex::profile {

/// The level of the headings that begin sections: the uppermost one in `blocks`, a lone level-1
/// heading (the document's title) aside. Nothing without such headings.
[[nodiscard]] std::optional<int> section_level(std::span<const ast::Block> blocks);

/// Letters and digits in lower case: what titles of sections are compared by.
[[nodiscard]] std::string title_key(std::string_view text);

/// Orders, leaves out and renames sections as `employer` says. Names are compared by their
/// letters and digits (`🎓 教育背景` is `教育背景`), and may be a heading's id. A section that
/// is not there is a warning with "did you mean": profiles share employers.
void arrange_sections(ast::Blocks& blocks, const Employer& employer, Diagnostics& diagnostics);

/// The ids of all headings.
[[nodiscard]] std::set<std::string> heading_ids(const ast::Blocks& blocks);

/// Links to the headings `gone` become text, and list items that held nothing but such a link
/// (a table of contents) vanish.
void forget_headings(ast::Blocks& blocks, const std::set<std::string>& gone);

}  // namespace cvtex::profile
