#pragma once

#include <optional>

#include "cli/pipeline.hpp"
#include "export/visible_text.hpp"

namespace cvtex::cli {

/// What is done with a finished PDF when asked for: it is read back, then encrypted. A text
/// other than `expected` is an error of the document `file`. Returns why something could not be
/// done.
[[nodiscard]] std::optional<Error> finish_pdf(const exporting::VisibleText& expected,
                                              FileId file, const Options& options,
                                              Compiled& compiled);

}  // namespace cvtex::cli
