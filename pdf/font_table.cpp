#include "pdf/font_table.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "pdf/font_objects.hpp"
#include "pdf/own_box.hpp"

namespace cvtex::pdf {

FontTable::FontTable(const FontUse& use, std::vector<SubsetFont> subsets,
                     const layout::LaidOut& laid_out, const fonts::FontLibrary& library,
                     Document& document)
    : laid_out_(laid_out), library_(library), document_(document), drawn_(use, library) {
    for (SubsetFont& subset : subsets) {
        const std::int32_t upem = library.info(subset.font).upem;
        embedded_.push_back({std::move(subset), upem, {}});
    }
}

std::uint32_t FontTable::add_resource() {
    resources_.push_back(document_.make_dict());
    return static_cast<std::uint32_t>(resources_.size() - 1);
}

FontTable::Embedded* FontTable::find(fonts::FontId font) {
    const auto found = std::lower_bound(
        embedded_.begin(), embedded_.end(), font,
        [](const Embedded& embedded, fonts::FontId id) { return embedded.subset.font < id; });
    if (found == embedded_.end() || found->subset.font != font) return nullptr;
    return &*found;
}

/// The first encoding whose code at `slot` has no text yet or this one.
FontTable::Encoding& FontTable::encoding_for(Embedded& font, std::size_t slot,
                                             std::string_view text) {
    for (Encoding& encoding : font.encodings) {
        std::optional<std::string>& own = encoding.texts[slot];
        if (!own) own = text;
        if (*own == text) return encoding;
    }
    Encoding& alias = font.encodings.emplace_back();
    alias.resource = add_resource();
    alias.texts.resize(font.subset.program.old_ids.size());
    alias.texts[slot] = text;
    return alias;
}

ShownGlyph FontTable::show_drawn(const GlyphPlace& place, Pt x, Pt rise) {
    while (drawn_resources_.size() < drawn_.fonts().size())
        drawn_resources_.push_back(add_resource());
    return {drawn_resources_[place.font], place.code, place.width, x - place.shift, rise};
}

std::string_view FontTable::block_text(const layout::TextItem& item) const {
    const bool known = item.block.valid() && item.block.index() < laid_out_.text_blocks.size();
    return known ? std::string_view(laid_out_.text_blocks[item.block.index()].text) : "";
}

ShownGlyph FontTable::show(const layout::TextItem& item, std::size_t index,
                           std::string_view text, Pt pen) {
    const layout::Glyph& glyph = item.glyphs[index];
    const Pt x = pen + glyph.x_offset;
    const Pt rise = -glyph.y_offset;
    const bool missing = glyph.missing || glyph.id == 0;
    const OwnBox box = own_box(item, index, block_text(item));
    if (!missing && box.needed()) {
        return show_drawn(drawn_.boxed(item, glyph, box, text), x - box.left, rise);
    }
    if (!missing && is_drawn(library_.info(item.font)))
        return show_drawn(drawn_.plain(item.font, glyph.id, text), x, rise);
    Embedded* font = find(item.font);
    const auto slot = font && !missing ? font->subset.slot(glyph.id) : std::nullopt;
    if (!slot) return show_drawn(drawn_.missing(glyph.nominal, item.size, text), x, rise);
    const Encoding& encoding = encoding_for(*font, *slot, text);
    return {encoding.resource, font->subset.code(*slot), font->subset.width(*slot, font->upem),
            x, rise};
}

ShownGlyph FontTable::show_composed(const layout::TextItem& item, const Cluster& cluster,
                                    std::string_view text, Pt pen, int letters) {
    return show_drawn(drawn_.composed(item, cluster, text, letters), pen, Pt());
}

ShownGlyph FontTable::show_box(Pt width, Pt size, std::string_view text, Pt pen) {
    return show_drawn(drawn_.picture(width, size, text), pen, Pt());
}

ShownGlyph FontTable::show_mark(std::string_view text, Pt pen, fonts::FontId owner, Pt width,
                                Pt size) {
    // A little width: PDFium drops text objects of less than a hundredth of a point.
    constexpr double kWidth = 4, kMost = 15000;
    const double units = size > Pt() ? width.points() * 1000 / size.points() : 0;
    return show_drawn(
        drawn_.blank(static_cast<std::int32_t>(std::clamp(units, kWidth, kMost)), text, owner),
        pen, Pt());
}

ShownGlyph FontTable::show_space(Pt pen, fonts::FontId owner) {
    constexpr std::int32_t kWidth = 250;
    return show_drawn(drawn_.blank(kWidth, " ", owner), pen, Pt());
}

// ---- writing ------------------------------------------------------------------------------

void FontTable::note_private(const std::vector<CodeText>& texts) {
    for (const CodeText& code : texts) {
        for (std::size_t at = 0; at < code.text.size() && !has_private_characters_;) {
            const Decoded decoded = decode_utf8(code.text, at);
            has_private_characters_ =
                unicode::category(decoded.code_point) == unicode::Category::Co;
            at += std::max(decoded.length, 1U);
        }
    }
}

void FontTable::finish_embedded(const Embedded& font) {
    if (font.encodings.empty()) return;
    const fonts::FontProgram& program = font.subset.program;
    std::vector<CodeWidth> widths;
    for (std::size_t slot = 0; slot < program.old_ids.size(); ++slot) {
        widths.push_back({font.subset.code(slot), font.subset.width(slot, font.upem)});
    }
    std::sort(widths.begin(), widths.end(),
              [](const CodeWidth& a, const CodeWidth& b) { return a.code < b.code; });
    const FontObjects objects = write_descendant(document_, library_.info(font.subset.font),
                                                 program, font.subset.packed, widths);
    for (const Encoding& encoding : font.encodings) {
        std::vector<CodeText> texts;
        for (std::size_t slot = 0; slot < encoding.texts.size(); ++slot) {
            if (encoding.texts[slot]) {
                texts.push_back({font.subset.code(slot), *encoding.texts[slot]});
            }
        }
        note_private(texts);
        fill_type0(document_, resources_[encoding.resource], objects, std::move(texts));
    }
}

void FontTable::finish_drawn(const DrawnFont& font, std::uint32_t resource,
                             const DrawnProgram& made) {
    std::vector<CodeWidth> widths;
    std::vector<CodeText> texts;
    for (std::size_t i = 0; i < font.glyphs.size(); ++i) {
        const auto code = static_cast<std::uint16_t>(i + 1);
        widths.push_back({code, static_cast<double>(font.glyphs[i].width)});
        texts.push_back({code, font.glyphs[i].text});
    }
    fonts::FontInfo info;
    if (font.face.valid()) info = library_.info(font.face);
    info.postscript_name = font.name;
    const FontObjects objects =
        write_descendant(document_, info, made.program, made.packed, widths);
    note_private(texts);
    fill_type0(document_, resources_[resource], objects, std::move(texts));
}

void FontTable::finish() {
    for (const Embedded& font : embedded_) finish_embedded(font);
    const std::vector<DrawnFont>& drawn = drawn_.fonts();
    const std::vector<DrawnProgram> programs = draw(drawn, library_, document_);
    for (std::size_t i = 0; i < drawn_resources_.size(); ++i)
        finish_drawn(drawn[i], drawn_resources_[i], programs[i]);
}

}  // namespace cvtex::pdf
