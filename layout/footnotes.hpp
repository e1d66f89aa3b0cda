#pragma once

#include <span>
#include <vector>

#include "layout/note_book.hpp"
#include "layout/pages.hpp"

/// Footnotes: set where they are first mentioned, placed at the foot of that page.
namespace cvtex::layout {

struct Context;
struct Flow;

/// Sets the notes whose marks stand on `line` for the first time and notes them in it; names
/// the places of their marks. Notes that these mention follow them.
void set_mentioned_notes(Flow& flow, Frame& line);

/// Sets the notes that nothing mentioned: they stand on the last page.
void set_other_notes(Flow& flow);

/// Room that a page with notes spends beside them, of the document's style.
[[nodiscard]] NoteRules note_rules(const Context& context, Pt leading);

/// Places the notes of all pages, each below its page's text: what does not fit goes on at the
/// foot of the next page.
void place_footnotes(Context& context, const Area& area, Pt measure, Sheets& sheets);

}  // namespace cvtex::layout
