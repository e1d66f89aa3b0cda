#pragma once

#include <cstdint>
#include <string_view>

#include "base/units.hpp"
#include "fonts/fonts.hpp"

/// Character classes of CLREQ 3.1 and JLREQ 3.9 (TYPOGRAPHY §1), which every CJK rule is stated
/// in.
namespace cvtex::layout {

/// Whose conventions a text follows; decided by its language.
enum class Region : std::uint8_t { SC, TC, HK, JP, KR, Other };

enum class CharClass : std::uint8_t {
    Han,         ///< ideographs, kana, bopomofo, full-width letters: one em
    Wide,        ///< other full-width characters, which take no Han–Latin gap: ① ★ emoji
    Hangul,      ///< set with spaces between words
    Latin,       ///< letters and digits, and symbols attached to them: takes the gap
    Symbol,      ///< % # $ & + @ * / …: Latin when attached to a token, else Narrow
    Narrow,      ///< everything else of Latin width
    Open,        ///< O: “ （ 《 …
    Close,       ///< C: ” ） 》 …
    Pause,       ///< P: ， 、 ； ：
    Stop,        ///< F: 。 ．
    Exclaim,     ///< X: ！ ？
    Interpunct,  ///< M: ·
    Connector,   ///< K: ～ — – ‐
    Dash,        ///< D: ——
    Ellipsis,    ///< E: ……
    Solidus,     ///< S: / ／
    Space,       ///< breaking spaces of the source
    FixedSpace,  ///< no-break space and spaces of stated width
    IdeographicSpace,
    Object,     ///< inline image
    LineEnd,    ///< forced break
    Invisible,  ///< zero width space, word joiner, soft hyphen: never a glyph of its own
};

/// A sign that is set as part of the word or number it touches: 40%的, C++语言, #标签, ≥99
/// (CLREQ issue 559, TYPOGRAPHY §4).
[[nodiscard]] bool is_token_symbol(char32_t c);

[[nodiscard]] Region region_of(std::string_view lang);

/// Whether English hyphenation patterns fit the language.
[[nodiscard]] bool is_english(std::string_view lang);

/// Chinese or Japanese: full-width marks are the rule.
[[nodiscard]] constexpr bool is_han_region(Region region) {
    return region != Region::KR && region != Region::Other;
}

/// Class of `c` by itself when set in `form`. What depends on neighbours (Symbol, Solidus, runs
/// of dashes and dots) is settled by `classify`.
[[nodiscard]] CharClass char_class(char32_t c, fonts::Form form);

/// Full-width punctuation (O C P F X M K D E).
[[nodiscard]] constexpr bool is_full_width_mark(CharClass c) {
    return c >= CharClass::Open && c <= CharClass::Ellipsis;
}

/// C, P, F and X: marks that belong to what is before them.
[[nodiscard]] constexpr bool is_closing(CharClass c) {
    return c >= CharClass::Close && c <= CharClass::Exclaim;
}

/// Marks that part words when spaces stand around them: A · B, A — B, A | B.
[[nodiscard]] constexpr bool parts_words(CharClass c, char32_t code) {
    return c == CharClass::Interpunct || c == CharClass::Connector || code == U'|';
}

/// A letter or digit of any kind: what counts for a lonely last line (CLREQ 3.4.4).
[[nodiscard]] constexpr bool is_letter_like(CharClass c) {
    return c <= CharClass::Latin;
}

/// Blank halves of a full-width mark's box; the rest is its body.
struct Blanks {
    Em lead, trail;
    bool operator==(const Blanks&) const = default;
};

/// TYPOGRAPHY §1, columns SC, TC/HK and JP; no blanks for classes whose width is fixed.
[[nodiscard]] Blanks blanks_of(CharClass c, char32_t code, Region region);

/// Width a class is forced to whatever the font says (· / – of GB/T 15834 5.1.6–5.1.9); zero:
/// the font's.
[[nodiscard]] Em forced_width(CharClass c, char32_t code, Region region);

}  // namespace cvtex::layout
