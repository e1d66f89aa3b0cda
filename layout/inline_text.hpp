#pragma once

#include <map>
#include <vector>

#include "layout/line_breaker.hpp"
#include "layout/paragraph.hpp"
#include "layout/paragraph_text.hpp"
#include "layout/shape_text.hpp"

namespace cvtex::layout {

/// Items between two forced breaks; each stretch is broken on its own.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
};

/// A paragraph collected, shaped and spaced: everything but its lines.
struct InlineText {
    ParagraphText text;
    ShapedText shaped;
    std::vector<Item> items;               ///< parallel to shaped.clusters
    std::vector<BreakOpportunity> before;  ///< before item k; size items + 1
    std::vector<Stretch> stretches;
    std::map<styles::TextStyleId, ShapedPiece> hyphens;  ///< filled by `hyphen_of`
};

/// Runs the stages up to breaking. `measure` caps inline images.
[[nodiscard]] InlineText prepare_inline(Context& context, const styles::InlineItems& content,
                                        const styles::ParagraphStyle& style, Pt measure);

/// The hyphen in the style of item `k`, which it follows.
[[nodiscard]] const ShapedPiece& hyphen_of(Context& context, InlineText& inline_text,
                                           std::size_t k);
[[nodiscard]] Pt hyphen_width(const ShapedPiece& piece);

/// The style span of item `k`.
[[nodiscard]] inline std::uint32_t span_of(const InlineText& inline_text, std::size_t k) {
    return inline_text.text.characters[inline_text.shaped.clusters[k].character].span;
}

}  // namespace cvtex::layout
