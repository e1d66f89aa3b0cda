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
/// somebody is. Whether it did.
bool take_organisation(Entry& above, Entry& entry);

/// Whether the entry is the heading of a firm or a school, with or without dates.
[[nodiscard]] bool may_hold_roles(const Entry& entry);

}  // namespace cvtex::profile
