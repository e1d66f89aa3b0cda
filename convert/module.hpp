#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Pictures that PDF has no place for, turned into PNG or, if they are drawings, into what pdf/
/// copies into the file. Each format's library is in a module of
/// its own that is loaded when such a picture occurs: librsvg alone takes longer to load than
/// most documents to compile.
namespace cvtex::convert {

inline constexpr const char* kWebpModule = "cvtex-webp.so";
inline constexpr const char* kJpegModule = "cvtex-jpeg.so";
inline constexpr const char* kSvgModule = "cvtex-svg.so";
/// The C functions of modules: each returns a `Converter`.
inline constexpr const char* kToPngSymbol = "cvtex_to_png";
inline constexpr const char* kToDrawingSymbol = "cvtex_to_drawing";  ///< SVG only

/// A picture as a PNG file, with its resolution stated in it where the format has a size in
/// points; or as a drawing (base/vector_drawing.hpp). Safe on any bytes, and in several
/// threads.
using Converter = Result<std::string> (*)(std::string_view bytes);

/// Most pixels of a picture, as for PNG and JPEG.
inline constexpr std::uint64_t kMaxPixels = 64'000'000;

/// WebP (libwebp): lossy, lossless, with transparency. Animations are refused.
[[nodiscard]] Result<std::string> webp_to_png(std::string_view bytes);

/// SVG (librsvg), drawn at 300 dpi or 1200 pixels along its longer side, whichever is more.
/// Nothing outside of the file is loaded, and scripts do not run.
[[nodiscard]] Result<std::string> svg_to_png(std::string_view bytes);

/// SVG as a drawing: librsvg on cairo's PDF surface. An error where that would need fonts,
/// pictures or masks of its own, which a tagged archival file has no place for.
[[nodiscard]] Result<std::string> svg_to_drawing(std::string_view bytes);

/// JPEG (libjpeg), also with arithmetic coding: for what PDF cannot show as it is, and for
/// printing in other colours. The file's orientation is not applied.
[[nodiscard]] Result<std::string> jpeg_to_png(std::string_view bytes);

}  // namespace cvtex::convert
