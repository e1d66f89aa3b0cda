#pragma once

#include <optional>

#include "layout/paragraph.hpp"

namespace cvtex::layout {

struct FlowSettings;

/// Minimum and natural width of blocks, for table columns and rows of cells.
[[nodiscard]] ContentWidths measure_blocks(Context& context, const FlowSettings& settings,
                                           const styles::Blocks& blocks);

/// What a document asks of an image's size.
struct ImageWish {
    std::optional<Pt> width, height;
};

/// Size at which an image is set: as asked for, proportions kept when only one side is given,
/// else its natural size; scaled down into `room`. Zero when the image is empty.
[[nodiscard]] Size image_size(Size natural, const ImageWish& wish, Size room);

}  // namespace cvtex::layout
