#include "pdf/page_boxes.hpp"

#include <algorithm>

#include "pdf/syntax.hpp"

namespace cvtex::pdf {
namespace {

using namespace literals;

/// From the bleed's edge to the marks, and their length: as printing houses ask for.
constexpr Pt kMarkGap = 2_mm;
constexpr Pt kMarkLength = 5_mm;

/// ISO 19005-2, 6.1.13: no side below 3 or above 14400 units.
Pt clamp_side(Pt length, Pt around) {
    return std::clamp(length, 3_pt, 14400_pt - around * 2);
}

std::string box(Size size, Pt around) {
    std::string out = "[";
    append_number(out, -around);
    out += ' ';
    append_number(out, -around);
    out += ' ';
    append_number(out, clamp_side(size.width, around) + around);
    out += ' ';
    append_number(out, clamp_side(size.height, around) + around);
    return out + "]";
}

}  // namespace

PageBoxes page_boxes(Size size, const styles::PrintStyle& print) {
    const Pt media = print.bleed + (print.marks ? kMarkGap + kMarkLength : Pt());
    return {box(size, media), box(size, print.bleed), box(size, {})};
}

std::vector<CropMark> crop_marks(Size size, Pt bleed) {
    const Pt near = bleed + kMarkGap;
    const Pt far = near + kMarkLength;
    std::vector<CropMark> marks;
    for (const Pt x : {Pt(), size.width}) {
        marks.push_back({{x, -far}, {x, -near}});
        marks.push_back({{x, size.height + near}, {x, size.height + far}});
    }
    for (const Pt y : {Pt(), size.height}) {
        marks.push_back({{-far, y}, {-near, y}});
        marks.push_back({{size.width + near, y}, {size.width + far, y}});
    }
    return marks;
}

Rect into_bleed(const Rect& rect, Size page, Pt bleed) {
    if (bleed <= Pt()) return rect;
    // Half a hundredth of a point: lengths in mm do not add up exactly.
    constexpr Pt kSlack = Pt::of(0.005);
    Pt left = rect.left(), top = rect.top(), right = rect.right(), bottom = rect.bottom();
    if (left <= kSlack) left = std::min(left, -bleed);
    if (top <= kSlack) top = std::min(top, -bleed);
    if (right >= page.width - kSlack) right = std::max(right, page.width + bleed);
    if (bottom >= page.height - kSlack) bottom = std::max(bottom, page.height + bleed);
    return {{left, top}, {right - left, bottom - top}};
}

}  // namespace cvtex::pdf
