#pragma once

#include "layout/flow.hpp"

namespace cvtex::layout {

/// A paragraph or heading: its lines, its structure element, its anchor and outline entry.
void add_paragraph(Flow& flow, const styles::Paragraph& paragraph, Span span);

/// Before a heading: when the heading above has had some text, however little, a page may end.
void begin_heading(Flow& flow, int level);

/// Preformatted text, line by line, to be split over pages.
void add_code(Flow& flow, const styles::CodeBlock& code, Span span);

/// Whether the text announces what follows: ends with a colon.
[[nodiscard]] bool is_lead_in(const styles::Paragraph& paragraph);

/// Notes on each text item where its line begins, for the dump of lines.
void note_line_origin(Frame& line);

}  // namespace cvtex::layout
