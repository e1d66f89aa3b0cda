#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "layout/frame.hpp"
#include "layout/layout.hpp"

namespace cvtex::layout {

/// What an image file's header says.
struct ImageHeader {
    ImageFormat format = ImageFormat::Png;
    std::uint32_t width = 0, height = 0;  ///< pixels, as stored
    double dpi_x = 0, dpi_y = 0;          ///< 0: unknown
    int orientation = 1;                  ///< EXIF 1–8
    bool arithmetic = false;              ///< a JPEG that few programs decode
    int channels = 3;                     ///< of a JPEG
};

/// Why an image cannot be used: lower case, no full stop.
struct ImageProblem {
    const char* message = "";
};

/// Whether the file is a WebP or an SVG, by what it begins with.
[[nodiscard]] std::optional<ForeignFormat> foreign_format(std::string_view bytes);

/// Reads a PNG (IHDR, pHYs; W3C PNG §11.2.2, §11.3.4.3) or JPEG (SOFn, JFIF density, EXIF
/// orientation; ITU-T T.81 B.2.2) header. No pixel is decoded. Safe on any bytes, linear.
[[nodiscard]] std::variant<ImageHeader, ImageProblem> read_image_header(std::string_view bytes);

}  // namespace cvtex::layout
