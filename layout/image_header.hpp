#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "layout/frame.hpp"

namespace cvtex::layout {

/// What an image file's header says.
struct ImageHeader {
    ImageFormat format = ImageFormat::Png;
    std::uint32_t width = 0, height = 0;  ///< pixels, as stored
    double dpi_x = 0, dpi_y = 0;          ///< 0: unknown
    int orientation = 1;                  ///< EXIF 1–8
};

/// Why an image cannot be used: lower case, no full stop.
struct ImageProblem {
    const char* message = "";
};

/// Reads a PNG (IHDR, pHYs; W3C PNG §11.2.2, §11.3.4.3) or JPEG (SOFn, JFIF density, EXIF
/// orientation; ITU-T T.81 B.2.2) header. No pixel is decoded. Safe on any bytes, linear.
[[nodiscard]] std::variant<ImageHeader, ImageProblem> read_image_header(std::string_view bytes);

}  // namespace cvtex::layout
