#pragma once

#include <optional>

#include "cli/pipeline.hpp"
#include "export/visible_text.hpp"
#include "styles/styled.hpp"

namespace cvtex::cli {

/// What `--verify` wants to read.
struct ExpectedText {
    exporting::VisibleText source;  ///< of the document as written
    std::string styled;             ///< with what its style adds and where it puts things
    bool side_column = false;       ///< shown beside the rest, not in reading order
};

[[nodiscard]] ExpectedText expect_text(const profile::Profile& profile,
                                       const styles::StyledDocument& styled);

/// What is done with a finished PDF when asked for: it is read back, then encrypted. A text
/// other than `expected` is an error of the document `file`. Returns why something could not be
/// done.
[[nodiscard]] std::optional<Error> finish_pdf(const ExpectedText& expected, FileId file,
                                              const Options& options, Compiled& compiled);

}  // namespace cvtex::cli
