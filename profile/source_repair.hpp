#pragma once

#include <string>
#include <string_view>

namespace cvtex::profile {

/// `text`, a document, with what can be repaired where it was written: pasted radicals and
/// other text that `TextRepair` repairs, stray spaces inside dates (`2021年08 月`), and dashes
/// of date ranges that differ from the document's usual ones. Code, addresses and comments are
/// left alone, every date still means what it meant, and the document keeps its structure;
/// line ends stay where they are. What would break one of these is not changed.
[[nodiscard]] std::string repair_source(std::string_view text);

}  // namespace cvtex::profile
