#pragma once

#include <cstdint>
#include <string_view>

#include "base/diagnostics.hpp"

/// TeX maths between dollar signs. cvtex does not set maths: it is kept as it is written, like
/// code, so that no underscore or asterisk in it is taken for emphasis.
namespace cvtex::grammar {

/// Maths in a line of text, its dollar signs included.
struct InlineMath {
    std::uint32_t length = 0;  ///< 0: none
    std::string_view content;  ///< without blanks at its ends
};

/// `$x$` or `$$x$$` at `at`. By the rules of Pandoc, made stricter where sums of money and
/// variables are written: no space inside the signs, no letter or digit outside, and what
/// begins as a number or holds Han must look like TeX.
[[nodiscard]] InlineMath scan_math(std::string_view text, std::uint32_t at);

/// Whether `line` opens or closes displayed maths: `$$` alone.
[[nodiscard]] bool is_math_fence(std::string_view line);

/// The content of a line that is displayed maths by itself: `$$ x $$`; empty: it is not.
[[nodiscard]] std::string_view display_math(std::string_view line);

/// Whether a line of `rest`, the text after an opening one, is `$$` alone, before long.
[[nodiscard]] bool is_math_closed(std::string_view rest);

/// Said once of a document.
void warn_of_math(Span span, Diagnostics& diagnostics);

}  // namespace cvtex::grammar
