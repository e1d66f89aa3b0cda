#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "pdf/hpdf.hpp"

namespace cvtex::pdf {

/// A JPEG file fit for /DCTDecode: the compressed image itself is not touched.
struct Jpeg {
    std::uint32_t width = 0, height = 0;
    int components = 3;     ///< 1, 3 or 4
    bool inverted = false;  ///< Adobe's CMYK, where 0 is full ink
    std::string profile;    ///< ICC, fit for PDF; empty: none
    std::string bytes;      ///< without Exif, GPS, comments and other private data
};

/// Checks the file's structure and drops its metadata. Refuses what PDF readers cannot decode
/// (arithmetic coding, lossless, 12 bit) and files that end before the image.
[[nodiscard]] Result<Jpeg> read_jpeg(std::string_view bytes);

/// An image XObject of `jpeg`, whose colour space is written in `color_space`.
[[nodiscard]] Dict write_jpeg(Document& document, Jpeg jpeg, std::string_view color_space);

}  // namespace cvtex::pdf
