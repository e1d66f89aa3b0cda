#pragma once

#include <string>
#include <vector>

#include "fonts/fonts.hpp"
#include "layout/frame.hpp"

/// Pages as a browser shows them while somebody writes.
namespace cvtex::preview {

/// Each page as one SVG element: the glyphs' own outlines where layout placed them, so that it
/// looks as the PDF does without any font in the browser. Its text is there too, unseen, to be
/// found and copied. Links lead to anchors of all pages or, in a new tab, to http, https,
/// mailto and tel. Nothing in it runs or loads.
[[nodiscard]] std::vector<std::string> to_svg(const layout::LaidOut& laid_out,
                                              const fonts::FontLibrary& library);

}  // namespace cvtex::preview
