#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/frame.hpp"

namespace cvtex::pdf {

/// Part of a word that two lines share: glyphs [begin, end) of an item.
struct WordPart {
    std::size_t begin = 0, end = 0;
    std::optional<std::string> text;  ///< opens a span that reads as this instead
    bool closes = false;              ///< and the span ends here
};

/// Parts by the index of their item on its page.
using PageWordParts = std::map<std::size_t, std::vector<WordPart>>;

/// Words broken with a hyphen that is not in the text. The first part is to read as the whole
/// word, the second as a blank (14.9.4, whose example this is), so that readers which know
/// ActualText copy the word as it was written; others get a soft hyphen. Words set in several
/// styles, or over more than two lines, are left to the soft hyphen. A hyphen of the text
/// itself that ends a line is read with what follows it, because readers drop hyphens at line
/// ends.
[[nodiscard]] std::vector<PageWordParts> find_broken_words(const layout::LaidOut& laid_out);

}  // namespace cvtex::pdf
