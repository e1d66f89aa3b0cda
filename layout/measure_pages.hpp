#pragma once

#include <vector>

#include "layout/layout.hpp"
#include "layout/line_cache.hpp"

namespace cvtex::layout {

/// How a document falls into pages.
struct Paging {
    std::vector<Pt> feet;  ///< of each page: where what stands on it ends, from the area's top
    Pt height;             ///< of the text area
    Pt leading;            ///< of running text
    std::size_t overfull = 0;  ///< lines that stand out into the margin
};

/// Finds the pages of `document` without setting what `lines` remembers.
[[nodiscard]] Result<Paging> measure_pages(const styles::StyledDocument& document,
                                           fonts::FontLibrary& library,
                                           const LayoutOptions& options, LineCache& lines);

}  // namespace cvtex::layout
