#pragma once

#include "grammar/ast.hpp"

/// Blocks that other tools set side by side on one line.
namespace cvtex::grammar {

/// A box of two that stand at the left and right end of the line.
[[nodiscard]] ast::Block side_by_side(ast::Block left, ast::Block right);

/// Parts left and right, as ` || ` does: LapisCV's titles of entries (`div` of class or `alt`
/// `entry-title`), oh-my-cv's `~ ` definitions, and an element that floats right after one that
/// floats left.
void arrange_sides(ast::Blocks& blocks);

}  // namespace cvtex::grammar
