#pragma once

#include <string>
#include <vector>

#include "profile/profile.hpp"

namespace cvtex::exporting {

/// What a reader must find on the pages, without white space.
struct VisibleText {
    std::string body;
    std::string notes;  ///< footnotes, in the order of their numbers
    std::string photo;  ///< the alternative of the photo, which stands where the style puts it
};

/// Every character of a profile that a reader must find, in reading order. Drawn bullets are
/// not text; numbers of ordered lists are.
[[nodiscard]] VisibleText visible_text(const profile::Profile& profile);

/// Every destination linked to, in order; remote images are not links.
[[nodiscard]] std::vector<std::string> link_destinations(const profile::Profile& profile);

/// `text` without white space, zero-width characters, variation selectors and marks of
/// direction, which extractors may drop or add.
[[nodiscard]] std::string without_space(const std::string& text);

/// `text` with each run of right-to-left letters, and what stands between and beside them but
/// no other letters, sorted: pages hold such text in the order of the eye, so that only its
/// characters can be compared.
[[nodiscard]] std::string unordered_right_to_left(const std::string& text);

/// Where two texts part, with some of what stands around it; empty when they are equal.
[[nodiscard]] std::string text_difference(const std::string& expected, const std::string& got);

}  // namespace cvtex::exporting
