#pragma once

#include <string_view>
#include <vector>

#include "layout/frame.hpp"

namespace cvtex::pdf {

/// Glyphs [begin, end) of an item that stand for `text` together.
struct Cluster {
    std::size_t begin = 0, end = 0;
    std::string_view text;

    [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The clusters of `item` in visual order. Their texts are pieces of `block_text`; the hyphen
/// of a broken word is U+00AD.
[[nodiscard]] std::vector<Cluster> clusters_of(const layout::TextItem& item,
                                               std::string_view block_text);

/// Whether all of a cluster's glyphs can be drawn as one glyph of our own, with all its text. A
/// letter with separate marks has one text for several glyphs: no way to deal it out is read
/// right everywhere, so there is one glyph for it instead.
[[nodiscard]] bool is_composable(const layout::TextItem& item, const Cluster& cluster);

/// What each glyph of `cluster` stands for when each is shown by itself: its code points are
/// dealt out, the last glyph takes what is left, a glyph too many gets the empty text.
[[nodiscard]] std::vector<std::string_view> dealt_out(const Cluster& cluster,
                                                      bool right_to_left);

/// Part of a cluster's text, for one code.
struct TextPiece {
    std::string_view text;
    bool takes_width = true;  ///< false for combining marks and format characters
};

/// A cluster's text in the pieces that every reader gets right. One piece when it is a single
/// character, or plain letters as in a ligature; else character by character, because mupdf
/// 1.21 cannot read surrogate pairs and pdf.js misplaces combining marks where one code has
/// several characters.
[[nodiscard]] std::vector<TextPiece> text_pieces(std::string_view text);

/// Whether `text` has only format characters (general category Cf) such as soft hyphens and
/// zero-width spaces: with no width there is nothing to show and nothing to copy.
[[nodiscard]] bool is_invisible(std::string_view text);

}  // namespace cvtex::pdf
