#pragma once

#include <span>

#include "cli/run.hpp"

namespace cvtex::cli {

/// `cvtex which [--json] FILE.pdf…`: prints what each PDF says of its making, for people or as
/// one JSON object a line.
[[nodiscard]] ExitCode which(std::span<const char* const> arguments);

}  // namespace cvtex::cli
