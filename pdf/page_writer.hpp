#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/frame.hpp"
#include "pdf/broken_words.hpp"
#include "pdf/content.hpp"
#include "pdf/font_table.hpp"
#include "pdf/images.hpp"
#include "pdf/links.hpp"
#include "pdf/structure.hpp"

namespace cvtex::pdf {

/// What all pages of a file share.
struct PageContext {
    const layout::LaidOut& laid_out;
    const fonts::FontLibrary& library;
    Document& document;
    FontTable& fonts;
    ImageTable& images;
    StructureTree& structure;
    Links& links;
    std::vector<std::vector<bool>> spaces;    ///< see word_breaks.hpp
    std::vector<PageWordParts> broken_words;  ///< per page
};

/// Writes page number `page` with its content, resources and annotations into the dictionary
/// `dict`, which is already a page of the document.
void write_page(PageContext& context, std::uint32_t page, Dict dict);

}  // namespace cvtex::pdf
