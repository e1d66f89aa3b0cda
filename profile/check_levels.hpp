#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"

/// How grave what the leak guard finds is: set by `checks` in front matter and of an employer.
namespace cvtex::profile {

struct Employer;

enum class CheckLevel : std::uint8_t { Off, Warning, Error };

/// By rule, see `check_rules`; of two for one rule the later holds.
using CheckLevels = std::vector<std::pair<std::string, CheckLevel>>;

/// The names of the rules, as a `checks` table has them.
[[nodiscard]] std::vector<std::string> check_rules();

/// Reads the table `checks`: a rule's name and "error", "warn" or "off" each. Unknown rules and
/// levels are errors.
[[nodiscard]] CheckLevels read_check_levels(const ast::Member& checks,
                                            Diagnostics& diagnostics);

/// Makes findings errors in a document for `employer`, warnings without one, unless its
/// `checks`, or else those of the document, say otherwise.
void set_check_levels(const CheckLevels& document, const Employer* employer,
                      Diagnostics& diagnostics);

}  // namespace cvtex::profile
