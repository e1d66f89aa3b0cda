#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cvtex::pdf {

/// A picture's own ICC profile, fit for /ICCBased with `channels` components (1, 3 or 4;
/// ISO 32000-1 8.6.5.5, ISO 19005-2 6.2.4.2): sound in its header and tag table, of a version
/// and class that PDF allows. Nothing for a broken one, and for sRGB, which is what device
/// colours mean already.
[[nodiscard]] std::optional<std::string> usable_profile(std::string_view profile, int channels);

}  // namespace cvtex::pdf
