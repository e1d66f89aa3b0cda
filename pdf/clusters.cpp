#include "pdf/clusters.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::pdf {
namespace {

/// A hyphen that a reader should take out again when it joins the lines (14.8.2.2.3).
constexpr std::string_view kSoftHyphen = "\xC2\xAD";
/// More glyphs in a cluster than any script has: a pile of marks, not worth a glyph.
constexpr std::size_t kMaxComposed = 16;

std::string_view text_of(const layout::Glyph& glyph, std::string_view block_text) {
    const std::size_t begin = std::min<std::size_t>(glyph.begin, block_text.size());
    const std::size_t end = std::clamp<std::size_t>(glyph.end, begin, block_text.size());
    return block_text.substr(begin, end - begin);
}

bool is_mark(char32_t c) {
    using unicode::Category;
    const Category category = unicode::category(c);
    return category == Category::Mn || category == Category::Me || category == Category::Cf;
}

}  // namespace

std::vector<Cluster> clusters_of(const layout::TextItem& item, std::string_view block_text) {
    std::vector<Cluster> out;
    out.reserve(item.glyphs.size());
    const bool hyphen = item.hyphen && !item.glyphs.empty();
    const std::size_t count = item.glyphs.size() - (hyphen ? 1 : 0);
    for (std::size_t begin = 0; begin < count;) {
        const layout::Glyph& first = item.glyphs[begin];
        std::size_t end = begin + 1;
        while (end < count && item.glyphs[end].begin == first.begin &&
               item.glyphs[end].end == first.end) {
            ++end;
        }
        out.push_back({begin, end, text_of(first, block_text)});
        begin = end;
    }
    if (hyphen) out.push_back({count, count + 1, kSoftHyphen});
    return out;
}

bool is_composable(const layout::TextItem& item, const Cluster& cluster) {
    if (cluster.size() < 2 || cluster.size() > kMaxComposed) return false;
    const auto first = item.glyphs.begin() + static_cast<std::ptrdiff_t>(cluster.begin);
    return std::none_of(
        first, first + static_cast<std::ptrdiff_t>(cluster.size()),
        [](const layout::Glyph& glyph) { return glyph.missing || glyph.id == 0; });
}

std::vector<std::string_view> dealt_out(const Cluster& cluster, bool right_to_left) {
    std::vector<std::string_view> out(cluster.size());
    std::string_view text = cluster.text;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool last = i + 1 == out.size();
        const std::size_t take = last ? text.size() : decode_utf8(text, 0).length;
        out[right_to_left ? out.size() - 1 - i : i] = text.substr(0, take);
        text.remove_prefix(take);
    }
    return out;
}

std::vector<TextPiece> text_pieces(std::string_view text) {
    std::vector<TextPiece> pieces;
    bool plain = true;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        const std::size_t length = std::max(decoded.length, 1U);
        const bool mark = is_mark(decoded.code_point);
        plain = plain && !mark && decoded.code_point <= 0xFFFF;
        pieces.push_back({text.substr(at, length), !mark});
        at += length;
    }
    if (plain || pieces.size() < 2) return {{text, true}};
    pieces.front().takes_width = true;
    return pieces;
}

bool is_invisible(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        if (unicode::category(decoded.code_point) != unicode::Category::Cf) return false;
        at += std::max(decoded.length, 1U);
    }
    return !text.empty();
}

}  // namespace cvtex::pdf
