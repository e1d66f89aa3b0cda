#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// Parses the YAML 1.2 mapping at `region`: anchors, aliases and merge keys are resolved, tags
/// ignored, scalars stay text. Errors (`yaml-syntax`, `duplicate-key`, `yaml-limit`) are
/// reported at their place and what could be read is returned. Nullopt, without a diagnostic,
/// when the text is not a mapping at all; an empty text is an empty mapping.
[[nodiscard]] std::optional<ast::Mapping> parse_yaml(const Sources& sources, Span region,
                                                     Diagnostics& diagnostics);

}  // namespace cvtex::grammar
