#pragma once

#include "profile/entry_head.hpp"
#include "profile/recognized.hpp"

namespace cvtex::profile {

/// What a head says, as values. Numbers of blocks, span and confidence are left to the caller.
[[nodiscard]] Entry make_entry(const EntryHead& head, SectionKind kind);

}  // namespace cvtex::profile
