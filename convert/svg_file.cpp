#include "convert/svg_file.hpp"

#include <cmath>
#include <string>

namespace cvtex::convert {
namespace {

/// Larger drawings are not drawings: librsvg's time grows with them.
constexpr std::size_t kMaxBytes = 8U << 20;

Error take_error(const char* what, GError* error) {
    Error made{std::string(what) + (error ? std::string(": ") + error->message : ""), {}};
    if (error) g_error_free(error);
    return made;
}

/// Size in CSS pixels: what it states, else that of its view box.
void measure(SvgFile& svg) {
    if (rsvg_handle_get_intrinsic_size_in_pixels(svg.handle.get(), &svg.width, &svg.height))
        return;
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(svg.handle.get(), &has_width, &width, &has_height,
                                         &height, &has_box, &box);
    svg.width = has_box ? box.width : 300;  // CSS 2.1, 10.3.2: replaced elements without a size
    svg.height = has_box ? box.height : 150;
}

}  // namespace

Result<SvgFile> open_svg(std::string_view bytes) {
    if (bytes.size() > kMaxBytes)
        return Error{"the SVG image is larger than 8 MB", "make the drawing simpler"};
    GError* error = nullptr;
    // Without a base address librsvg loads nothing from outside.
    SvgFile svg{Owned<RsvgHandle>(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error))};
    if (!svg.handle) return take_error("not a readable SVG image", error);
    rsvg_handle_set_dpi(svg.handle.get(), kCssDpi);
    measure(svg);
    const auto usable = [](double length) {
        return std::isfinite(length) && length >= 0.1 && length <= 1e5;
    };
    if (!usable(svg.width) || !usable(svg.height))
        return Error{"the SVG image has no usable size", {}};
    return svg;
}

Status draw_svg(const SvgFile& svg, cairo_surface_t* surface, double width, double height) {
    const Owned<cairo_t> context(cairo_create(surface));
    const RsvgRectangle viewport{0, 0, width, height};
    GError* error = nullptr;
    if (!rsvg_handle_render_document(svg.handle.get(), context.get(), &viewport, &error))
        return take_error("the SVG image cannot be drawn", error);
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
        return Error{"the SVG image cannot be drawn", {}};
    return Done{};
}

}  // namespace cvtex::convert
