#pragma once

#include <span>

#include "grammar/ast.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {

/// Finds name, headline and contact details at the top of `profile.blocks` and in its sections
/// on personal data, whatever they are written in: lines, lists, quotes, tables, HTML. What the
/// front matter holds comes first. Fills `profile.recognized`, whose sections must be there.
void find_personal_facts(Profile& profile);

}  // namespace cvtex::profile
