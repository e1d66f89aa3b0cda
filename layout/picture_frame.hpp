#pragma once

#include "layout/frame.hpp"
#include "styles/styled.hpp"

namespace cvtex::layout {

/// The picture `image` of `natural` size, fitted into a box of `size` as `frame` wants it.
[[nodiscard]] ImageItem frame_picture(ImageId image, Size natural, Size size,
                                      const styles::PictureFrame& frame);

}  // namespace cvtex::layout
