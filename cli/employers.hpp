#pragma once

#include <string>
#include <vector>

#include "base/source.hpp"
#include "profile/employer.hpp"

/// Where employers are found: `employers/*.toml` beside a document, and its front matter.
namespace cvtex::cli {

/// Reads all employers for a document in `document_dir`, sorted by id; those of `front_matter`
/// win over files of the same name. A file that can't be read has the reason among its
/// diagnostics. The files' texts join `sources`.
[[nodiscard]] std::vector<profile::EmployerSource> read_employers(
    const std::string& document_dir, const ast::Mapping& front_matter, Sources& sources);

/// The ids that `wanted` means: itself, or all of `employers` but those that others extend and
/// that say so by a name beginning with `_`, for `all`.
[[nodiscard]] std::vector<std::string> expand_employers(
    const std::vector<std::string>& wanted,
    const std::vector<profile::EmployerSource>& employers);

}  // namespace cvtex::cli
