#pragma once

#include "styles/context.hpp"

namespace cvtex::styles {

/// Adds what a document's title block has below the header that `out` ends with: the byline
/// (author and date) and the abstract, where the style shows them.
void finish_title_block(Context& context, const Scope& scope, Blocks& out);

}  // namespace cvtex::styles
