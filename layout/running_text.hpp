#pragma once

#include "layout/paragraph.hpp"

namespace cvtex::layout {

/// Adds the head and foot lines to finished pages, `{page}` `{pages}` `{title}` `{name}` filled
/// in. All of it is artifact.
void add_running_text(Context& context, const styles::PageStyle& style);

}  // namespace cvtex::layout
