#include "pdf/font_use.hpp"

#include <algorithm>

#include "pdf/clusters.hpp"
#include "pdf/own_box.hpp"

namespace cvtex::pdf {
namespace {

/// The texts of a cluster's glyphs; none when it is drawn as one glyph or not at all.
std::vector<std::string_view> texts_of(const Cluster& cluster, bool right_to_left) {
    if (cluster.size() > 1) return dealt_out(cluster, right_to_left);
    const std::vector<TextPiece> pieces = text_pieces(cluster.text);
    if (pieces.size() > 1) return {};
    return {pieces.front().text};
}

void collect(const layout::TextItem& item, const layout::LaidOut& laid_out,
             const fonts::FontLibrary& library, FontUse& use) {
    if (!item.font.valid() || !item.block.valid()) return;
    if (item.block.index() >= laid_out.text_blocks.size()) return;
    const std::string_view block_text = laid_out.text_blocks[item.block.index()].text;
    const fonts::FontInfo& info = library.info(item.font);
    std::vector<PlainGlyph>& own = use[item.font];
    for (const Cluster& cluster : clusters_of(item, block_text)) {
        if (is_composable(item, cluster)) continue;
        const std::vector<std::string_view> texts = texts_of(cluster, item.right_to_left);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t at = cluster.begin + i;
            if (is_plain(item, at, block_text, info))
                own.push_back({item.glyphs[at].id, texts[i]});
        }
    }
}

}  // namespace

bool is_drawn(const fonts::FontInfo& info) {
    const bool cubic = info.outlines == fonts::Outlines::CffCidKeyed ||
                       info.outlines == fonts::Outlines::CffNameKeyed;
    return cubic && info.upem == 1000;
}

bool is_plain(const layout::TextItem& item, std::size_t index, std::string_view block_text,
              const fonts::FontInfo& info) {
    const layout::Glyph& glyph = item.glyphs[index];
    return info.outlines != fonts::Outlines::ColorBitmap && !glyph.missing && glyph.id != 0 &&
           !own_box(item, index, block_text).needed();
}

FontUse collect_font_use(const layout::LaidOut& laid_out, const fonts::FontLibrary& library) {
    FontUse use;
    for (const layout::Page& page : laid_out.pages) {
        for (const layout::Placed& placed : page.items) {
            if (const auto* text = std::get_if<layout::TextItem>(&placed.item))
                collect(*text, laid_out, library, use);
        }
    }
    for (auto& [font, glyphs] : use) {
        std::sort(glyphs.begin(), glyphs.end());
        glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    }
    std::erase_if(use, [](const auto& entry) { return entry.second.empty(); });
    return use;
}

}  // namespace cvtex::pdf
