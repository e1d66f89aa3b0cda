#pragma once

#include "styles/context.hpp"

namespace cvtex::styles {

/// No fitting makes running text smaller than this.
inline constexpr Pt kSmallestFitted = Pt::of(9);

/// What the style lets vary, as parts of what it says itself. Ranges always hold the style's
/// own values: one that does not is widened to them.
[[nodiscard]] PageFit resolve_fit(const Sheet& sheet, const Scope& body);

}  // namespace cvtex::styles
