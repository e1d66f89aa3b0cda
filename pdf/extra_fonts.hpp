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
#include "pdf/own_box.hpp"
#include "pdf/tiny_cff.hpp"

/// Small fonts of our own making, beside the subsets:
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

/// One font made of tiny glyphs, each with its own text.
struct ExtraFont {
    std::string name;        ///< PostScript name without the subset tag
    fonts::FontId based_on;  ///< the face whose look it continues; may be invalid
    std::vector<TinyGlyph> glyphs;
    std::vector<std::string> texts;  ///< parallel, UTF-8
};

/// Where a tiny glyph was put.
struct ExtraGlyph {
    std::uint32_t font = 0;  ///< index into `ExtraFonts::fonts()`
    std::uint16_t code = 0;
    double width = 0;  ///< thousandths of an em
    Pt shift;          ///< how far to the right of its origin the outline was moved
};

/// Makes tiny glyphs as they are asked for; the same request gives the same glyph.
class ExtraFonts {
public:
    explicit ExtraFonts(const fonts::FontLibrary& library) : library_(library) {}

    /// A glyph with a box as wide as it is set; the box begins `box.left` before its origin.
    [[nodiscard]] ExtraGlyph boxed(const layout::TextItem& item, const layout::Glyph& glyph,
                                   const OwnBox& box, std::string_view text);
    [[nodiscard]] ExtraGlyph composed(const layout::TextItem& item, const Cluster& cluster,
                                      std::string_view text, int letters);
    /// A box of `width`, for a picture or a part of one.
    [[nodiscard]] ExtraGlyph picture(Pt width, Pt size, std::string_view text);
    [[nodiscard]] ExtraGlyph missing(Pt width, Pt size, std::string_view text);
    /// A glyph without outline: a space between words that line breaking took, or a combining
    /// mark that its letter's glyph has already drawn (almost no width).
    [[nodiscard]] ExtraGlyph blank(std::int32_t width, std::string_view text,
                                   fonts::FontId owner = {});

    [[nodiscard]] const std::vector<ExtraFont>& fonts() const { return fonts_; }

private:
    enum class Kind : std::uint8_t { Drawn, Picture, Missing, Blank };

    /// A face's glyph and where it goes, in thousandths of an em, y up.
    struct Part {
        fonts::GlyphId glyph;
        std::int64_t x, y;
        auto operator<=>(const Part&) const = default;
    };

    struct Key {
        Kind kind;
        fonts::FontId font;
        std::vector<Part> parts;
        std::int64_t width;
        std::string text;
        auto operator<=>(const Key&) const = default;
    };

    struct Slot {
        std::uint32_t font;
        std::uint16_t code;
    };

    [[nodiscard]] ExtraGlyph find_or_add(Key key);
    [[nodiscard]] fonts::Outline outline_of(const Key& key) const;
    std::uint32_t font_with_room(fonts::FontId owner);

    const fonts::FontLibrary& library_;
    std::vector<ExtraFont> fonts_;
    std::map<Key, Slot> slots_;
    std::map<fonts::FontId, std::uint32_t> open_;  ///< the font that takes new glyphs
};

}  // namespace cvtex::pdf
