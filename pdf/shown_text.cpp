#include "pdf/shown_text.hpp"

#include <algorithm>

namespace cvtex::pdf {

Pt append_cluster(FontTable& fonts, const layout::TextItem& item, const Cluster& cluster,
                  Pt pen, std::vector<ShownGlyph>& out) {
    Pt advance;
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) advance += item.glyphs[i].advance;
    if (advance == Pt() && is_invisible(cluster.text)) return advance;
    const bool composable = is_composable(item, cluster);
    if (cluster.size() > 1 && !composable) {
        const std::vector<std::string_view> texts = dealt_out(cluster, item.right_to_left);
        for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
            out.push_back(fonts.show(item, i, texts[i - cluster.begin], pen));
            pen += item.glyphs[i].advance;
        }
        return advance;
    }
    const std::vector<TextPiece> pieces = text_pieces(cluster.text);
    const std::string_view head = pieces.front().text;
    // A letter with marks is in the font of its marks: PDFium drops text objects that are too
    // narrow, as marks in a font of their own would be.
    const layout::Glyph& first = item.glyphs[cluster.begin];
    const bool marked = pieces.size() > 1 && !first.missing && first.id != 0;
    // Letters behind the first share the width: marks belong to the letter they follow.
    const auto letters = std::count_if(
        pieces.begin(), pieces.end(), [](const TextPiece& piece) { return piece.takes_width; });
    const Pt share = advance / letters;
    out.push_back(composable || marked
                      ? fonts.show_composed(item, cluster, head, pen, static_cast<int>(letters))
                      : fonts.show(item, cluster.begin, head, pen));
    pen += share;
    // The last mark of a letter is put into the letter's box: at the edge between two letters,
    // PDFBox gives it to the one that follows. Two marks in the box it would turn around.
    constexpr std::int64_t kInset = 10;  // thousandths of an em
    const Pt inset = std::min(item.size.scaled(kInset, 1000), share / 2);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool letter = pieces[i].takes_width;
        const bool last_mark = !letter && (i + 1 == pieces.size() || pieces[i + 1].takes_width);
        out.push_back(fonts.show_mark(pieces[i].text, last_mark ? pen - inset : pen, item.font,
                                      letter ? share : Pt(), item.size));
        if (letter) pen += share;
    }
    return advance;
}

std::vector<ShownGlyph> picture_text(FontTable& fonts, std::string_view text, Pt size, Pt pen,
                                     Pt width) {
    const std::vector<TextPiece> pieces = text_pieces(text);
    const auto boxes = std::count_if(pieces.begin(), pieces.end(),
                                     [](const TextPiece& piece) { return piece.takes_width; });
    const Pt share = width / boxes;
    std::vector<ShownGlyph> glyphs;
    for (const TextPiece& piece : pieces) {
        if (piece.takes_width) {
            glyphs.push_back(fonts.show_box(share, size, piece.text, pen));
            pen += share;
        } else {
            glyphs.push_back(fonts.show_mark(piece.text, pen));
        }
    }
    return glyphs;
}

PictureBox picture_box(const fonts::ColorBitmap& bitmap, std::int32_t upem, Pt size) {
    const double scale = size.points() / std::max(upem, 1);
    const double height = bitmap.height * scale;
    return {bitmap.left * scale, bitmap.top * scale - height, bitmap.width * scale, height};
}

}  // namespace cvtex::pdf
