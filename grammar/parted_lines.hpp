#pragma once

#include "grammar/ast.hpp"

/// ` || ` parts a line: what follows it goes to the line's right end, as an `Element` `span`
/// with `float:right`, and the bars are not set.
namespace cvtex::grammar {

/// Parts the first line of `inlines`; bars in code, emphasis or after a `\` are text.
void part_line(ast::Inlines& inlines);

/// Puts `right` at the right end of the line `left`; a space keeps the two apart as plain text.
void append_right_part(ast::Inlines& left, ast::Inlines right);

/// Makes a paragraph of every parted line of the paragraphs in `blocks`, and parts it.
void part_paragraphs(ast::Blocks& blocks);

}  // namespace cvtex::grammar
