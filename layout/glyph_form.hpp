#pragma once

#include <span>
#include <vector>

#include "layout/paragraph_text.hpp"

namespace cvtex::layout {

/// Decides for every character whether it is set as Han or as Latin (TYPOGRAPHY §5):
/// full-width and Han characters always Han, ASCII always Latin; quotes, dashes, dots and
/// ambiguous symbols by what stands around them. `regions` is parallel to the paragraph's
/// spans. Needs `code` and `span` only; white space counts as neutral, so it may run before
/// white space is resolved.
void resolve_forms(std::span<Character> characters, std::span<const Region> regions);

}  // namespace cvtex::layout
