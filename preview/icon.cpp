#include "preview/icon.hpp"

#include "preview/markup.hpp"
#include "styles/icon_drawing.hpp"

namespace cvtex::preview {

void append_icon(std::string& out, Point at, const layout::IconItem& icon) {
    out += "<g stroke-linecap=\"round\" stroke-linejoin=\"round\" transform=\"translate(";
    append_length(out, at.x);
    out += ' ';
    append_length(out, at.y);
    out += ")scale(" + ratio(icon.size.width.points() / styles::kIconGrid) + ")\">";
    for (const styles::SvgPath& path : styles::svg_paths(icon.icon)) {
        out += "<path d=\"" + path.data + "\"";
        if (path.filled)
            append_color(out, "fill", icon.color);
        else
            append_stroke(out, icon.color, Pt::of(styles::kIconStroke));
        out += "/>";
    }
    out += "</g>\n";
}

}  // namespace cvtex::preview
