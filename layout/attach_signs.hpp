#pragma once

#include <span>

#include "layout/paragraph_text.hpp"

namespace cvtex::layout {

/// Signs that are part of the word they touch take its class, and so its gap: 40%的, C++语言,
/// 是#标签, 于/usr下, 用.NET (CLREQ issue 559, TYPOGRAPHY §4). All others become Narrow.
void attach_signs(std::span<Character> characters);

}  // namespace cvtex::layout
