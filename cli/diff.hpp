#pragma once

#include "cli/options.hpp"

namespace cvtex::cli {

/// `cvtex diff profile.md --for a --for b`: what two employers' versions of a document differ
/// in, as text on standard output; with one employer, what its version and everybody's do.
[[nodiscard]] ExitCode diff_versions(const Options& options);

}  // namespace cvtex::cli
