#pragma once

#include <string>
#include <string_view>

namespace cvtex::pdf {

/// A PNG file reduced to what its pixels need.
struct PngChunks {
    std::string file;     ///< IHDR, PLTE, tRNS, gAMA, sRGB, IDAT and IEND: no texts, no bombs
    std::string profile;  ///< of iCCP, unpacked; empty: none, or broken
};

/// Takes a PNG file apart. A broken one ends where it breaks, for libpng to say so.
/// With a profile, gAMA is left out: iCCP stands above it (PNG 11.3.3.3).
[[nodiscard]] PngChunks split_png(std::string_view bytes);

}  // namespace cvtex::pdf
