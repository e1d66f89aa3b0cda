#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/ascii.hpp"
#include "grammar/rules/characters.hpp"

/// Words of natural languages as rules, for the recognisers of dates and contact details, and
/// the characters that stand between them.
namespace cvtex::grammar::rules {

/// Text as a template argument: UTF-8, ASCII letters in lower case.
template <std::size_t N>
struct literal {
    char text[N]{};

    consteval literal(const char (&characters)[N]) {  // NOLINT: meant to convert
        for (std::size_t i = 0; i < N; ++i) text[i] = characters[i];
    }
};

/// Whether `text` begins with `lower`, ASCII letters in either case.
inline bool begins_with(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        if (ascii::to_lower(text[i]) != lower[i]) return false;
    }
    return true;
}

/// Length of the first of `words` that `text` begins with; 0 when there is none. `whole`: no
/// letter or digit may follow.
inline std::size_t leading_word(std::string_view text, std::span<const std::string_view> words,
                                bool whole) {
    for (const std::string_view word : words) {
        if (!begins_with(text, word)) continue;
        if (whole && text.size() > word.size() && ascii::is_alphanumeric(text[word.size()]))
            continue;
        return word.size();
    }
    return 0;
}

/// Bytes of the digit from `low` to `high`, half or full width (U+FF10 to U+FF19), that `text`
/// begins with; 0 when there is none.
inline std::size_t figure_length(std::string_view text, char low, char high) {
    constexpr std::string_view kFullWidth = "\xEF\xBC";
    constexpr int kFullWidthZero = 0x90 - '0';  // The last byte of U+FF10.
    if (text.empty()) return 0;
    if (text[0] >= low && text[0] <= high) return 1;
    if (text.size() < 3 || !text.starts_with(kFullWidth)) return 0;
    const int digit = static_cast<unsigned char>(text[2]) - kFullWidthZero;
    return digit >= low && digit <= high ? 3 : 0;
}

/// One rule for all of `Texts`, and no rule for each: the hundreds of words that are known
/// would take the compiler longer than all else.
template <bool Whole, literal... Texts>
struct listed_word {
    using rule_t = listed_word;
    using subs_t = tao::pegtl::empty_list;

    template <class Input>
    [[nodiscard]] static bool match(Input& in) {
        static constexpr std::string_view kWords[] = {{Texts.text, sizeof(Texts.text) - 1}...};
        const std::size_t length = leading_word({in.current(), in.size()}, kWords, Whole);
        in.bump(length);
        return length > 0;
    }
};

// clang-format off
/// Exactly `Text`, ASCII letters in either case.
template< literal Text > struct word : listed_word< false, Text > {};
/// The first of `Texts` that matches: longer ones go before their beginnings.
template< literal... Texts > struct any_word : listed_word< false, Texts... > {};
/// The same with no letter or digit after it.
template< literal... Texts > struct any_name : listed_word< true, Texts... > {};

struct han : tao::pegtl::utf8::ranges< 0x3005, 0x3007, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x3FFFF > {};

// Spaces inside a line: blanks, no-break, ideographic and the typographic ones. Runs are capped,
// so that a rule which fails behind one has not read far.
struct space : sor< blank, tao::pegtl::utf8::one< 0xA0, 0x3000, 0x202F >, tao::pegtl::utf8::range< 0x2000, 0x200A > > {};
struct gap : rep_opt< 8, space > {};
struct some_gap : rep_min_max< 1, 8, space > {};

// clang-format on
/// A digit from `Low` to `High`, half or full width.
template <char Low, char High = Low>
struct figure {
    using rule_t = figure;
    using subs_t = tao::pegtl::empty_list;

    template <class Input>
    [[nodiscard]] static bool match(Input& in) {
        const std::size_t length = figure_length({in.current(), in.size()}, Low, High);
        in.bump_in_this_line(length);
        return length > 0;
    }
};

// clang-format off
struct decimal : figure< '0', '9' > {};

// clang-format on

}  // namespace cvtex::grammar::rules
