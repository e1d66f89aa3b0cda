#pragma once

#include <cstdint>
#include <string_view>

/// `:rocket:`, `:fa-phone:` and `icon:phone`: emoji and icons by their names.
namespace cvtex::grammar {

struct Shortcode {
    std::uint32_t length = 0;    ///< bytes; 0 for none
    std::string_view icon;       ///< the icon's name; empty for an emoji
    std::string_view character;  ///< the emoji
};

/// The shortcode that begins with the colon at `offset`: GitHub's and Unicode's names of emoji,
/// names of icons for contact details, and any name behind the prefix of an icon font. What is
/// no known name, and what is part of a time, an address or a path, is none. `after_shortcode`:
/// one ended just before.
[[nodiscard]] Shortcode scan_shortcode(std::string_view text, std::uint32_t offset,
                                       bool after_shortcode);

/// The same for the colon in `icon:phone`, a word of its own; `length` counts from the colon.
[[nodiscard]] Shortcode scan_icon_word(std::string_view text, std::uint32_t offset);

/// Length of `icon` in front of its colon.
constexpr std::uint32_t kIconWordLength = 4;

}  // namespace cvtex::grammar
