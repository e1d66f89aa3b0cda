#pragma once

#include "base/result.hpp"
#include "layout/flow.hpp"
#include "layout/paragraph.hpp"

/// What is settled before the first paragraph is set, and checked after the last.
namespace cvtex::layout {

/// The page as the style wants it, or A4 with sane margins where that leaves no room for text.
[[nodiscard]] styles::PageStyle usable_page(const styles::PageStyle& style,
                                            Diagnostics& diagnostics);

/// Resolves the fonts of every text style that is used; others are never looked for. Fails when
/// no usable font is found.
[[nodiscard]] Status select_fonts(Context& context);

/// Warns of font families that a used style names and none of which was found.
void report_missing_families(const Context& context);

/// Fills the table of links, with the text each is set in.
void register_links(Context& context);

/// The look of body text, for what the document has no style for.
[[nodiscard]] FlowSettings make_settings(const styles::StyledDocument& document,
                                         const styles::PageStyle& page);

}  // namespace cvtex::layout
