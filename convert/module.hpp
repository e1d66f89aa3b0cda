#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Pictures that PDF has no place for, turned into PNG. Each format's library is in a module of
/// its own that is loaded when such a picture occurs: librsvg alone takes longer to load than
/// most documents to compile.
namespace cvtex::convert {

inline constexpr const char* kWebpModule = "cvtex-webp.so";
inline constexpr const char* kJpegModule = "cvtex-jpeg.so";
inline constexpr const char* kSvgModule = "cvtex-svg.so";
/// The C function of each module that returns its `ToPng`.
inline constexpr const char* kModuleSymbol = "cvtex_to_png";

/// A picture as a PNG file; its resolution is stated in it where the format has a size in
/// points. Safe on any bytes, and in several threads.
using ToPng = Result<std::string> (*)(std::string_view bytes);

/// Most pixels of a picture, as for PNG and JPEG.
inline constexpr std::uint64_t kMaxPixels = 64'000'000;

/// WebP (libwebp): lossy, lossless, with transparency. Animations are refused.
[[nodiscard]] Result<std::string> webp_to_png(std::string_view bytes);

/// SVG (librsvg), drawn at 300 dpi or 1200 pixels along its longer side, whichever is more.
/// Nothing outside of the file is loaded, and scripts do not run.
[[nodiscard]] Result<std::string> svg_to_png(std::string_view bytes);

/// JPEG (libjpeg), also with arithmetic coding: for what PDF cannot show as it is, and for
/// printing in other colours. The file's orientation is not applied.
[[nodiscard]] Result<std::string> jpeg_to_png(std::string_view bytes);

}  // namespace cvtex::convert
