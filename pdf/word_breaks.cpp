#include "pdf/word_breaks.hpp"

#include <algorithm>
#include <string_view>

namespace cvtex::pdf {
namespace {

/// The text item before the one at hand, and where to note a space behind it.
struct Previous {
    const layout::TextItem* item = nullptr;
    layout::TagId tag;
    std::size_t page = 0, index = 0;
    std::uint32_t end = 0;  ///< of its text in its block
};

std::uint32_t text_begin(const layout::TextItem& item) {
    std::uint32_t begin = UINT32_MAX;
    for (const layout::Glyph& glyph : item.glyphs) begin = std::min(begin, glyph.begin);
    return begin;
}

std::uint32_t text_end(const layout::TextItem& item) {
    std::uint32_t end = 0;
    for (const layout::Glyph& glyph : item.glyphs) end = std::max(end, glyph.end);
    return end;
}

bool is_blank(std::string_view text) {
    return !text.empty() && text.find_first_not_of(" \t\n") == text.npos;
}

bool ends_in_space(const layout::LaidOut& laid_out, const Previous& previous) {
    const std::string& text = laid_out.text_blocks[previous.item->block.index()].text;
    return previous.end > 0 && previous.end <= text.size() && text[previous.end - 1] == ' ';
}

bool needs_space(const layout::LaidOut& laid_out, const Previous& previous,
                 const layout::TextItem& item, layout::TagId tag) {
    if (previous.item->hyphen) return false;
    if (previous.item->block != item.block) {
        return previous.tag == tag && tag.valid() && !ends_in_space(laid_out, previous);
    }
    const std::string_view text = laid_out.text_blocks[item.block.index()].text;
    const std::uint32_t begin = text_begin(item);
    if (begin <= previous.end || begin > text.size()) return false;
    return is_blank(text.substr(previous.end, begin - previous.end));
}

}  // namespace

std::vector<std::vector<bool>> missing_spaces(const layout::LaidOut& laid_out) {
    std::vector<std::vector<bool>> out;
    Previous previous;
    for (std::size_t page = 0; page < laid_out.pages.size(); ++page) {
        const auto& items = laid_out.pages[page].items;
        out.emplace_back(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto* text = std::get_if<layout::TextItem>(&items[i].item);
            if (!text || text->glyphs.empty() || !text->block.valid() ||
                text->block.index() >= laid_out.text_blocks.size()) {
                continue;
            }
            if (previous.item && needs_space(laid_out, previous, *text, items[i].tag)) {
                out[previous.page][previous.index] = true;
            }
            previous = {text, items[i].tag, page, i, text_end(*text)};
        }
    }
    return out;
}

}  // namespace cvtex::pdf
