#pragma once

#include <vector>

#include "fonts/catalog.hpp"
#include "fonts/clusters.hpp"
#include "fonts/face.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Neighbouring clusters of one face and one script.
struct Segment {
    std::uint32_t begin = 0, end = 0;
    FontId font;
    std::int64_t scale_per_mille = 1000;
    unicode::ScriptTag script = 0;
    bool han = false;
    bool emoji = false;
    bool western =
        false;  ///< dashes and dots of Latin text, which Chinese would draw otherwise
    bool missing = false;  ///< one cluster that no face has
    bool wide = false;     ///< of a missing cluster
};

/// Characters of Latin sentences for which a CJK face has other forms in Chinese: quotes (one
/// em wide), the em dash and the ellipsis (centred on the em box).
[[nodiscard]] bool is_curly_quote(char32_t c);
[[nodiscard]] bool is_dash_or_ellipsis(char32_t c);

/// Shapes a segment into `glyphs`, in visual order. `region` decides the forms of Han text
/// whose own language is not Chinese, Japanese or Korean.
void shape_segment(hb_buffer_t* buffer, const Face& face, const ShapeRequest& request,
                   const Segment& segment, std::optional<Region> region,
                   std::vector<ShapedGlyph>& glyphs);

}  // namespace cvtex::fonts
