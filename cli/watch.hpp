#pragma once

#include "cli/options.hpp"

namespace cvtex::cli {

/// Compiles what is asked for, and again whenever something it was made from changes, until the
/// user ends it. With `--serve` the pages are shown in a browser too.
[[nodiscard]] ExitCode watch(const Options& options);

}  // namespace cvtex::cli
