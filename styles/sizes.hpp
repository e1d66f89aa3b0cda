#pragma once

#include <string_view>

#include "base/geometry.hpp"
#include "base/result.hpp"

/// Sizes of things that have names: paper and photos.
namespace cvtex::styles {

/// `A4`, `Letter`, `A5 landscape`, `210mm x 297mm`; bare numbers are points. Sides of 5 mm to
/// 5080 mm.
[[nodiscard]] Result<Size> parse_page_size(std::string_view text);
/// `1寸` (25 × 35 mm), `2寸` (35 × 49 mm), `小2寸` (35 × 45 mm), or `30mm x 40mm`. Sides of 5
/// to 200 mm.
[[nodiscard]] Result<Size> parse_photo_size(std::string_view text);

}  // namespace cvtex::styles
