#pragma once

#include "base/unicode.hpp"

namespace cvtex::exporting {

/// Whether a line end in the source between these two characters is nothing: Han, kana and
/// full-width marks on both sides. Elsewhere it is a space.
[[nodiscard]] inline bool joins_without_space(char32_t before, char32_t after) {
    const auto is_wide = [](char32_t c) {
        const unicode::EastAsianWidth width = unicode::east_asian_width(c);
        return (width == unicode::EastAsianWidth::W || width == unicode::EastAsianWidth::F) &&
               !unicode::is_hangul(c) && !unicode::is_emoji_presentation(c);
    };
    return is_wide(before) && is_wide(after);
}

}  // namespace cvtex::exporting
