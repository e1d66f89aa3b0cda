#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {

/// The file name that an employer's `output` pattern makes for this profile, without folders
/// and extension: `{name}-{role}-{employer}` or `{岗位}-{姓名}-{电话}`. What has no value
/// leaves no separator behind; characters that file systems refuse become `_`; at most 120
/// bytes; never empty, hidden or one that begins like an option. Unknown fields are errors.
[[nodiscard]] std::string output_name(const Profile& profile, const Field& pattern,
                                      std::string_view stem, Diagnostics& diagnostics);

/// `text` as a file name of at most 120 bytes on any system.
[[nodiscard]] std::string safe_file_name(std::string_view text);

}  // namespace cvtex::profile
