#pragma once

#include <librsvg/rsvg.h>

#include <memory>
#include <string_view>

#include "base/result.hpp"

namespace cvtex::convert {

/// CSS's reference pixel, which an SVG's lengths without a unit are in.
inline constexpr double kCssDpi = 96;

struct Unref {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }

    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

template <class T>
using Owned = std::unique_ptr<T, Unref>;

/// An SVG that has been read, and its size in CSS pixels: between 0.1 and 100000.
struct SvgFile {
    Owned<RsvgHandle> handle;
    double width = 0, height = 0;
};

/// Loads nothing from outside.
[[nodiscard]] Result<SvgFile> open_svg(std::string_view bytes);

/// Draws the whole picture onto `surface`, which is `width` by `height` of its units.
[[nodiscard]] Status draw_svg(const SvgFile& svg, cairo_surface_t* surface, double width,
                              double height);

}  // namespace cvtex::convert
