#include <algorithm>
#include <cmath>

#include "convert/module.hpp"
#include "convert/png_file.hpp"
#include "convert/svg_file.hpp"

namespace cvtex::convert {
namespace {

constexpr double kPrintDpi = 300;
/// Drawings are often set larger than their own size: a logo of 24 pixels, a chart of any.
constexpr double kLeastLongSide = 1200;
/// A4 at 300 dpi has 8.7 million pixels.
constexpr double kMostPixels = 16'000'000;

/// How many of the PNG's pixels a CSS pixel becomes.
double scale_of(const SvgFile& svg) {
    const double longer = std::max(svg.width, svg.height);
    const double wanted = std::max(kPrintDpi / kCssDpi, kLeastLongSide / longer);
    return std::min(wanted, std::sqrt(kMostPixels / (svg.width * svg.height)));
}

/// Cairo's premultiplied words as bytes R G B A.
std::string rgba_of(cairo_surface_t* surface, int width, int height) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::string out;
    out.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y) {
        const auto* row =
            reinterpret_cast<const std::uint32_t*>(data + std::ptrdiff_t{y} * stride);
        for (int x = 0; x < width; ++x) {
            const std::uint32_t alpha = row[x] >> 24;
            for (const int shift : {16, 8, 0}) {
                const std::uint32_t value = (row[x] >> shift) & 0xFF;
                const std::uint32_t straight =
                    alpha == 0 ? 0 : std::min(255U, (value * 255 + alpha / 2) / alpha);
                out += static_cast<char>(straight);
            }
            out += static_cast<char>(alpha);
        }
    }
    return out;
}

}  // namespace

Result<std::string> svg_to_png(std::string_view bytes) {
    const Result<SvgFile> svg = open_svg(bytes);
    if (!svg) return svg.error();
    const double scale = scale_of(*svg);
    const int width = std::max(1, static_cast<int>(std::lround(svg->width * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(svg->height * scale)));
    const Owned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    if (const Status drawn = draw_svg(*svg, surface.get(), width, height); !drawn)
        return drawn.error();
    return png_file(rgba_of(surface.get(), width, height), static_cast<std::uint32_t>(width),
                    static_cast<std::uint32_t>(height), kCssDpi * scale);
}

}  // namespace cvtex::convert
