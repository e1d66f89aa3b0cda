#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace cvtex::convert {

/// A PNG file of `rgba` (8 bits a channel, rows from the top, not premultiplied). `dpi`: its
/// resolution; 0: not stated.
[[nodiscard]] Result<std::string> png_file(const std::string& rgba, std::uint32_t width,
                                           std::uint32_t height, double dpi);

}  // namespace cvtex::convert
