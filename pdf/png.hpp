#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "pdf/hpdf.hpp"

namespace cvtex::pdf {

/// Pixels in rows from the top, 8 bits a channel.
struct Bitmap {
    std::uint32_t width = 0, height = 0;
    std::uint32_t channels = 3;  ///< 1: grey, 3: RGB, 4: CMYK
    std::string pixels;
    std::string alpha;         ///< empty: opaque
    std::string profile = {};  ///< ICC, fit for PDF; empty: sRGB
};

/// Decodes a PNG file of any kind: palette, 16 bit, interlaced, transparent; by its gamma to
/// sRGB, or with the profile that it has. Refuses more than
/// 64 million pixels, broken and truncated files.
[[nodiscard]] Result<Bitmap> decode_png(std::string_view bytes);

/// `rows` with each row's PNG filter in front (RFC 2083, 6), for /Predictor 15: half the size
/// for photographs. `stride`: bytes in a row, `pixel`: bytes in a pixel.
[[nodiscard]] std::string filter_rows(std::string_view rows, std::size_t stride,
                                      std::size_t pixel);

/// An image XObject of `bitmap`, whose colour space is written in `color_space`; its
/// transparency becomes a soft mask.
[[nodiscard]] Dict write_bitmap(Document& document, const Bitmap& bitmap,
                                std::string_view color_space);

}  // namespace cvtex::pdf
