#pragma once

#include "styles/context.hpp"

namespace cvtex::styles {

/// Dresses the person's name in `blocks` as `publications.own-name`, in the forms that lists of
/// works use: 林知远; Anran Chen, A. Chen, Chen, A., Chen Anran.
void mark_own_name(Context& context, Blocks& blocks, const Scope& scope);

/// The forms in which `name` may stand in a list of works, longest first.
[[nodiscard]] std::vector<std::string> name_forms(std::string_view name);

}  // namespace cvtex::styles
