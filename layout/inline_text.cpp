#include "layout/inline_text.hpp"

#include <algorithm>

#include "layout/collect.hpp"
#include "layout/spacing.hpp"

namespace cvtex::layout {
namespace {

using Kind = BreakOpportunity::Kind;

/// The better of two opportunities that fall on the same boundary of clusters (a dropped space
/// between them has one on either side).
BreakOpportunity better(const BreakOpportunity& a, const BreakOpportunity& b) {
    if (a.kind != b.kind) return a.kind > b.kind ? a : b;
    return a.penalty <= b.penalty ? a : b;
}

/// Maps opportunities between characters onto boundaries of clusters.
std::vector<BreakOpportunity> cluster_opportunities(
    const InlineText& inline_text, const std::vector<BreakOpportunity>& characters) {
    const std::vector<Cluster>& clusters = inline_text.shaped.clusters;
    std::vector<BreakOpportunity> out(clusters.size() + 1);
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        std::size_t c = clusters[k].character;
        out[k] = characters[c];
        while (c > 0 && inline_text.text.characters[c - 1].begin >= clusters[k - 1].end) {
            --c;
            out[k] = better(out[k], characters[c]);
        }
    }
    return out;
}

std::vector<Box> boxes_of(const Context& context, const InlineText& inline_text) {
    std::vector<Box> boxes;
    boxes.reserve(inline_text.shaped.clusters.size());
    for (const Cluster& cluster : inline_text.shaped.clusters) {
        const Character& c = inline_text.text.characters[cluster.character];
        const StyleSpan& span = inline_text.text.spans[c.span];
        const styles::TextStyle& style = context.document[span.style];
        Box box;
        box.cls = c.cls;
        box.code = c.code;
        box.region = span.region;
        box.literal = span.code || inline_text.text.preformatted;
        box.raised = style.baseline_shift != Pt{};
        box.gap = c.fate == Fate::Gap;
        box.mirrored = is_right_to_left(cluster.level);
        box.advance = cluster.advance;
        box.size = style.size;
        box.letter_spacing = style.letter_spacing.at(style.size);
        boxes.push_back(box);
    }
    return boxes;
}

/// A hyphen has a place at the line's end only where that is the word's end as well: not in
/// right-to-left paragraphs, nor inside a right-to-left word.
void drop_hyphens_in_mixed_directions(const ParagraphText& paragraph,
                                      std::vector<BreakOpportunity>& opportunities) {
    if (paragraph.levels.empty()) return;
    for (std::size_t i = 1; i < paragraph.characters.size(); ++i) {
        const bool turned = paragraph.right_to_left || paragraph.level_of(i - 1) > 0;
        if (opportunities[i].hyphen && turned) opportunities[i] = {};
    }
}

std::vector<Stretch> find_stretches(const InlineText& inline_text) {
    std::vector<Stretch> out;
    const std::vector<Cluster>& clusters = inline_text.shaped.clusters;
    std::uint32_t k = 0;
    std::uint32_t begin = 0;
    for (const Character& c : inline_text.text.characters) {
        if (c.cls != CharClass::LineEnd) continue;
        while (k < clusters.size() && clusters[k].begin < c.begin) ++k;
        out.push_back({begin, k});
        begin = k;
    }
    out.push_back({begin, static_cast<std::uint32_t>(clusters.size())});
    return out;
}

}  // namespace

InlineText prepare_inline(Context& context, const styles::InlineItems& content,
                          const styles::ParagraphStyle& style, Pt measure) {
    InlineText out;
    out.text = collect(context, content, style, measure);
    if (out.text.characters.empty()) return out;
    out.shaped = shape_text(context, out.text);
    SpacingStyle spacing;
    spacing.punctuation = style.punctuation;
    spacing.gap = style.gap;
    spacing.hang = style.hang == styles::Hang::AllowEnd;
    out.items = space_boxes(boxes_of(context, out), spacing);
    std::vector<BreakOpportunity> opportunities = find_break_opportunities(out.text);
    add_hyphenation(out.text, style.hyphenate, context.hyphenator, opportunities);
    drop_hyphens_in_mixed_directions(out.text, opportunities);
    out.before = cluster_opportunities(out, opportunities);
    out.stretches = find_stretches(out);
    return out;
}

const ShapedPiece& hyphen_of(Context& context, InlineText& inline_text, std::size_t k) {
    const styles::TextStyleId id = inline_text.text.spans[span_of(inline_text, k)].style;
    const auto found = inline_text.hyphens.find(id);
    if (found != inline_text.hyphens.end()) return found->second;
    const styles::TextStyle& style = context.document[id];
    fonts::ShapeRequest request;
    request.text = "-";
    request.end = 1;
    request.selection = context.selections[id.index()];
    request.lang = style.lang;
    std::vector<fonts::ShapedRun> runs = context.library.shape(request);
    ShapedPiece piece;
    piece.style = id;
    piece.size = style.size;
    if (!runs.empty()) {
        piece.size = style.size.scaled(runs.front().scale_per_mille, 1000);
        piece.run = std::move(runs.front());
    }
    return inline_text.hyphens.emplace(id, std::move(piece)).first->second;
}

Pt hyphen_width(const ShapedPiece& piece) {
    Pt width;
    for (const fonts::ShapedGlyph& glyph : piece.run.glyphs) {
        width += piece.at_size(glyph.advance);
    }
    return width;
}

}  // namespace cvtex::layout
