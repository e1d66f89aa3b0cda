#include "layout/frame_scale.hpp"

#include "base/overloaded.hpp"

namespace cvtex::layout {
namespace {

void scale_size(Size& size, Scale scale) {
    size = {scale.apply(size.width), scale.apply(size.height)};
}

void scale_image(ImageItem& image, Scale scale) {
    scale_size(image.size, scale);
    image.radius = scale.apply(image.radius);
    image.stroke = scale.apply(image.stroke);
    if (!image.whole) return;
    scale_size(image.whole->size, scale);
    image.whole->origin = {scale.apply(image.whole->origin.x),
                           scale.apply(image.whole->origin.y)};
}

void scale_text(TextItem& text, Scale scale) {
    text.size = scale.apply(text.size);
    text.from_line = scale.apply(text.from_line);
    for (Glyph& glyph : text.glyphs) {
        glyph.advance = scale.apply(glyph.advance);
        glyph.width = scale.apply(glyph.width);
        glyph.nominal = scale.apply(glyph.nominal);
        glyph.x_offset = scale.apply(glyph.x_offset);
        glyph.y_offset = scale.apply(glyph.y_offset);
    }
}

}  // namespace

void scale_frame(Frame& frame, Scale scale) {
    if (!scale.shrinks()) return;
    scale_size(frame.size, scale);
    frame.baseline = scale.apply(frame.baseline);
    for (Placed& placed : frame.items) {
        placed.at = {scale.apply(placed.at.x), scale.apply(placed.at.y)};
        std::visit(overloaded{
                       [&](TextItem& text) { scale_text(text, scale); },
                       [&](RectItem& rect) { scale_size(rect.size, scale); },
                       [&](ShapeItem& shape) {
                           scale_size(shape.size, scale);
                           shape.stroke = scale.apply(shape.stroke);
                       },
                       [&](ImageItem& image) { scale_image(image, scale); },
                       [&](IconItem& icon) { scale_size(icon.size, scale); },
                       [&](LinkItem& link) { scale_size(link.size, scale); },
                       [](AnchorItem&) {},
                   },
                   placed.item);
    }
}

}  // namespace cvtex::layout
