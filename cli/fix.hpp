#pragma once

#include "cli/options.hpp"

/// `cvtex check --fix`: repairs documents where they stand.
namespace cvtex::cli {

/// Shows what would change in each input as a unified diff on standard output, then writes it,
/// unless `--dry-run` asks for the diff alone. The file as it was stays beside it under its
/// name with a `~`.
[[nodiscard]] ExitCode fix_documents(const Options& options);

}  // namespace cvtex::cli
