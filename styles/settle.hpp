#pragma once

#include "base/diagnostics.hpp"
#include "styles/sheet.hpp"

namespace cvtex::styles {

/// Text that has no size of its own yet: what relative sizes of `body` refer to (五号, the
/// usual text size of Chinese books).
inline constexpr Pt kRootSize = Pt::of(10.5);

/// The body's font size.
[[nodiscard]] Pt body_size(const Sheet& sheet);

/// Replaces names of colours by colours, drops references to fonts and colours that there are
/// not, and makes sure that the margins leave room; each with an error at its place. After
/// this, a sheet holds no names but font roles that exist.
void settle(Sheet& sheet, Diagnostics& diagnostics);

}  // namespace cvtex::styles
