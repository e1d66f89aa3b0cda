#pragma once

#include <optional>

#include "cli/run.hpp"

namespace cvtex::cli {

/// The commands that compile nothing: `cvtex styles [--show NAME]`, `cvtex schema KIND`.
/// Nothing when the arguments are none of these.
[[nodiscard]] std::optional<ExitCode> run_about(int argc, const char* const* argv);

}  // namespace cvtex::cli
