#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/content.hpp"
#include "pdf/drawn_fonts.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/subset_fonts.hpp"
#include "pdf/to_unicode.hpp"

namespace cvtex::pdf {

/// Every font of the file, and the codes that show glyphs with their texts.
///
/// A code has one text in a ToUnicode CMap, but a glyph may stand for several: 用 and the
/// radical ⽤ share one in Noto. In a drawn font such a glyph has a code for each text. In a
/// subset the second text goes to an *alias*: a second Type0 font over the same descendant with
/// another CMap. It costs 200 bytes and is read right by every reader, which /ActualText is
/// not.
class FontTable {
public:
    /// `use` must outlive the table.
    FontTable(const FontUse& use, std::vector<SubsetFont> subsets,
              const layout::LaidOut& laid_out, const fonts::FontLibrary& library,
              Document& document);

    /// How to show `item.glyphs[index]` as `text` when the pen is at `pen`.
    [[nodiscard]] ShownGlyph show(const layout::TextItem& item, std::size_t index,
                                  std::string_view text, Pt pen);
    /// A cluster's glyphs as one that stands for `text`, the first of so many letters that
    /// share its width; see `is_composable`.
    [[nodiscard]] ShownGlyph show_composed(const layout::TextItem& item, const Cluster& cluster,
                                           std::string_view text, Pt pen, int letters);
    /// An invisible box of `width` at `pen` that carries the text of a picture.
    [[nodiscard]] ShownGlyph show_box(Pt width, Pt size, std::string_view text, Pt pen);
    /// Text without a picture at `pen`: a mark, in the font that goes with `owner`, or a letter
    /// whose outline another glyph has drawn, of `width` at font size `size`.
    [[nodiscard]] ShownGlyph show_mark(std::string_view text, Pt pen, fonts::FontId owner = {},
                                       Pt width = {}, Pt size = {});
    /// A space that line breaking has taken, in the font that goes with `owner`.
    [[nodiscard]] ShownGlyph show_space(Pt pen, fonts::FontId owner);

    /// The Type0 font behind /F<font>.
    [[nodiscard]] Dict resource(std::uint32_t font) const { return resources_[font]; }

    /// Whether a text had characters of the private use areas.
    [[nodiscard]] bool has_private_characters() const { return has_private_characters_; }

    /// Writes all font objects. To be called once, after the last `show`.
    void finish();

private:
    /// One Type0 font over a subset: texts by slot of the program, empty string for "unset".
    struct Encoding {
        std::uint32_t resource = 0;
        std::vector<std::optional<std::string>> texts;
    };

    struct Embedded {
        SubsetFont subset;
        std::int32_t upem = 1000;
        std::vector<Encoding> encodings;  ///< the first one, then aliases
    };

    std::uint32_t add_resource();
    [[nodiscard]] std::string_view block_text(const layout::TextItem& item) const;
    Embedded* find(fonts::FontId font);
    Encoding& encoding_for(Embedded& font, std::size_t slot, std::string_view text);
    ShownGlyph show_drawn(const GlyphPlace& place, Pt x, Pt rise);
    void note_private(const std::vector<CodeText>& texts);
    void finish_embedded(const Embedded& font);
    void finish_drawn(const DrawnFont& font, std::uint32_t resource, const DrawnProgram& made);

    const layout::LaidOut& laid_out_;
    const fonts::FontLibrary& library_;
    Document& document_;
    std::vector<Embedded> embedded_;  ///< ascending by font id
    DrawnFonts drawn_;
    std::vector<std::uint32_t> drawn_resources_;  ///< parallel to drawn_.fonts()
    std::vector<Dict> resources_;
    bool has_private_characters_ = false;
};

}  // namespace cvtex::pdf
