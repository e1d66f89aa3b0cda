#pragma once

#include "styles/context.hpp"

namespace cvtex::styles {

/// The contact details of the front matter on one line with bars between, each linked where
/// its kind says how.
[[nodiscard]] InlineItems contact_items(Context& context, const Scope& scope);

/// What a contact detail links to: `mailto:…`, `tel:…`, `https://…`; empty for a city.
[[nodiscard]] std::string contact_destination(const profile::Contact& contact);

}  // namespace cvtex::styles
