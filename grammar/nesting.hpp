#pragma once

#include <cstddef>

#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// How many containers lie in one another, or inlines with children; 0 when none does. Linear,
/// and recursive: for trees whose depth is bounded.
[[nodiscard]] std::size_t nesting_of(const ast::Blocks& blocks);
[[nodiscard]] std::size_t nesting_of(const ast::Inlines& inlines);

}  // namespace cvtex::grammar
