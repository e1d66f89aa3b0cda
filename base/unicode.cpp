#include "base/unicode.hpp"

#include "base/ascii.hpp"
#include "base/unicode_lookup.hpp"

namespace cvtex::unicode {
namespace {

constexpr std::uint64_t bits(std::initializer_list<Category> categories) {
    std::uint64_t set = 0;
    for (const Category category : categories) set |= 1ull << static_cast<unsigned>(category);
    return set;
}

bool in(Category category, std::uint64_t set) {
    return ((set >> static_cast<unsigned>(category)) & 1) != 0;
}

constexpr std::uint64_t kPunctuation =
    bits({Category::Pc, Category::Pd, Category::Ps, Category::Pe, Category::Pi, Category::Pf,
          Category::Po, Category::Sm, Category::Sc, Category::Sk, Category::So});
constexpr std::uint64_t kLetters =
    bits({Category::Lu, Category::Ll, Category::Lt, Category::Lm, Category::Lo});

}  // namespace

LineBreak line_break(char32_t c) {
    return record_of(c).line_break;
}

GraphemeBreak grapheme_break(char32_t c) {
    return record_of(c).grapheme_break;
}

EastAsianWidth east_asian_width(char32_t c) {
    return record_of(c).width;
}

Category category(char32_t c) {
    return record_of(c).category;
}

ScriptTag script(char32_t c) {
    return kScripts[record_of(c).script];
}

bool is_extended_pictographic(char32_t c) {
    return has_flag(c, kPictographic);
}

bool is_emoji_presentation(char32_t c) {
    return has_flag(c, kEmojiPresentation);
}

bool is_right_to_left(char32_t c) {
    return has_flag(c, kRightToLeft);
}

char32_t equivalent_unified_ideograph(char32_t c) {
    return has_flag(c, kRadical) ? mapping_of(kRadicals, c).to[0] : 0;
}

bool is_white_space(char32_t c) {
    if (c < 0x80) return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    return category(c) == Category::Zs;
}

bool is_punctuation(char32_t c) {
    if (c < 0x80) return c > ' ' && c < 0x7F && !ascii::is_letter(c) && !ascii::is_digit(c);
    return in(category(c), kPunctuation);
}

bool is_han(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return true;  // CJK Unified Ideographs, all assigned
    constexpr char32_t kFirstHan = 0x2E80;        // CJK RADICAL REPEAT
    return c >= kFirstHan && script(c) == script_tag("Hani");
}

bool is_kana(char32_t c) {
    constexpr char32_t kFirstKana = 0x3041;  // HIRAGANA LETTER SMALL A
    if (c < kFirstKana) return false;
    const ScriptTag tag = script(c);
    return tag == script_tag("Hira") || tag == script_tag("Kana");
}

bool is_hangul(char32_t c) {
    constexpr char32_t kFirstHangul = 0x1100;  // HANGUL CHOSEONG KIYEOK
    return c >= kFirstHangul && script(c) == script_tag("Hang");
}

bool is_letter(char32_t c) {
    if (c < 0x80) return ascii::is_letter(c);
    return in(category(c), kLetters);
}

bool is_decimal_digit(char32_t c) {
    if (c < 0x80) return ascii::is_digit(c);
    return category(c) == Category::Nd;
}

}  // namespace cvtex::unicode
