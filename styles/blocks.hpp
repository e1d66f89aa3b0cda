#pragma once

#include <span>

#include "styles/context.hpp"

namespace cvtex::styles {

/// Blocks in the dress of `scope`; those that have nothing to show vanish.
[[nodiscard]] Blocks set_blocks(Context& context, std::span<const ast::Block> blocks,
                                const Scope& scope);

/// One block, appended to `out`.
void set_block(Context& context, const ast::Block& block, const Scope& scope, Blocks& out);

/// A paragraph dressed as `element`; nothing when it has nothing to show. An image alone
/// becomes a block.
void set_paragraph(Context& context, const ast::Inlines& inlines, Span span, const Scope& scope,
                   Element element, Blocks& out);

/// No space above the first and below the last block: the container has its own.
void trim_spaces(Blocks& blocks);

void set_list(Context& context, const ast::List& list, Span span, const Scope& scope,
              Blocks& out);
void set_element_block(Context& context, const ast::ElementBlock& element, Span span,
                       const Scope& scope, Blocks& out);

/// A heading, and the date line below it if `next` is one and the style sets dates beside
/// headings. Returns how many blocks it used: 1 or 2.
[[nodiscard]] std::size_t set_heading(Context& context, const ast::Block& block,
                                      const ast::Block* next, const Scope& scope, Blocks& out);

/// The header at the top of the document if the style has one: from front matter, or from the
/// first blocks. Returns how many blocks it used.
[[nodiscard]] std::size_t set_header(Context& context, std::span<const ast::Block> blocks,
                                     const Scope& scope, Blocks& out);

}  // namespace cvtex::styles
