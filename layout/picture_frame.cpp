#include "layout/picture_frame.hpp"

#include <algorithm>

namespace cvtex::layout {
namespace {

/// Whether `natural`, as wide as the box, is lower than the box.
bool is_wider(Size natural, Size box) {
    return static_cast<Int128>(natural.width.units()) * box.height.units() >
           static_cast<Int128>(natural.height.units()) * box.width.units();
}

/// `natural` scaled to the box's height or width.
Size scaled_to(Size natural, Size box, bool by_height) {
    if (by_height) {
        return {natural.width.scaled(box.height.units(), natural.height.units()), box.height};
    }
    return {box.width, natural.height.scaled(box.width.units(), natural.width.units())};
}

/// The start of `whole` within `box` along one axis, so that the part at `focus` is in the
/// middle as far as the picture reaches.
Pt start_of(Pt whole, Pt box, Em focus) {
    return std::clamp(box / 2 - focus.at(whole), std::min(Pt{}, box - whole), Pt{});
}

}  // namespace

ImageItem frame_picture(ImageId image, Size natural, Size size,
                        const styles::PictureFrame& frame) {
    ImageItem item{image, size};
    item.radius = std::min({frame.radius, size.width / 2, size.height / 2});
    if (frame.border) {
        item.stroke = frame.border->thickness;
        item.stroke_color = frame.border->color;
    }
    if (natural.width <= Pt{} || natural.height <= Pt{}) return item;
    switch (frame.fit) {
        case styles::Fit::Stretch:
            break;
        case styles::Fit::Cover: {
            const Size whole = scaled_to(natural, size, is_wider(natural, size));
            if (whole == size) break;
            item.whole = Rect{{start_of(whole.width, size.width, frame.focus_x),
                               start_of(whole.height, size.height, frame.focus_y)},
                              whole};
            break;
        }
        case styles::Fit::Contain: {
            const Size whole = scaled_to(natural, size, !is_wider(natural, size));
            if (whole == size) break;
            item.whole =
                Rect{{(size.width - whole.width) / 2, (size.height - whole.height) / 2}, whole};
            break;
        }
    }
    return item;
}

}  // namespace cvtex::layout
