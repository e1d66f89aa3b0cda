#pragma once

#include <string>

#include "styles/context.hpp"

/// Work on the text of a line across its runs.
namespace cvtex::styles {

/// The line's text when it is nothing but text; otherwise nothing.
[[nodiscard]] std::optional<std::string> text_only(const InlineItems& items);

/// Splits the run at byte `offset` of the line's text, so that a run begins there. Returns the
/// index of the item that does (the number of items at the end).
std::size_t split_at(InlineItems& items, std::size_t offset);

/// Gives the runs of [begin, end) the properties that `element` sets.
void redress(Context& context, InlineItems& items, std::size_t begin, std::size_t end,
             const Scope& scope, Element element);

/// About how wide the line's text is, icons included: layout measures it later.
[[nodiscard]] Pt estimate_width(const Context& context, const InlineItems& items);

/// Drops white space at both ends of the line.
void trim_ends(InlineItems& items);

}  // namespace cvtex::styles
