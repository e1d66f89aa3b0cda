#pragma once

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// Parses the TOML 1.0 document at `region`. Members come in the order written, numbers and
/// dates as the text written. Each broken line is skipped after an error at its place
/// (`toml-syntax`, `duplicate-key`), so that the other keys survive; text over 256 KiB or
/// nested beyond reason is refused whole.
[[nodiscard]] ast::Mapping parse_toml(const Sources& sources, Span region,
                                      Diagnostics& diagnostics);

}  // namespace cvtex::grammar
