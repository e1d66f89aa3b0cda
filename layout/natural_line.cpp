#include "layout/natural_line.hpp"

#include <algorithm>

namespace cvtex::layout {

NaturalLine natural_line(const InlineText& inline_text, std::uint32_t begin,
                         std::uint32_t end) {
    const std::vector<BreakPlace> places = {{begin, 0, false}, {end, 0, false}};
    const std::vector<BreakPoint> points = measure_places(inline_text.items, places);
    NaturalLine line{points.front(), points.back(), {}};
    if (line.to.last > begin) line.width = (line.to.end - line.from.start).width;
    return line;
}

Pt widest_stretch(const InlineText& inline_text) {
    Pt width;
    for (const Stretch& stretch : inline_text.stretches) {
        width = std::max(width, natural_line(inline_text, stretch.begin, stretch.end).width);
    }
    return width;
}

}  // namespace cvtex::layout
