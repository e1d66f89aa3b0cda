#pragma once

#include <string_view>
#include <vector>

#include "layout/frame.hpp"
#include "pdf/clusters.hpp"
#include "pdf/content.hpp"
#include "pdf/font_table.hpp"

namespace cvtex::pdf {

/// Appends the glyphs that show `cluster` from `pen` on and returns how far they move the pen.
Pt append_cluster(FontTable& fonts, const layout::TextItem& item, const Cluster& cluster,
                  Pt pen, std::vector<ShownGlyph>& out);

/// Invisible boxes side by side that carry the text of a picture of `width` set at `size`.
[[nodiscard]] std::vector<ShownGlyph> picture_text(FontTable& fonts, std::string_view text,
                                                   Pt size, Pt pen, Pt width);

/// The box of a colour bitmap in PDF's coordinates relative to the glyph's origin, in points.
struct PictureBox {
    double left = 0, bottom = 0, width = 0, height = 0;
};

[[nodiscard]] PictureBox picture_box(const fonts::ColorBitmap& bitmap, std::int32_t upem,
                                     Pt size);

}  // namespace cvtex::pdf
