#include "pdf/broken_words.hpp"

#include <string_view>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::pdf {
namespace {

using layout::Glyph;
using layout::TextItem;

constexpr char32_t kSoftHyphen = U'\u00AD';
constexpr std::string_view kHyphen = "\u2010";
/// What the second part of a word reads as: PDFium takes no notice of an empty replacement.
constexpr const char* kBlank = " ";

/// A text item and where it stands.
struct Place {
    std::size_t page = 0, index = 0;
    layout::TagId tag;
    const TextItem* item = nullptr;
};

std::vector<Place> text_places(const layout::LaidOut& laid_out) {
    std::vector<Place> places;
    for (std::size_t page = 0; page < laid_out.pages.size(); ++page) {
        const auto& items = laid_out.pages[page].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto* text = std::get_if<TextItem>(&items[i].item);
            const bool usable = text && !text->glyphs.empty() && text->block.valid() &&
                                text->block.index() < laid_out.text_blocks.size();
            if (usable) places.push_back({page, i, items[i].tag, text});
        }
    }
    return places;
}

bool is_letter(char32_t c) {
    return c == kSoftHyphen || (unicode::is_letter(c) &&
                                unicode::east_asian_width(c) != unicode::EastAsianWidth::W);
}

/// Whether all of `text` may be part of a word; true for no text.
bool is_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_utf8(text, at);
        const bool mark = unicode::category(next.code_point) == unicode::Category::Mn;
        if (!is_letter(next.code_point) && !mark) return false;
        at += std::max(next.length, 1U);
    }
    return true;
}

bool begins_with_letter(std::string_view text) {
    return !text.empty() && is_letter(decode_utf8(text, 0).code_point);
}

bool ends_with_letter(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) continue;
    return begins_with_letter(text.substr(at));
}

std::string without_soft_hyphens(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_utf8(text, at);
        const std::size_t length = std::max(next.length, 1U);
        if (next.code_point != kSoftHyphen) out += text.substr(at, length);
        at += length;
    }
    return out;
}

/// A break of a word: `first` has its beginning, `hyphen` the sign (they may be one item), and
/// `second` its end on the next line.
struct Break {
    Place first, hyphen, second;
    bool same_item = false;
    std::string_view text;  ///< of the block
};

std::string_view glyph_text(const Break& at, const Glyph& glyph) {
    return at.text.substr(glyph.begin, glyph.end - glyph.begin);
}

/// First glyph of the word at the end of the first line; the hyphen not counted.
std::size_t word_begin(const Break& at, std::size_t count) {
    std::size_t begin = count;
    while (begin > 0 && is_word(glyph_text(at, at.first.item->glyphs[begin - 1]))) --begin;
    return begin;
}

std::size_t word_end(const Break& at) {
    const std::vector<Glyph>& glyphs = at.second.item->glyphs;
    std::size_t end = 0;
    while (end < glyphs.size() && is_word(glyph_text(at, glyphs[end]))) ++end;
    return end;
}

void note_break(const Break& at, std::vector<PageWordParts>& out) {
    const std::vector<Glyph>& head = at.first.item->glyphs;
    const std::vector<Glyph>& tail = at.second.item->glyphs;
    const std::size_t count = head.size() - (at.same_item ? 1 : 0);
    const std::size_t begin = word_begin(at, count);
    const std::size_t end = word_end(at);
    if (begin == count || end == 0) return;
    const std::uint32_t from = head[begin].begin;
    const std::uint32_t to = tail[end - 1].end;
    const std::uint32_t seam = head[count - 1].end;
    // The parts must be all of the word, and in the order of the text.
    if (from >= seam || seam > tail.front().begin || tail.front().begin >= to) return;
    if (ends_with_letter(at.text.substr(0, from))) return;
    if (begins_with_letter(at.text.substr(to))) return;
    if (!is_word(at.text.substr(seam, tail.front().begin - seam))) return;
    const std::string word = without_soft_hyphens(at.text.substr(from, to - from));
    out[at.first.page][at.first.index].push_back({begin, head.size(), word, at.same_item});
    if (!at.same_item) {
        const std::size_t size = at.hyphen.item->glyphs.size();
        out[at.hyphen.page][at.hyphen.index].push_back({0, size, std::nullopt, true});
    }
    out[at.second.page][at.second.index].push_back({0, end, kBlank, true});
}

/// A hyphen of the text at a line's end: readers that join lines would take it for one that was
/// added, and drop it. It is read together with the beginning of the next line, so that no
/// line ends with it.
void note_hyphen_at_end(const Place& first, const Place& second, std::string_view text,
                        std::vector<PageWordParts>& out) {
    const std::vector<Glyph>& head = first.item->glyphs;
    const std::vector<Glyph>& tail = second.item->glyphs;
    const Break at{first, first, second, true, text};
    const std::string_view hyphen = glyph_text(at, head.back());
    if (hyphen != "-" && hyphen != kHyphen) return;
    if (head.size() < 2 || head.back().end != tail.front().begin) return;
    std::size_t end = std::max<std::size_t>(word_end(at), 1);
    while (end < tail.size() && tail[end].begin == tail[end - 1].begin) ++end;
    const std::uint32_t from = head.back().begin;
    const std::uint32_t to = tail[end - 1].end;
    if (to <= tail.front().begin || to > text.size()) return;
    std::vector<WordPart>& parts = out[first.page][first.index];
    if (!parts.empty() && parts.back().end >= head.size()) return;
    parts.push_back({head.size() - 1, head.size(),
                     without_soft_hyphens(text.substr(from, to - from)), true});
    out[second.page][second.index].push_back({0, end, kBlank, true});
}

bool belong_together(const Place& a, const Place& b) {
    return a.item->block == b.item->block && a.tag == b.tag && !a.item->right_to_left;
}

}  // namespace

std::vector<PageWordParts> find_broken_words(const layout::LaidOut& laid_out) {
    std::vector<PageWordParts> out(laid_out.pages.size());
    const std::vector<Place> places = text_places(laid_out);
    for (std::size_t k = 0; k + 1 < places.size(); ++k) {
        const Place& hyphen = places[k];
        if (!hyphen.item->hyphen) {
            const Place& next = places[k + 1];
            if (belong_together(hyphen, next) && next.item->line != hyphen.item->line &&
                !next.item->right_to_left) {
                note_hyphen_at_end(hyphen, next,
                                   laid_out.text_blocks[hyphen.item->block.index()].text, out);
            }
            continue;
        }
        Break at{hyphen, hyphen, places[k + 1], hyphen.item->glyphs.size() > 1, {}};
        at.text = laid_out.text_blocks[hyphen.item->block.index()].text;
        if (!at.same_item) {
            if (k == 0 || places[k - 1].page != hyphen.page) continue;
            if (places[k - 1].index + 1 != hyphen.index) continue;
            at.first = places[k - 1];
        }
        if (!belong_together(at.first, hyphen) || !belong_together(hyphen, at.second)) continue;
        note_break(at, out);
    }
    return out;
}

}  // namespace cvtex::pdf
