#include <algorithm>

#include "pdf/font_table.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/images.hpp"
#include "pdf/links.hpp"
#include "pdf/metadata.hpp"
#include "pdf/outline.hpp"
#include "pdf/page_writer.hpp"
#include "pdf/pdf.hpp"
#include "pdf/serializer.hpp"
#include "pdf/structure.hpp"
#include "pdf/subset_fonts.hpp"
#include "pdf/word_breaks.hpp"

namespace cvtex::pdf {
namespace {

using namespace literals;

/// A PDF has at least one page: an empty document gets an empty one, of size A4.
layout::LaidOut empty_document() {
    layout::LaidOut out;
    out.pages.push_back({{210_mm, 297_mm}, {}});
    return out;
}

std::vector<Dict> make_pages(const layout::LaidOut& laid_out, Document& document) {
    std::vector<Dict> pages;
    for (std::size_t i = 0; i < laid_out.pages.size(); ++i) {
        pages.push_back(document.make_dict());
        document.add_page(pages.back());
    }
    return pages;
}

}  // namespace

Result<std::string> write_pdf(const layout::LaidOut& laid_out, const styles::Metadata& metadata,
                              const fonts::FontLibrary& library, const PdfOptions& options,
                              Diagnostics& diagnostics) {
    if (laid_out.pages.empty()) {
        return write_pdf(empty_document(), metadata, library, options, diagnostics);
    }
    Document document(options.compress);

    // Glyphs -> font programs, in threads: the dearest step.
    Result<std::vector<SubsetFont>> subsets = subset_fonts(laid_out, library, document);
    if (!subsets) return subsets.error();
    FontTable fonts(std::move(subsets).value(), laid_out, library, document);

    // Frames -> content streams, annotations and what the structure tree refers to.
    const std::vector<Dict> pages = make_pages(laid_out, document);
    const Destinations destinations(laid_out);
    const std::vector<LinkTarget> targets = resolve_links(laid_out, destinations, diagnostics);
    ImageTable images(laid_out, library, document, diagnostics);
    StructureTree structure(laid_out, leads_anywhere(targets), document);
    Links links(laid_out, targets, document, structure);
    PageContext context{laid_out,
                        library,
                        document,
                        fonts,
                        images,
                        structure,
                        links,
                        missing_spaces(laid_out),
                        find_broken_words(laid_out)};
    for (std::uint32_t i = 0; i < pages.size(); ++i) write_page(context, i, pages[i]);

    // No glyph is shown from here on: fonts know all codes and texts.
    fonts.finish();

    Dict catalog = document.catalog();
    if (structure.exists()) {
        catalog.reference("StructTreeRoot", structure.write(pages));
        catalog.raw("MarkInfo", "<</Marked true>>");
    }
    if (const auto names = destinations.write(document, pages)) {
        std::string syntax = "<</Dests ";
        append_ref(syntax, names->ref());
        catalog.raw("Names", syntax + ">>");
    }
    if (const auto outline = write_outline(laid_out, pages, document)) {
        catalog.reference("Outlines", *outline);
    }
    const PageFacts facts{structure.exists(), links.all_tagged(), images.has_cmyk(),
                          fonts.has_private_characters()};
    write_metadata(document, metadata, possible_claims(laid_out, metadata, facts));

    std::string bytes = serialize(document);
    if (!document.failure().empty())
        return Error{"cannot write PDF: " + document.failure(), {}};
    return bytes;
}

std::string library_version() {
    return hpdf_version();
}

}  // namespace cvtex::pdf
