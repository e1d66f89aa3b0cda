#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "profile/employer.hpp"

namespace cvtex::profile {

/// Whether `employer` sees what carries `tags`. Not when a negated tag, or a condition of
/// `exclude`, says so; otherwise when there is no other tag, when a tag is the employer or one
/// it extends, or when a condition of `include` holds. A negated tag means the employer when
/// it names it or a tag that `include` asks for.
[[nodiscard]] bool sees(const Employer& employer, const ast::Tags& tags);

/// The blocks that `employer` sees (everybody, when null): those of a `Conditional` in its
/// place, list items by their tags. Private blocks and notes to oneself vanish. Later stages
/// meet none of them.
[[nodiscard]] ast::Blocks select_blocks(ast::Blocks blocks, const Employer* employer);

/// Conditions of `employer` on tags that the document does not use are errors with "did you
/// mean"; a document without any tags is not tailored that way, and nothing is said.
void check_conditions(const Employer& employer, const ast::Blocks& blocks,
                      Diagnostics& diagnostics);

}  // namespace cvtex::profile
