#pragma once

#include "profile/recognized.hpp"

namespace cvtex::profile {

/// A role with dates below the heading of its firm:
///
///     ### 星海科技有限公司
///     #### 后端工程师
///     2020.01 - 2021.02
///
/// `entry` becomes a role at `above`, within whose heading it stands, if its title says what
/// somebody is and `above` is neither dated nor a role.
void take_organisation(Entry& above, Entry& entry);

}  // namespace cvtex::profile
