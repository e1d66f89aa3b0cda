#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "convert/module.hpp"
#include "convert/png_file.hpp"

namespace cvtex::convert {
namespace {

/// Larger drawings are not drawings: librsvg's time grows with them.
constexpr std::size_t kMaxBytes = 8U << 20;
/// CSS's reference pixel, which an SVG's lengths without a unit are in.
constexpr double kCssDpi = 96;
constexpr double kPrintDpi = 300;
/// Drawings are often set larger than their own size: a logo of 24 pixels, a chart of any.
constexpr double kLeastLongSide = 1200;
/// A4 at 300 dpi has 8.7 million pixels.
constexpr double kMostPixels = 16'000'000;

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }

    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

template <class T>
using Owned = std::unique_ptr<T, Unref>;

Error take_error(const char* what, GError* error) {
    Error made{std::string(what) + (error ? std::string(": ") + error->message : ""), {}};
    if (error) g_error_free(error);
    return made;
}

struct Extent {
    double width = 0, height = 0;
};

/// Size in CSS pixels: what it states, else that of its view box.
Extent extent_of(RsvgHandle* handle) {
    Extent extent;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &extent.width, &extent.height)) {
        return extent;
    }
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height,
                                         &has_box, &box);
    if (has_box) return {box.width, box.height};
    return {300, 150};  // CSS 2.1, 10.3.2: replaced elements without a size
}

/// How many of the PNG's pixels a CSS pixel becomes.
double scale_of(Extent extent) {
    const double longer = std::max(extent.width, extent.height);
    const double wanted = std::max(kPrintDpi / kCssDpi, kLeastLongSide / longer);
    return std::min(wanted, std::sqrt(kMostPixels / (extent.width * extent.height)));
}

/// Cairo's premultiplied words as bytes R G B A.
std::string rgba_of(cairo_surface_t* surface, int width, int height) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::string out;
    out.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + std::ptrdiff_t{y} * stride);
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

Result<std::string> draw(RsvgHandle* handle, Extent extent) {
    const double scale = scale_of(extent);
    const int width = std::max(1, static_cast<int>(std::lround(extent.width * scale)));
    const int height = std::max(1, static_cast<int>(std::lround(extent.height * scale)));
    const Owned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    const Owned<cairo_t> context(cairo_create(surface.get()));
    const RsvgRectangle viewport{0, 0, static_cast<double>(width),
                                 static_cast<double>(height)};
    GError* error = nullptr;
    if (!rsvg_handle_render_document(handle, context.get(), &viewport, &error)) {
        return take_error("the SVG image cannot be drawn", error);
    }
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) {
        return Error{"the SVG image cannot be drawn", {}};
    }
    return png_file(rgba_of(surface.get(), width, height), static_cast<std::uint32_t>(width),
                    static_cast<std::uint32_t>(height), kCssDpi * scale);
}

}  // namespace

Result<std::string> svg_to_png(std::string_view bytes) {
    if (bytes.size() > kMaxBytes) {
        return Error{"the SVG image is larger than 8 MB", "make the drawing simpler"};
    }
    GError* error = nullptr;
    // Without a base address librsvg loads nothing from outside.
    const Owned<RsvgHandle> handle(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error));
    if (!handle) return take_error("not a readable SVG image", error);
    rsvg_handle_set_dpi(handle.get(), kCssDpi);
    const Extent extent = extent_of(handle.get());
    const bool usable = std::isfinite(extent.width) && std::isfinite(extent.height) &&
                        extent.width >= 0.1 && extent.height >= 0.1 &&
                        extent.width <= 1e5 && extent.height <= 1e5;
    if (!usable) return Error{"the SVG image has no usable size", {}};
    return draw(handle.get(), extent);
}

}  // namespace cvtex::convert
