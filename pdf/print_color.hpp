#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/geometry.hpp"

/// sRGB in the colours of a press, by formula: the output has no profile of a paper, and needs
/// none to set black text in black.
namespace cvtex::pdf {

/// Luma of ITU-R BT.601 on the stored values, 0–255: what a grey copy shows.
[[nodiscard]] constexpr std::uint8_t gray_of(Color color) {
    const int luma = 299 * color.red + 587 * color.green + 114 * color.blue;
    return static_cast<std::uint8_t>((luma + 500) / 1000);
}

/// Cyan, magenta, yellow and black, 0–255, with all of the grey in the black ink (ISO 32000-1,
/// 10.3.5, with undercolour removal by the whole of it): neutral colours are black ink alone.
[[nodiscard]] constexpr std::array<std::uint8_t, 4> inks_of(Color color) {
    const int most = std::max({color.red, color.green, color.blue});
    if (most == 0) return {0, 0, 0, 255};
    const auto ink = [most](int channel) {
        return static_cast<std::uint8_t>(((most - channel) * 255 + most / 2) / most);
    };
    return {ink(color.red), ink(color.green), ink(color.blue),
            static_cast<std::uint8_t>(255 - most)};
}

}  // namespace cvtex::pdf
