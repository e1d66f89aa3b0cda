#pragma once

#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// `blocks` side by side in `count` columns of about the same amount of text: a flex box of as
/// many `div`s. A heading stays with what follows it; a list alone is divided by its items.
[[nodiscard]] ast::Block column_blocks(ast::Blocks blocks, int count, Span span);

}  // namespace cvtex::grammar
