#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cvtex {

/// One source line prepared for the terminal, with the part to underline.
struct Excerpt {
    std::string text;             ///< escaped, tabs expanded, cut to a window with `…`
    std::size_t caret_begin = 0;  ///< columns before the caret
    std::size_t caret_width = 1;  ///< columns to underline, at least one
};

/// Makes the excerpt of `line` for its bytes [begin, end); both may lie beyond the line's end.
[[nodiscard]] Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end);

}  // namespace cvtex
