#pragma once

#include "base/result.hpp"
#include "cli/options.hpp"

/// Folders of people: which documents `cvtex build` compiles.
namespace cvtex::cli {

/// `options` with each folder among the inputs replaced by the documents below it, sorted, and
/// with the places of their outputs. Documents are `*.md` files whose names do not begin with
/// `.` or `_` and are not those of a project's own pages (README, CHANGELOG…); folders that
/// begin so, `employers`, `node_modules` and the output folder are passed over, as are symbolic
/// links to folders. Without an output folder it is `build` in the first one. An error when
/// a folder has no documents.
[[nodiscard]] Result<Options> expand_folders(const Options& options);

}  // namespace cvtex::cli
