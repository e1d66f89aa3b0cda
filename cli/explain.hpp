#pragma once

#include "cli/options.hpp"

namespace cvtex::cli {

/// `cvtex explain KEY profile.md`: where the value of a style key, of a table of them, or of a
/// key of front matter or an employer comes from, on standard output: built-in < style < front
/// matter < employer < flags, the last one being what holds.
[[nodiscard]] ExitCode explain(const Options& options);

}  // namespace cvtex::cli
