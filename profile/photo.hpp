#pragma once

#include "profile/profile.hpp"

namespace cvtex::profile {

/// Says what the photo shows when its author does not: in the document's language, by the
/// person's name.
void describe_photo(Profile& profile);

}  // namespace cvtex::profile
