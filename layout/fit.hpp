#pragma once

#include "layout/fit_setting.hpp"
#include "layout/layout.hpp"
#include "layout/line_cache.hpp"

/// Fitting to pages: a search between styles and the final layout for the setting that looks
/// best and fills exactly the pages wanted.
namespace cvtex::layout {

/// What the search came to.
struct Fitting {
    Setting setting;
    std::size_t pages = 0;  ///< that the document takes under it
    bool fits = false;      ///< exactly the pages wanted
    int lines_over = 0;     ///< of running text, to be saved for one page less, or for fitting
    std::vector<LineCache::Use> uses;  ///< how the paragraphs of the document were set
};

/// Fits `document` to `document.fit.pages` (which must be set) and leaves it as set: its
/// lengths are what the setting makes of them. Room is given in the order spaces, leading,
/// squeezed marks, margins, size; each only as far as is needed. A document that ends short is
/// loosened by spaces, leading and size, the less the emptier its last page is. When nothing
/// fits, the document is left as tight (or as loose) as its style allows.
[[nodiscard]] Result<Fitting> fit_pages(styles::StyledDocument& document,
                                        fonts::FontLibrary& library,
                                        const LayoutOptions& options);

/// How `document` falls into pages as it is.
[[nodiscard]] Result<Fitting> find_pages(const styles::StyledDocument& document,
                                         fonts::FontLibrary& library,
                                         const LayoutOptions& options);

}  // namespace cvtex::layout
