#pragma once

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {

/// Values by name, in order: the first one of a name counts.
using Variables = std::vector<std::pair<std::string, std::string>>;

/// The values that `{{name}}` may ask for: those of `employer` (null: none), of front matter's
/// `vars`, then the profile's own `name`, `headline`, `role`, `title`, `date`, and `employer`.
[[nodiscard]] Variables variables_of(const Profile& profile, const ast::Mapping& front_matter,
                                     const Employer* employer);

/// Puts values in the place of placeholders, in texts, links and the profile's fields. Values
/// are plain text and are not searched again. A placeholder without a value stays as written;
/// where the document or the employer defines variables that is a finding (`unknown-variable`).
void fill_placeholders(Profile& profile, const Variables& variables, bool complain,
                       Diagnostics& diagnostics);

}  // namespace cvtex::profile
