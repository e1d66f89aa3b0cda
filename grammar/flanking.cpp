#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/emphasis.hpp"

/// CommonMark tells which end of emphasis a delimiter run can be by the characters around it.
/// Between Chinese words there are no spaces, so that `**中文，**后文` would not close. The
/// "CommonMark CJK-friendly amendments" treat CJK punctuation as a letter, and a CJK character
/// beside other punctuation as a space. Names below follow that specification.
namespace cvtex::grammar {
namespace {

enum class CharClass {
    Whitespace,
    Punctuation,
    CjkPunctuation,
    Cjk,
    IdeographicSelector,
    Other
};

bool is_cjk(char32_t c) {
    if (c < 0x1100) return false;
    const auto width = unicode::east_asian_width(c);
    const bool wide = width == unicode::EastAsianWidth::W ||
                      width == unicode::EastAsianWidth::F ||
                      width == unicode::EastAsianWidth::H;
    return (wide && !unicode::is_emoji_presentation(c)) || unicode::is_hangul(c);
}

CharClass classify(char32_t c) {
    if (unicode::is_white_space(c)) return CharClass::Whitespace;
    if (c >= 0xE0100 && c <= 0xE01EF) return CharClass::IdeographicSelector;
    if (unicode::is_punctuation(c)) {
        return is_cjk(c) ? CharClass::CjkPunctuation : CharClass::Punctuation;
    }
    return is_cjk(c) ? CharClass::Cjk : CharClass::Other;
}

/// U+FE00–U+FE0E: a variation selector that does not ask for an emoji.
bool is_text_selector(char32_t c) {
    return c >= 0xFE00 && c <= 0xFE0E;
}

/// Quotation marks that StandardizedVariants.txt gives a full-width form with U+FE01.
bool is_fullwidth_quote(char32_t c, char32_t selector) {
    return selector == 0xFE01 && (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D);
}

/// Class of the character, with its variation selector, that ends at `offset`.
CharClass class_before(std::string_view text, std::uint32_t offset) {
    const Decoded last = decode_utf8_before(text, offset);
    if (last.length == 0) return CharClass::Whitespace;
    if (!is_text_selector(last.code_point)) return classify(last.code_point);
    const Decoded base = decode_utf8_before(text, offset - last.length);
    if (base.length == 0) return CharClass::Other;
    if (is_fullwidth_quote(base.code_point, last.code_point)) return CharClass::CjkPunctuation;
    const CharClass result = classify(base.code_point);
    return result == CharClass::Whitespace ? CharClass::Other : result;
}

CharClass class_after(std::string_view text, std::uint32_t offset) {
    const Decoded next = decode_utf8(text, offset);
    return next.length == 0 ? CharClass::Whitespace : classify(next.code_point);
}

bool is_any_cjk(CharClass c) {
    return c == CharClass::Cjk || c == CharClass::CjkPunctuation;
}

}  // namespace

Flanking flanking(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const CharClass before = class_before(text, begin);
    const CharClass after = class_after(text, end);
    const bool space_before = before == CharClass::Whitespace;
    const bool space_after = after == CharClass::Whitespace;
    const bool mark_before = before == CharClass::Punctuation;
    const bool mark_after = after == CharClass::Punctuation;
    const bool left =
        !space_after && (!mark_after || space_before || mark_before || is_any_cjk(before) ||
                         before == CharClass::IdeographicSelector);
    const bool right =
        !space_before && (!mark_before || space_after || mark_after || is_any_cjk(after));
    if (text[begin] != '_') return {left, right};
    const bool any_mark_before = mark_before || before == CharClass::CjkPunctuation;
    const bool any_mark_after = mark_after || after == CharClass::CjkPunctuation;
    return {left && (!right || any_mark_before), right && (!left || any_mark_after)};
}

}  // namespace cvtex::grammar
