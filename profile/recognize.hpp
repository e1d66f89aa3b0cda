#pragma once

#include <span>

#include "grammar/ast.hpp"
#include "profile/recognized.hpp"

namespace cvtex::profile {

/// Finds sections and entries in `blocks`. `body`: index of the first outermost block that is
/// not part of the header. `has_header`: a name or contact details stand above. Linear in the
/// size of the document.
[[nodiscard]] Recognized recognize(std::span<const ast::Block> blocks, std::size_t body,
                                   bool has_header);

}  // namespace cvtex::profile
