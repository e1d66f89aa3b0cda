#pragma once

#include <string>

#include "styles/styled.hpp"

namespace cvtex::styles {

/// Stands in `reading_text` for a page number, which layout will set.
inline constexpr char kPageNumber = '\x01';

/// All text of a styled document in reading order, footnotes at its end: what the author wrote,
/// where the style puts it, and what the style itself adds. Images count by their
/// alternatives; running lines are no part of it.
[[nodiscard]] std::string reading_text(const StyledDocument& document);

}  // namespace cvtex::styles
