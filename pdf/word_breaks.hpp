#pragma once

#include <cstddef>
#include <vector>

#include "layout/frame.hpp"

namespace cvtex::pdf {

/// Where a space is missing after an item: line breaking took it, or it was never needed
/// because the next item stands apart. Readers of structure join what belongs to one element,
/// so 14.8.2.5 wants words to be kept apart by spaces in the text itself.
///
/// `result[page][i]` is about item i of that page; false for items that are no text.
[[nodiscard]] std::vector<std::vector<bool>> missing_spaces(const layout::LaidOut& laid_out);

}  // namespace cvtex::pdf
