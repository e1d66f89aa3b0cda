#pragma once

#include <cstdint>

#include "layout/frame.hpp"

namespace cvtex::layout {

/// A ratio of lengths, at most one.
struct Scale {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;

    [[nodiscard]] bool shrinks() const { return numerator != denominator; }

    [[nodiscard]] Pt apply(Pt length) const { return length.scaled(numerator, denominator); }
};

/// Makes a frame and all it holds smaller.
void scale_frame(Frame& frame, Scale scale);

}  // namespace cvtex::layout
