#include "fonts/glyphs.hpp"

#include <hb-ot.h>

namespace cvtex::fonts {
namespace {

using Verb = PathCommand::Verb;

Outline& outline_in(void* data) {
    return *static_cast<Outline*>(data);
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    outline_in(data).push_back({Verb::Move, 0, 0, 0, 0, x, y});
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    outline_in(data).push_back({Verb::Line, 0, 0, 0, 0, x, y});
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x, float y, void*) {
    outline_in(data).push_back({Verb::Cubic, x1, y1, x2, y2, x, y});
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    outline_in(data).push_back({Verb::Close});
}

DrawFuncsPtr make_draw_funcs() {
    DrawFuncsPtr functions(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
    hb_draw_funcs_make_immutable(functions.get());
    return functions;
}

}  // namespace

Outline glyph_outline(const Face& face, GlyphId glyph) {
    constexpr std::size_t kUsualCommands = 100;
    static const DrawFuncsPtr functions = make_draw_funcs();  // immutable
    Outline outline;
    outline.reserve(kUsualCommands);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face.font.get(), glyph, functions.get(), &outline);
#else
    hb_font_get_glyph_shape(face.font.get(), glyph, functions.get(), &outline);
#endif
    return outline;
}

std::optional<ColorBitmap> glyph_bitmap(const Face& face, GlyphId glyph) {
    if (face.info.outlines != Outlines::ColorBitmap) return std::nullopt;
    const BlobPtr blob(hb_ot_color_glyph_reference_png(face.font.get(), glyph));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    hb_glyph_extents_t extents{};
    if (length == 0) return std::nullopt;
    if (hb_font_get_glyph_extents(face.font.get(), glyph, &extents) == 0) return std::nullopt;
    // The picture lies in the mapped file, which lives as long as the library. HarfBuzz gives
    // the upper left corner and a negative height.
    return ColorBitmap{std::string_view(data, length), extents.x_bearing, extents.y_bearing,
                       extents.width, -extents.height};
}

}  // namespace cvtex::fonts
