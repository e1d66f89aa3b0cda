#include "pdf/icon_paths.hpp"

#include <string_view>

#include "pdf/syntax.hpp"
#include "styles/icon_drawing.hpp"

namespace cvtex::pdf {
namespace {

void append_point(std::string& out, styles::DrawPoint point) {
    append_number(out, point.x, 3);
    out += ' ';
    append_number(out, point.y, 3);
    out += ' ';
}

void append_step(std::string& out, const styles::DrawingStep& step) {
    using styles::DrawingVerb;
    switch (step.verb) {
        case DrawingVerb::Move:
            append_point(out, step.to);
            out += "m\n";
            return;
        case DrawingVerb::Line:
            append_point(out, step.to);
            out += "l\n";
            return;
        case DrawingVerb::Cubic:
            append_point(out, step.control1);
            append_point(out, step.control2);
            append_point(out, step.to);
            out += "c\n";
            return;
        case DrawingVerb::Close:
            out += "h\n";
            return;
        case DrawingVerb::Stroke:
            out += "S\n";
            return;
        case DrawingVerb::Fill:
            out += "f\n";
            return;
    }
}

}  // namespace

std::string icon_operators(styles::Icon icon) {
    std::string out;
    for (const styles::DrawingStep& step : styles::draw_icon(icon)) append_step(out, step);
    return out;
}

}  // namespace cvtex::pdf
