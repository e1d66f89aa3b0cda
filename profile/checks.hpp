#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "profile/profile.hpp"

/// The leak guard: what nobody wants an employer to read.
namespace cvtex::profile {

/// Reports unfinished places (`TODO`, 待补充), notes for interviews, reasons for leaving,
/// wishes for pay, forbidden words, and `others` (names of other employers) that the text
/// applies to.
void check_leaks(const Profile& profile, const Employer* employer,
                 const std::vector<Field>& others, Diagnostics& diagnostics);

}  // namespace cvtex::profile
