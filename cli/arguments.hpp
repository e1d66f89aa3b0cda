#pragma once

#include <CLI/CLI.hpp>
#include <optional>

#include "cli/run.hpp"

namespace cvtex::cli {

/// Reads the arguments of a small command into what `app` binds; what to return at once for
/// `--help` and mistakes, of which it has told.
[[nodiscard]] std::optional<ExitCode> parse_arguments(CLI::App& app, int argc,
                                                      const char* const* argv);

}  // namespace cvtex::cli
