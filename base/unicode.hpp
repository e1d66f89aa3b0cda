#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Unicode 15.0 properties, from tables generated at build time out of Unicode's data files.
namespace cvtex::unicode {

/// Line_Break property (UAX #14 r49, table 1), unresolved.
enum class LineBreak : std::uint8_t {
    XX,
    AI,
    AK,
    AL,
    AP,
    AS,
    B2,
    BA,
    BB,
    BK,
    CB,
    CJ,
    CL,
    CM,
    CP,
    CR,
    EB,
    EM,
    EX,
    GL,
    H2,
    H3,
    HL,
    HY,
    ID,
    IN,
    IS,
    JL,
    JT,
    JV,
    LF,
    NL,
    NS,
    NU,
    OP,
    PO,
    PR,
    QU,
    RI,
    SA,
    SG,
    SP,
    SY,
    VF,
    VI,
    WJ,
    ZW,
    ZWJ,
};
/// Grapheme_Cluster_Break (UAX #29).
enum class GraphemeBreak : std::uint8_t {
    Other,
    CR,
    LF,
    Control,
    Extend,
    ZWJ,
    RegionalIndicator,
    Prepend,
    SpacingMark,
    L,
    V,
    T,
    LV,
    LVT,
};
enum class EastAsianWidth : std::uint8_t { N, A, H, W, F, Na };
/// General_Category.
enum class Category : std::uint8_t {
    Cn,
    Lu,
    Ll,
    Lt,
    Lm,
    Lo,
    Mn,
    Mc,
    Me,
    Nd,
    Nl,
    No,
    Pc,
    Pd,
    Ps,
    Pe,
    Pi,
    Pf,
    Po,
    Sm,
    Sc,
    Sk,
    So,
    Zs,
    Zl,
    Zp,
    Cc,
    Cf,
    Cs,
    Co,
};
/// Four-letter ISO 15924 tag packed big-endian as HarfBuzz does: 'H','a','n','i'.
using ScriptTag = std::uint32_t;

[[nodiscard]] constexpr ScriptTag script_tag(const char (&name)[5]) {
    return (static_cast<ScriptTag>(name[0]) << 24) | (static_cast<ScriptTag>(name[1]) << 16) |
           (static_cast<ScriptTag>(name[2]) << 8) | static_cast<ScriptTag>(name[3]);
}

[[nodiscard]] LineBreak line_break(char32_t c);
[[nodiscard]] GraphemeBreak grapheme_break(char32_t c);
[[nodiscard]] EastAsianWidth east_asian_width(char32_t c);
[[nodiscard]] Category category(char32_t c);
/// Script property: Zyyy (common), Zinh (inherited), Zzzz (unknown) included.
[[nodiscard]] ScriptTag script(char32_t c);
[[nodiscard]] bool is_extended_pictographic(char32_t c);
[[nodiscard]] bool is_emoji_presentation(char32_t c);
/// Strong right-to-left: Bidi_Class R or AL.
[[nodiscard]] bool is_right_to_left(char32_t c);

/// Unified ideograph of a radical (EquivalentUnifiedIdeograph.txt); 0 when there is none.
[[nodiscard]] char32_t equivalent_unified_ideograph(char32_t c);
/// Unicode name, "CJK UNIFIED IDEOGRAPH-4E00" style for algorithmic ones, labels of Unicode 15
/// §4.8 for what has none ("<control-0007>", "<private-use-E000>"); "<unassigned>" otherwise.
[[nodiscard]] std::string name(char32_t c);

[[nodiscard]] bool is_white_space(
    char32_t c);  ///< Zs, tab, LF, FF, CR (CommonMark "Unicode whitespace")
[[nodiscard]] bool is_punctuation(
    char32_t c);  ///< any P* or S* category (CommonMark 0.31 "punctuation")
[[nodiscard]] bool is_han(char32_t c);  ///< Script = Han (ideographs, 々 〇 and the radicals)
[[nodiscard]] bool is_kana(char32_t c);  ///< Hiragana or Katakana
[[nodiscard]] bool is_hangul(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_decimal_digit(char32_t c);

/// Full case folding of a UTF-8 string (CaseFolding.txt C+F).
[[nodiscard]] std::string fold_case(std::string_view text);
/// Lower case by simple mapping, as GitHub does for heading slugs.
[[nodiscard]] std::string to_lower(std::string_view text);
/// Normalization Form C.
[[nodiscard]] std::string to_nfc(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);

/// End offset of the extended grapheme cluster (UAX #29 GB3–GB13) that starts at byte `begin`.
[[nodiscard]] std::size_t next_grapheme(std::string_view text, std::size_t begin);
/// Columns that `text` takes in a terminal: East Asian wide and emoji count two, marks and
/// control characters none.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace cvtex::unicode
