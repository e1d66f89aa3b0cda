#pragma once

#include "grammar/ast.hpp"

namespace cvtex::profile {

/// The blocks that a reader sees: those of a `Conditional` in its place, unless it is private;
/// notes to oneself vanish. Later stages meet neither.
[[nodiscard]] ast::Blocks select_blocks(ast::Blocks blocks);

}  // namespace cvtex::profile
