#pragma once

#include <cstddef>

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

/// Exactly `Text`, ASCII letters in either case.
template <literal Text>
struct word {
    using rule_t = word;
    using subs_t = tao::pegtl::empty_list;

    template <class Input>
    [[nodiscard]] static bool match(Input& in) {
        constexpr std::size_t kSize = sizeof(Text.text) - 1;
        if (in.size(kSize) < kSize) return false;
        for (std::size_t i = 0; i < kSize; ++i) {
            const char c = in.peek_char(i);
            const bool upper = c >= 'A' && c <= 'Z';
            if ((upper ? static_cast<char>(c - 'A' + 'a') : c) != Text.text[i]) return false;
        }
        in.bump(kSize);
        return true;
    }
};

// clang-format off
/// The first of `Texts` that matches: longer ones go before their beginnings.
template< literal... Texts > struct any_word : sor< word< Texts >... > {};
/// The same with no letter or digit after it.
template< literal... Texts > struct any_name : sor< seq< word< Texts >, not_at< alnum > >... > {};

struct han : tao::pegtl::utf8::ranges< 0x3005, 0x3007, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x3FFFF > {};

// Spaces inside a line: blanks, no-break, ideographic and the typographic ones. Runs are capped,
// so that a rule which fails behind one has not read far.
struct space : sor< blank, tao::pegtl::utf8::one< 0xA0, 0x3000, 0x202F >, tao::pegtl::utf8::range< 0x2000, 0x200A > > {};
struct gap : rep_opt< 8, space > {};
struct some_gap : rep_min_max< 1, 8, space > {};

// Digits, half and full width.
template< char Low, char High = Low > struct figure : sor< range< Low, High >, tao::pegtl::utf8::range< 0xFF10 + ( Low - '0' ), 0xFF10 + ( High - '0' ) > > {};
struct decimal : figure< '0', '9' > {};

// clang-format on

}  // namespace cvtex::grammar::rules
