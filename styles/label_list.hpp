#pragma once

#include "styles/context.hpp"

namespace cvtex::styles {

/// A list whose items are `**label**: values`, set as the style wants: labels in a column of
/// equal width or above their values. False, and nothing set, when `list` is another or the
/// style leaves such lists as written. Every character stays, the colons too.
[[nodiscard]] bool set_label_list(Context& context, const ast::List& list, Span span,
                                  const Scope& scope, Blocks& out);

}  // namespace cvtex::styles
