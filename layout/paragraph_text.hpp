#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/span.hpp"
#include "layout/cjk_class.hpp"
#include "layout/frame.hpp"
#include "styles/styled.hpp"

/// The product of the first stage of inline layout: one paragraph's text with everything known
/// about each character.
namespace cvtex::layout {

/// What becomes of a character when it is set.
enum class Fate : std::uint8_t {
    Set,     ///< shaped into glyphs
    Gap,     ///< a typed space that is set as the Han–Latin gap
    Dropped  ///< stays in the text, on no glyph: spaces beside full-width marks, zero-width
             ///< characters
};

/// Embedding level of UAX #9; odd ones run right to left.
using BidiLevel = std::uint8_t;

[[nodiscard]] constexpr bool is_right_to_left(BidiLevel level) {
    return level % 2 == 1;
}

struct Character {
    char32_t code = 0;
    std::uint32_t begin = 0;   ///< byte in ParagraphText::text
    std::uint32_t span = 0;    ///< index into ParagraphText::spans
    std::uint32_t item = 0;    ///< index of the inline item it came from
    std::uint32_t offset = 0;  ///< byte in that item's text
    fonts::Form form = fonts::Form::Latin;
    CharClass cls = CharClass::Narrow;
    Fate fate = Fate::Set;
};

/// A stretch of characters of one style and link.
struct StyleSpan {
    styles::TextStyleId style;
    styles::LinkId link;
    Region region = Region::SC;
    bool code = false;
    bool english = false;
};

/// An inline image or icon: U+FFFC in the text.
struct InlineObject {
    std::uint32_t character = 0;
    ImageId image;
    Size size;  ///< what it takes: width, and height above the baseline
    styles::LinkId link;
    std::string alternative;
    Span span;
    bool ornament = false;  ///< an icon or its room instead of the image
    std::optional<IconItem> icon = {};
};

/// Where a piece of the text came from; pieces are in text order and leave no hole.
struct SourcePiece {
    std::uint32_t begin = 0;  ///< byte of the text
    Span span;                ///< of the source
    bool exact = false;       ///< bytes correspond one to one from span.begin
};

struct ParagraphText {
    std::string
        text;  ///< as set: soft breaks resolved, '\n' for forced breaks, U+FFFC for images
    std::vector<Character> characters;
    std::vector<StyleSpan> spans;
    std::vector<InlineObject> objects;
    std::vector<SourcePiece> pieces;
    Span source;
    std::string lang;  ///< of the first run
    bool preformatted = false;
    bool right_to_left = false;     ///< base direction
    std::vector<BidiLevel> levels;  ///< per character; empty: all of it runs left to right

    [[nodiscard]] BidiLevel level_of(std::size_t character) const {
        return levels.empty() ? BidiLevel{0} : levels[character];
    }
};

/// The source behind bytes [begin, end) of the text.
[[nodiscard]] Span source_span(const ParagraphText& paragraph, std::uint32_t begin,
                               std::uint32_t end);

}  // namespace cvtex::layout
