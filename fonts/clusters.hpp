#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
#include "fonts/fonts.hpp"

/// Grapheme clusters and what choosing a face for each needs to know. Private to fonts/.
namespace cvtex::fonts {

struct Cluster {
    std::uint32_t begin = 0, end = 0;
    unicode::ScriptTag script = 0;  ///< explicit, never common or inherited
    bool han = false;               ///< CJK faces first
    bool wide = false;              ///< its missing glyph takes one em
    bool emoji = false;             ///< colour picture asked for
    bool ignorable = false;         ///< nothing to see: only default-ignorable code points
};

/// Splits `request`'s range into grapheme clusters (UAX #29) with resolved scripts.
[[nodiscard]] std::vector<Cluster> find_clusters(const ShapeRequest& request);

/// Default_Ignorable_Code_Point as HarfBuzz has it, controls and line separators too:
/// characters that never show, whatever the font says.
[[nodiscard]] bool is_ignorable(char32_t c);

}  // namespace cvtex::fonts
