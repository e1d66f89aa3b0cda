#pragma once

#include <optional>
#include <string>

#include "cli/option_list.hpp"

namespace cvtex::cli {

/// How wrong usage ends: exit status 2, `message` and where help is.
[[nodiscard]] StopEarly usage_error(const std::string& message);

/// Whether the options go together, and what `raw` holds, read into `options`.
[[nodiscard]] std::optional<StopEarly> check_options(const RawOptions& raw, Options& options);

}  // namespace cvtex::cli
