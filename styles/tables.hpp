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

/// Where a table stands that is narrower than the text, and how wide it is asked to be.
struct TablePlace {
    Align align = Align::Start;
    std::optional<Pt> width;
    std::optional<Em> fraction;  ///< of the measure, 1em = all
};

/// Appends `table` with the rules and spaces that the style has for tables; `scope` is the
/// dress of its text.
void append_table(Context& context, Table table, Span span, const Scope& scope,
                  const TablePlace& place, Blocks& out);

}  // namespace cvtex::styles
