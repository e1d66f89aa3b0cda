#pragma once

#include <cstdint>

#include "base/units.hpp"

namespace cvtex::styles {

/// The colours that pages are written in.
enum class PrintColor : std::uint8_t {
    Rgb,   ///< sRGB, as on screen
    Cmyk,  ///< inks; black text is black ink alone
    Gray,  ///< black ink only
};

/// What a printing house asks for.
struct PrintStyle {
    Pt bleed;            ///< beyond the page's edge, for what is cut off
    bool marks = false;  ///< where to cut
    PrintColor color = PrintColor::Rgb;
    bool operator==(const PrintStyle&) const = default;
};

}  // namespace cvtex::styles
