#pragma once

#include <optional>
#include <string>

#include "styles/apply.hpp"

namespace cvtex::styles {

/// The style called `name` (built-in, or the path of a TOML file) with all that it extends, as
/// one TOML file that sets the same pages. Nothing after an error.
[[nodiscard]] std::optional<std::string> show_style(const std::string& name,
                                                    const FileReader& read, Sources& sources,
                                                    Diagnostics& diagnostics);

/// A built-in style's `description`.
[[nodiscard]] std::string style_description(const std::string& name);

}  // namespace cvtex::styles
