#pragma once

#include "cli/options.hpp"

namespace cvtex::cli {

/// Prints help, a version or a usage error.
[[nodiscard]] ExitCode print_and_stop(const StopEarly& stop);

/// Compiles all inputs for all employers asked for, `jobs` at a time, sharing fonts and each
/// parsed document; prints messages in the order of the inputs and goes on after failures.
/// Returns the gravest code: environment before document errors.
[[nodiscard]] ExitCode compile_all(const Options& options);

}  // namespace cvtex::cli
