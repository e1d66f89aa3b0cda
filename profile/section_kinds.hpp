#pragma once

#include <string_view>

#include "profile/recognized.hpp"

namespace cvtex::profile {

/// The kind of the section that a heading of this text begins. Emoji, numbering, brackets and
/// what is in them are passed over; a title in two languages counts by either half.
[[nodiscard]] SectionKind section_kind(std::string_view title);

/// Whether sections of this kind are made of entries.
[[nodiscard]] bool holds_entries(SectionKind kind);

}  // namespace cvtex::profile
