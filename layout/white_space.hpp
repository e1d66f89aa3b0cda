#pragma once

#include <span>
#include <vector>

#include "layout/paragraph_text.hpp"

namespace cvtex::layout {

/// Collapses white space and resolves soft line breaks ('\n' from text; forced breaks are
/// U+2028) by TYPOGRAPHY §4: nothing between Han, a space between Latin words, nothing at
/// paragraph and line edges. `code`, `form` and `cls` must be set.
void resolve_white_space(std::vector<Character>& characters);

/// For preformatted text: tabs become spaces up to the next multiple of four columns; a final
/// line end is dropped.
void expand_tabs(std::vector<Character>& characters);

/// Settles classes that depend on neighbours: attached symbols, solidus between Han, dashes,
/// bullets used as interpuncts.
void classify_in_context(std::span<Character> characters);

/// Decides which spaces are set as the Han–Latin gap and which are dropped beside full-width
/// marks. Code keeps its spaces.
void decide_space_fates(ParagraphText& paragraph);

}  // namespace cvtex::layout
