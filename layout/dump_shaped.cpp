#include <string>

#include "layout/collect.hpp"
#include "layout/dump_json.hpp"
#include "layout/layout.hpp"
#include "layout/prepare.hpp"
#include "layout/shape_text.hpp"
#include "layout/walk.hpp"

// Every paragraph's runs before lines are broken: font and size, then a glyph a line with its
// advance in font units and its cluster's bytes.

namespace cvtex::layout {
namespace {

/// Only a bound for inline images; nothing is broken here.
constexpr Pt kMeasure = Pt::of(450);

std::string dump_glyph(const fonts::ShapedGlyph& glyph, const std::string& text) {
    std::string out = "    " + std::to_string(glyph.id) + " +" + std::to_string(glyph.advance);
    if (glyph.x_offset != 0 || glyph.y_offset != 0) {
        out += " @" + std::to_string(glyph.x_offset) + "," + std::to_string(glyph.y_offset);
    }
    out += " " + std::to_string(glyph.begin) + "-" + std::to_string(glyph.end) + " ";
    out += json_string(std::string_view(text).substr(glyph.begin, glyph.end - glyph.begin));
    if (!glyph.cluster_start) out += " continues";
    if (glyph.unsafe_to_break) out += " unsafe";
    if (glyph.missing) out += " missing";
    return out + "\n";
}

std::string dump_text(Context& context, const WalkedText& walked) {
    const styles::ParagraphStyle style =
        walked.paragraph ? walked.paragraph->style : styles::ParagraphStyle{};
    const ParagraphText paragraph = collect(context, walked.items, style, kMeasure);
    if (paragraph.text.empty()) return {};
    std::string out = "paragraph " + json_string(paragraph.text) + " " + paragraph.lang + "\n";
    for (const ShapedPiece& piece : shape_text(context, paragraph).runs) {
        out += "  run " + context.library.info(piece.run.font).postscript_name + " " +
               format_short(piece.size, 4) + "\n";
        for (const fonts::ShapedGlyph& glyph : piece.run.glyphs) {
            out += dump_glyph(glyph, paragraph.text);
        }
    }
    return out;
}

}  // namespace

std::string dump_shaped(const styles::StyledDocument& document, fonts::FontLibrary& library) {
    LaidOut out;
    Diagnostics diagnostics;
    const LayoutOptions no_images;
    ImageStore images(out, no_images);
    Context context{document, library, diagnostics, out, images, {}, {}};
    if (!select_fonts(context)) return {};
    register_links(context);
    std::string dump;
    walk_inlines(document.blocks,
                 [&](const WalkedText& text) { dump += dump_text(context, text); });
    return dump;
}

}  // namespace cvtex::layout
