#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/fonts.hpp"
#include "layout/frame.hpp"
#include "pdf/clusters.hpp"
#include "pdf/font_use.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/own_box.hpp"

/// Font programs of our own making, one for each face that has cubic curves, and small ones
/// beside the subsets of other faces. They hold
/// - the face's glyphs as they are. One that stands for two texts is there twice, because a
///   code has one text in a ToUnicode CMap; both share the outline;
/// - squeezed marks: a full-width mark set narrower than it is gets a glyph with that width. If
///   the wide glyph were pulled together by TJ, boxes would overlap, and readers break lines or
///   put spaces there;
/// - where no space was typed but a gap is wide enough to be read as one, one of the two glyphs
///   gets the gap into its box;
/// - composed clusters: a letter and its marks as one glyph, because they are one text;
/// - emoji: the picture is an image; an invisible box of its size carries the text;
/// - missing glyphs: a visible box with the text of the character;
/// - spaces that line breaking has taken away.
namespace cvtex::pdf {

/// A face's glyph and where it goes, in thousandths of an em, y up.
struct GlyphPart {
    fonts::GlyphId glyph;
    std::int64_t x, y;
    auto operator<=>(const GlyphPart&) const = default;
};

/// What a glyph of ours shows: parts of a face, or a box that has no outline in any.
enum class Drawing : std::uint8_t { Parts, Picture, Missing, Blank };

/// A glyph to draw.
struct GlyphPlan {
    Drawing drawing = Drawing::Parts;
    std::int64_t width = 0;  ///< thousandths of an em
    std::vector<GlyphPart> parts;
    std::string text;  ///< UTF-8
};

/// One font; the code of glyphs[i] is i + 1.
struct DrawnFont {
    std::string name;    ///< PostScript name without the subset tag
    fonts::FontId face;  ///< whose outlines it has, and whose look; may be invalid
    std::vector<GlyphPlan> glyphs;
};

/// Where a glyph was put.
struct GlyphPlace {
    std::uint32_t font = 0;  ///< index into `DrawnFonts::fonts()`
    std::uint16_t code = 0;
    double width = 0;  ///< thousandths of an em
    Pt shift;          ///< how far to the right of its origin the outline was moved
};

/// Hands out codes for glyphs as they are asked for; the same request gives the same glyph.
class DrawnFonts {
public:
    /// The glyphs that faces of `use` are drawn with get the first codes, in ascending order:
    /// letters that follow each other in Unicode then do so in the font too, which keeps
    /// ToUnicode CMaps short.
    DrawnFonts(const FontUse& use, const fonts::FontLibrary& library);

    /// A glyph as its face has it.
    [[nodiscard]] GlyphPlace plain(fonts::FontId face, fonts::GlyphId glyph,
                                   std::string_view text);
    /// A glyph with a box as wide as it is set; the box begins `box.left` before its origin.
    [[nodiscard]] GlyphPlace boxed(const layout::TextItem& item, const layout::Glyph& glyph,
                                   const OwnBox& box, std::string_view text);
    /// A cluster as one glyph, the first of so many letters that share its width.
    [[nodiscard]] GlyphPlace composed(const layout::TextItem& item, const Cluster& cluster,
                                      std::string_view text, int letters);
    /// A box of `width`, for a picture or a part of one.
    [[nodiscard]] GlyphPlace picture(Pt width, Pt size, std::string_view text);
    [[nodiscard]] GlyphPlace missing(Pt width, Pt size, std::string_view text);
    /// A glyph without outline: a space between words that line breaking took, or a combining
    /// mark that its letter's glyph has already drawn (almost no width).
    [[nodiscard]] GlyphPlace blank(std::int32_t width, std::string_view text,
                                   fonts::FontId face = {});

    [[nodiscard]] const std::vector<DrawnFont>& fonts() const { return fonts_; }

private:
    struct Key {
        fonts::FontId face;
        Drawing drawing;
        std::int64_t width;
        std::vector<GlyphPart> parts;
        std::string text;
        auto operator<=>(const Key&) const = default;
    };

    /// The glyphs of a face that have got their codes beforehand.
    struct Prepared {
        std::uint32_t font = 0;
        const std::vector<PlainGlyph>* glyphs = nullptr;  ///< codes 1, 2, 3 …
    };

    [[nodiscard]] GlyphPlace find_or_add(Key key);
    std::uint32_t font_with_room(fonts::FontId face);

    const fonts::FontLibrary& library_;
    std::vector<DrawnFont> fonts_;
    std::map<fonts::FontId, Prepared> prepared_;
    std::map<Key, GlyphPlace> places_;
    std::map<fonts::FontId, std::uint32_t> open_;  ///< the font that takes new glyphs
};

/// A font's program, and as it goes into the file.
struct DrawnProgram {
    fonts::FontProgram program;
    StreamData packed;
};

/// Draws and packs `fonts`, the large ones in parallel.
[[nodiscard]] std::vector<DrawnProgram> draw(const std::vector<DrawnFont>& fonts,
                                             const fonts::FontLibrary& library,
                                             const Document& document);

}  // namespace cvtex::pdf
