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
#include "pdf/syntax.hpp"
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

/// What a document without any words is called.
std::string_view unnamed(std::string_view lang) {
    if (lang.starts_with("zh")) return "文档";
    if (lang.starts_with("ja")) return "文書";
    if (lang.starts_with("ko")) return "문서";
    return "Document";
}

/// A document without a title is known by its first words: ISO 14289-1, 7.1 wants one.
styles::Metadata with_title(styles::Metadata metadata, const layout::LaidOut& laid_out) {
    constexpr std::size_t kMaxBytes = 120;
    for (const layout::Page& page : laid_out.pages) {
        for (const layout::Placed& placed : page.items) {
            if (!metadata.title.empty()) return metadata;
            const auto* text = std::get_if<layout::TextItem>(&placed.item);
            if (!text || !placed.tag.valid() || !text->block.valid()) continue;
            metadata.title =
                utf8_prefix(laid_out.text_blocks[text->block.index()].text, kMaxBytes);
        }
    }
    for (const layout::Tag& tag : laid_out.tags) {
        if (metadata.title.empty()) metadata.title = utf8_prefix(tag.alternative, kMaxBytes);
    }
    if (metadata.title.empty()) metadata.title = unnamed(metadata.lang);
    return metadata;
}

}  // namespace

Result<std::string> write_pdf(const layout::LaidOut& laid_out, const styles::Metadata& stated,
                              const fonts::FontLibrary& library, const PdfOptions& options,
                              Diagnostics& diagnostics) {
    if (laid_out.pages.empty()) {
        return write_pdf(empty_document(), stated, library, options, diagnostics);
    }
    const styles::Metadata metadata = cleaned(with_title(cleaned(stated), laid_out));
    Document document(options.compress);

    // Glyphs -> codes, and font programs where these depend on them.
    const FontUse use = collect_font_use(laid_out, library);
    Result<std::vector<SubsetFont>> subsets = subset_fonts(use, library, document);
    if (!subsets) return subsets.error();
    FontTable fonts(use, std::move(subsets).value(), laid_out, library, document);

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

    // No glyph is shown from here on: fonts know all codes and texts. Drawing and packing them,
    // in threads, is the dearest step.
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
    catalog.raw("PageLabels", "<</Nums[0<</S/D>>]>>");  // 1, 2, 3, as the pages' feet say
    if (const auto outline = write_outline(laid_out, pages, document)) {
        catalog.reference("Outlines", *outline);
    }
    const bool cmyk = images.has_cmyk() || laid_out.print.color == styles::PrintColor::Cmyk;
    const PageFacts facts{structure.exists(), links.all_tagged(), cmyk,
                          fonts.has_private_characters(), options.encrypted};
    write_metadata(
        document, metadata,
        grant(options.standards, find_obstacles(laid_out, metadata, facts), diagnostics),
        options.stamp);

    std::string bytes = serialize(document);
    if (!document.failure().empty())
        return Error{"cannot write PDF: " + document.failure(), {}};
    return bytes;
}

std::string library_version() {
    return hpdf_version();
}

}  // namespace cvtex::pdf
