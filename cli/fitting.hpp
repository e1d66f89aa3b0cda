#pragma once

#include "cli/pipeline.hpp"
#include "layout/fit.hpp"

namespace cvtex::cli {

/// Sets `document` to fill the pages that its style asks for, if any. When it cannot, an error
/// says so, with the paragraphs from which a line is to be saved; the setting chosen goes to
/// `compiled.fitting`.
[[nodiscard]] std::optional<Error> fit_to_pages(styles::StyledDocument& document,
                                                fonts::FontLibrary& library,
                                                const layout::LayoutOptions& options,
                                                FileId file, Compiled& compiled);

/// What `cvtex advise` prints: how the document falls into pages, and where lines may be saved.
[[nodiscard]] Result<std::string> advise(styles::StyledDocument& document,
                                         fonts::FontLibrary& library,
                                         const layout::LayoutOptions& options, FileId file,
                                         const Sources& sources);

}  // namespace cvtex::cli
