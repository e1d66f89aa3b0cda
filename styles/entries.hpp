#pragma once

#include "styles/context.hpp"

namespace cvtex::styles {

/// Tells the parts of an entry's head apart: `星海科技 · 后端工程师 | 2021.07 – 至今`. What
/// follows the first separator is dressed as the role; dates at the end move to the line's
/// right end if there is room. The text stays what it is. `scope` is that around the heading.
void dress_entry_head(Context& context, Paragraph& heading, const Scope& heading_scope,
                      const Scope& scope);

/// The same for a paragraph that serves as one: bold at its start, dates at its end. Returns
/// whether it was one.
bool dress_entry_paragraph(Context& context, Paragraph& paragraph, const Scope& scope);

/// Dresses `date` and sets it beside the heading of `text`, if both fit on one line.
[[nodiscard]] bool set_aside(Context& context, Paragraph& heading, const Scope& heading_scope,
                             InlineItems date, const Scope& date_scope);

/// The scope of dates.
[[nodiscard]] Scope entry_date_scope(Context& context, const Scope& scope);

}  // namespace cvtex::styles
