#pragma once

#include "cli/job.hpp"

namespace cvtex::cli {

/// Prints help, a version or a usage error.
[[nodiscard]] ExitCode print_and_stop(const StopEarly& stop);

/// Prints the messages about one input, each once however many employers it is about, and what
/// goes to standard output. Returns the gravest code.
[[nodiscard]] ExitCode print_unit(const std::string& input, std::vector<Outcome>& outcomes,
                                  const Options& options);

/// Compiles all that is asked for, prints messages in the order of the inputs, goes on after
/// failures, and writes the depfile and the report. Returns the gravest code: environment
/// before document errors.
[[nodiscard]] ExitCode compile_all(const Options& options);

}  // namespace cvtex::cli
