#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/options.hpp"

namespace cvtex::cli {

/// Prints help, a version or a usage error.
[[nodiscard]] ExitCode print_and_stop(const StopEarly& stop);

/// Compiles all inputs, `jobs` at a time, sharing fonts; prints messages in the order of the
/// inputs and goes on after failures. Returns the gravest code: environment before document
/// errors.
[[nodiscard]] ExitCode compile_all(const Options& options);

/// Where each input's output goes; an error when two would share a file or an input would be
/// overwritten.
[[nodiscard]] Result<std::vector<std::string>> plan_outputs(const Options& options);

}  // namespace cvtex::cli
