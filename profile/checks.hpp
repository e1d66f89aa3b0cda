#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "profile/profile.hpp"

/// The leak guard: what nobody wants an employer to read.
namespace cvtex::profile {

/// The names of the rules, as an employer's `[checks]` table sets them.
[[nodiscard]] std::vector<std::string> check_rules();

/// Sets how grave the findings are: errors in a document for `employer` unless its `[checks]`
/// say otherwise, warnings without one.
void set_check_levels(const Employer* employer, Diagnostics& diagnostics);

/// Reports unfinished places (`TODO`, 待补充), notes for interviews, reasons for leaving,
/// wishes for pay, forbidden words, and `others` (names of other employers) that the text
/// applies to.
void check_leaks(const Profile& profile, const Employer* employer,
                 const std::vector<Field>& others, Diagnostics& diagnostics);

}  // namespace cvtex::profile
