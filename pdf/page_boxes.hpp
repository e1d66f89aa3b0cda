#pragma once

#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "styles/print_style.hpp"

namespace cvtex::pdf {

/// A page's boxes (ISO 32000-1, 14.11.2) as PDF arrays. The trimmed page's corner is the origin
/// of all coordinates; what is beyond it has negative ones.
struct PageBoxes {
    std::string media, bleed, trim;
};

[[nodiscard]] PageBoxes page_boxes(Size size, const styles::PrintStyle& print);

struct CropMark {
    Point from, to;
};

/// Two short lines at each corner, outside of the bleed (14.11.3), y downward.
[[nodiscard]] std::vector<CropMark> crop_marks(Size size, Pt bleed);

/// `rect`, carried on into the bleed where it touches the page's edge.
[[nodiscard]] Rect into_bleed(const Rect& rect, Size page, Pt bleed);

inline constexpr Pt kCropMarkStroke = Pt::of(0.25);

}  // namespace cvtex::pdf
