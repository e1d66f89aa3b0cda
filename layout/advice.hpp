#pragma once

#include <string>
#include <vector>

#include "layout/fit.hpp"

namespace cvtex::layout {

/// A paragraph that takes a line less when so many characters are cut from it.
struct LineSaving {
    Span span;  ///< of the paragraph in the source
    int characters = 0;
    std::string last_line;  ///< the text that stands on it now
};

/// Which paragraphs of `document`, as `fitting` found them set, end in a short last line, and
/// how much is to be cut to save it: fewest characters first. In text that breaks between any
/// two characters, cutting any so many Han or kana saves the line; in other text, as many
/// characters from any word on. Tried, not estimated.
[[nodiscard]] Result<std::vector<LineSaving>> find_savings(
    const styles::StyledDocument& document, fonts::FontLibrary& library,
    const LayoutOptions& options, const Fitting& fitting);

}  // namespace cvtex::layout
