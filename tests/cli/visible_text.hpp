#pragma once

#include <string>
#include <vector>

#include "profile/profile.hpp"

namespace cvtex::test {

/// Every character of a profile that a reader must find on the page, in reading order, without
/// white space. Drawn bullets are not text; numbers of ordered lists are.
[[nodiscard]] std::string visible_text(const profile::Profile& profile);

/// Every destination linked to, in order; remote images are not links.
[[nodiscard]] std::vector<std::string> link_destinations(const profile::Profile& profile);

/// `text` without white space, zero-width and variation-selector characters, which extractors
/// may drop.
[[nodiscard]] std::string without_space(const std::string& text);

}  // namespace cvtex::test
