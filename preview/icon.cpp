#include "preview/icon.hpp"

#include "layout/icon_drawing.hpp"
#include "preview/markup.hpp"

namespace cvtex::preview {

void append_icon(std::string& out, Point at, const layout::IconItem& icon) {
    out += "<g stroke-linecap=\"round\" stroke-linejoin=\"round\" transform=\"translate(";
    append_length(out, at.x);
    out += ' ';
    append_length(out, at.y);
    out += ")scale(" + ratio(icon.size.width.points() / layout::kIconGrid) + ")\">";
    std::string path;
    const auto add = [&path](char verb, std::initializer_list<layout::DrawPoint> points) {
        path += verb;
        for (const layout::DrawPoint& point : points) {
            append_length(path, Pt::of(point.x));
            path += ' ';
            append_length(path, Pt::of(point.y));
            path += ' ';
        }
    };
    for (const layout::DrawingStep& step : layout::draw_icon(icon.icon)) {
        switch (step.verb) {
            case layout::DrawingVerb::Move:
                add('M', {step.to});
                break;
            case layout::DrawingVerb::Line:
                add('L', {step.to});
                break;
            case layout::DrawingVerb::Cubic:
                add('C', {step.control1, step.control2, step.to});
                break;
            case layout::DrawingVerb::Close:
                path += 'Z';
                break;
            case layout::DrawingVerb::Stroke:
            case layout::DrawingVerb::Fill:
                out += "<path d=\"" + path + "\"";
                if (step.verb == layout::DrawingVerb::Stroke)
                    append_stroke(out, icon.color, Pt::of(layout::kIconStroke));
                else
                    append_color(out, "fill", icon.color);
                out += "/>";
                path.clear();
        }
    }
    out += "</g>\n";
}

}  // namespace cvtex::preview
