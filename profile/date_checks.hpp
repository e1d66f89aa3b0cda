#pragma once

#include "base/diagnostics.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {

/// Warns of entries that end before they begin. `timeline`: also notes on months between jobs
/// and degrees that nothing accounts for, and on jobs held at the same time.
void check_dates(const Profile& profile, bool timeline, Diagnostics& diagnostics);

}  // namespace cvtex::profile
