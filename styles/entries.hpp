#pragma once

#include <string>

#include "styles/context.hpp"

/// The heads of entries, which the profile has arranged: title, role, dates
/// (profile/arrange.hpp).
namespace cvtex::styles {

/// Whether the line holds an entry's dates.
[[nodiscard]] bool has_entry_dates(const ast::Inlines& inlines);

/// Whether a paragraph is the head of an entry.
[[nodiscard]] bool is_entry_head(const ast::Inlines& inlines);

/// An entry's head with the role and what follows it on a line of its own.
[[nodiscard]] ast::Inlines with_role_below(const ast::Inlines& inlines);

/// The facts below an entry's head, when `block` is a line of nothing else; or null.
[[nodiscard]] const ast::Inlines* entry_facts(const ast::Block* block);

/// What an outline calls the heading: its text without an entry's dates.
[[nodiscard]] std::string outline_title(const ast::Inlines& inlines);

/// Whether a head and its dates fit on one line; an estimate before any font is known.
[[nodiscard]] bool fits_beside(const Context& context, const InlineItems& head, Pt head_size,
                               const InlineItems& dates, Pt date_size);

/// Dates or facts on a line of their own below the head.
[[nodiscard]] Block fact_line(InlineItems items, const Scope& scope, Span span, Pt space_after);

/// The scope of dates.
[[nodiscard]] Scope entry_date_scope(Context& context, const Scope& scope);

}  // namespace cvtex::styles
