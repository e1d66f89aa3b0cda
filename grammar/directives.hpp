#pragma once

#include <string_view>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"

/// Directives in HTML comments: conditions, notes, columns, blocks to keep together.
namespace cvtex::grammar {

/// Whether a comment's text is meant for cvtex, understood or not, or looks as if it were.
[[nodiscard]] bool is_block_directive(std::string_view comment);

/// Puts the blocks between directives into what they ask for. A directive stands in `blocks` as
/// an HtmlBlock of its comment's text; a heading's tags hold for its section, up to the next
/// heading of its level or above. Columns and blocks to keep together become `div`s in the
/// style that HTML would have for them. `depth` containers are around `blocks`.
void apply_directives(ast::Blocks& blocks, std::size_t depth, Diagnostics& diagnostics);

/// Takes trailing comments such as `<!-- @a @!b -->` and the blanks before them away.
[[nodiscard]] ast::Tags take_trailing_tags(ast::Inlines& inlines, Diagnostics& diagnostics);
/// The same for the first paragraph of a list item.
[[nodiscard]] ast::Tags take_item_tags(ast::Blocks& item, Diagnostics& diagnostics);

/// `comment` has no end: what follows is left out, which the author of a directive does not
/// mean.
void report_endless_comment(std::string_view comment, Span span, Diagnostics& diagnostics);

/// `html` is a raw tag or comment inside a line: a directive there is an error, and tags, which
/// hold for headings and list items, get a warning.
void report_misplaced_directive(std::string_view html, Span span, Diagnostics& diagnostics);

}  // namespace cvtex::grammar
