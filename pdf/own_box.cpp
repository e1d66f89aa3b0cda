#include "pdf/own_box.hpp"

#include <algorithm>

namespace cvtex::pdf {
namespace {

using layout::Glyph;
using layout::TextItem;

/// A mark this much narrower than its glyph, in thousandths of an em, needs a narrow box: from
/// there on readers take the overlap of boxes for a new line.
constexpr std::int64_t kSqueezeThreshold = 20;
/// From a gap of this many thousandths of an em on, readers report a space.
constexpr std::int64_t kGapThreshold = 90;
/// A typed space set narrower than this is not seen by all readers.
constexpr std::int64_t kReadSpace = 160;
/// Whatever is farther apart than this is meant to stand apart.
constexpr std::int64_t kWidestGap = 2000;

/// A typed space: it is read as one space however wide the gap behind it is.
bool is_space(const Glyph& glyph, std::string_view block_text) {
    return glyph.begin < block_text.size() && block_text[glyph.begin] == ' ';
}

/// A glyph that can carry a gap: shown by itself, from its face, with its full width.
bool can_carry(const TextItem& item, std::size_t index) {
    const Glyph& glyph = item.glyphs[index];
    const auto shares_cluster = [&](std::size_t other) {
        return item.glyphs[other].begin == glyph.begin && item.glyphs[other].end == glyph.end;
    };
    if (index > 0 && shares_cluster(index - 1)) return false;
    if (index + 1 < item.glyphs.size() && shares_cluster(index + 1)) return false;
    return !glyph.missing && glyph.id != 0 && glyph.width == glyph.nominal;
}

/// The gap behind the last glyph of an item, where the text goes on in another font or element.
Pt false_space_at_end(const TextItem& item, std::string_view block_text) {
    const Glyph& glyph = item.glyphs.back();
    const Pt gap = glyph.advance - glyph.width;
    if (gap <= item.size.scaled(kGapThreshold, 1000) || item.right_to_left) return {};
    if (gap > item.size.scaled(kWidestGap, 1000)) return {};
    const bool touches = glyph.end < block_text.size() && block_text[glyph.end] != ' ' &&
                         block_text[glyph.end] != '\n';
    return touches && !is_space(glyph, block_text) ? gap : Pt{};
}

/// How much a typed space behind glyph `index` lacks to be read as one.
Pt missing_space(const TextItem& item, std::size_t index, std::string_view block_text) {
    const Glyph& space = item.glyphs[index + 1];
    if (!is_space(space, block_text) || index + 2 >= item.glyphs.size()) return {};
    const Pt least = item.size.scaled(kReadSpace, 1000);
    return std::max(Pt{}, least - space.advance);
}

/// The gap behind glyph `index` that would be read as a space; 0 if there is none.
Pt false_space(const TextItem& item, std::size_t index, std::string_view block_text) {
    const Glyph& glyph = item.glyphs[index];
    const Glyph& next = item.glyphs[index + 1];
    const Pt gap = glyph.advance - glyph.width;
    if (gap <= item.size.scaled(kGapThreshold, 1000)) return {};
    if (gap > item.size.scaled(kWidestGap, 1000)) return {};
    const bool touches = item.right_to_left ? glyph.begin == next.end : glyph.end == next.begin;
    if (!touches || is_space(glyph, block_text)) return {};
    return gap;
}

/// Whether the gap between `index` and the next glyph goes to the next one.
bool next_carries(const TextItem& item, std::size_t index) {
    if (!can_carry(item, index + 1)) return false;
    if (!can_carry(item, index)) return true;
    return item.glyphs[index + 1].nominal < item.glyphs[index].nominal;
}

}  // namespace

OwnBox own_box(const TextItem& item, std::size_t index, std::string_view block_text) {
    const Glyph& glyph = item.glyphs[index];
    OwnBox box;
    box.squeezed = glyph.width >= Pt() &&
                   glyph.nominal - glyph.width > item.size.scaled(kSqueezeThreshold, 1000);
    if (!can_carry(item, index)) return box;
    if (index + 1 == item.glyphs.size()) {
        box.right = false_space_at_end(item, block_text);
    } else if (const Pt lacking = missing_space(item, index, block_text); lacking > Pt()) {
        box.right = -lacking;
    } else if (!next_carries(item, index)) {
        box.right = false_space(item, index, block_text);
    }
    if (index > 0 && next_carries(item, index - 1)) {
        box.left = false_space(item, index - 1, block_text);
    }
    return box;
}

}  // namespace cvtex::pdf
