#pragma once

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "profile/profile.hpp"
#include "profile/repair.hpp"

namespace cvtex::profile {

/// Reads `values` into the fields of `profile` (all but `lang`). Values of the wrong shape and
/// misspelt keys of ours are warnings; keys of site generators and other tools are silent.
void read_metadata(const ast::Mapping& values, TextRepair& repair, Profile& profile,
                   Diagnostics& diagnostics);

/// Front matter's `lang` or `language`.
/// The key `dates` as the style key `entry.dates` that it stands for.
[[nodiscard]] ast::Member dates_override(const ast::Member& member);

[[nodiscard]] std::optional<Field> read_language(const ast::Mapping& values);

}  // namespace cvtex::profile
