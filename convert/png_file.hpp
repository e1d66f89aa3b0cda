#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace cvtex::convert {

/// A PNG file of `rgba` (8 bits a channel, rows from the top, not premultiplied). `dpi`: its
/// resolution; 0: not stated. `profile`: ICC, of its colours; empty: sRGB.
[[nodiscard]] Result<std::string> png_file(const std::string& rgba, std::uint32_t width,
                                           std::uint32_t height, double dpi,
                                           std::string_view profile = {});

}  // namespace cvtex::convert
