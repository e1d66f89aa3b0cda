#pragma once

#include <optional>
#include <vector>

#include "layout/frame.hpp"
#include "pdf/hpdf.hpp"

namespace cvtex::pdf {

/// The document outline (12.3.3), nested by the entries' levels; a skipped level does not
/// nest deeper than one step. Open down to level 2. Nothing when there are no entries.
[[nodiscard]] std::optional<Dict> write_outline(const layout::LaidOut& laid_out,
                                                const std::vector<Dict>& pages,
                                                Document& document);

}  // namespace cvtex::pdf
