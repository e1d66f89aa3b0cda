#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/html_soup.hpp"

/// Turns the soup of elements into nodes of the document.
namespace cvtex::grammar {

/// What lasts for the whole document.
struct HtmlContext {
    HeadingIds& heading_ids;
    Diagnostics& diagnostics;
    std::size_t depth = 0;  ///< containers around the blocks being made
    int wraps = 0;          ///< inline elements around the blocks being made
};

/// Blocks of `nodes`; runs of inline content become paragraphs, blank ones vanish.
[[nodiscard]] ast::Blocks blocks_from_soup(SoupNodes nodes, HtmlContext& context);

/// Inlines of `nodes` with white space collapsed as CSS does and trimmed at both ends; blocks
/// inside are flattened, separated by hard breaks.
[[nodiscard]] ast::Inlines inlines_from_soup(SoupNodes nodes);

/// The same for Markdown inlines with raw tags among them: nothing is collapsed or trimmed.
[[nodiscard]] ast::Inlines inlines_from_markdown(SoupNodes nodes);

/// The inline element `tag` around `children`: a Markdown node where there is one. Empty when
/// nothing would be seen.
[[nodiscard]] ast::Inlines make_inline_element(const std::string& tag,
                                               const ast::Attributes& attributes,
                                               ast::Inlines children, Span span);

/// Appends `block`, inside a `div` with the attributes `style`, `align` and `lang` when it has
/// them: a list or a table has no room for them.
void append_boxed(const ast::Attributes& attributes, ast::Block block, ast::Blocks& out);

/// All inline content of `blocks`, one hard break between two of them.
[[nodiscard]] ast::Inlines flatten_blocks(ast::Blocks blocks);

/// A Table when the element is regular (no spans over cells, no widths, only paragraphs
/// inside): its head cells are all empty when the author wrote no header row. Otherwise
/// ElementBlocks `table` > `tr` > `td`/`th`. A caption and stray contents come before it.
void append_table(SoupElement element, Span span, HtmlContext& context, ast::Blocks& out);

[[nodiscard]] const std::string* find_attribute(const ast::Attributes& attributes,
                                                std::string_view name);
/// Concatenated text of the nodes, white space as written: what `pre` sets.
[[nodiscard]] std::string raw_text(const SoupNodes& nodes);

}  // namespace cvtex::grammar
