#pragma once

#include <optional>
#include <string_view>

#include "styles/context.hpp"

/// Icons and labels before contact details, in styles that have them.
namespace cvtex::styles {

/// The icon called `name` beside text of `scope`; nothing when the style sets no icons or
/// there is none of that name.
[[nodiscard]] std::optional<InlineItem> icon_item(const Context& context, std::string_view name,
                                                  const Scope& scope, Span span);

/// The icon's name in an element's classes, `phone` of `icon icon-phone`; empty: none.
[[nodiscard]] std::string_view icon_in_classes(std::string_view classes);

/// What the style puts before a detail of that kind, `value`: an icon, a label, both or
/// nothing.
[[nodiscard]] InlineItems contact_marks(Context& context, std::string_view name,
                                        std::string_view value, const Scope& scope, Span span);

/// Puts icons and labels before the details of a contact line that neither a label nor an icon
/// of the author's announces.
void add_contact_marks(Context& context, InlineItems& items, const Scope& scope);

}  // namespace cvtex::styles
