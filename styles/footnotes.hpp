#pragma once

#include <optional>

#include "styles/context.hpp"

namespace cvtex::styles {

/// Collects the definitions of a document, so that references may come first.
void collect_footnotes(Footnotes& footnotes, const ast::Blocks& blocks);

/// The raised mark of a reference, linked to its note; numbers follow the order of first
/// mention. Nothing where there is no such note.
[[nodiscard]] std::optional<TextRun> footnote_mark(Context& context, const std::string& label,
                                                   const Scope& scope, Span span);

/// Sets all footnotes, in the order of their numbers, into the document.
void set_footnotes(Context& context, const Scope& scope);

}  // namespace cvtex::styles
