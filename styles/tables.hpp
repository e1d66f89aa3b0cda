#pragma once

#include "styles/context.hpp"

/// Tables, of Markdown and of HTML.
namespace cvtex::styles {

/// A table of Markdown, or of HTML as regular as that.
void set_table(Context& context, const ast::Table& source, Span span, const Scope& scope,
               Blocks& out);

/// A table of pasted HTML that is kept as elements.
void set_html_table(Context& context, const ast::ElementBlock& element, Span span,
                    const Scope& scope, Blocks& out);

/// Appends `table` with the rules and spaces that the style has for tables; `scope` is the
/// dress of its text.
void append_table(Context& context, Table table, Span span, const Scope& scope, Blocks& out);

}  // namespace cvtex::styles
