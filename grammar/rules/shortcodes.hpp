#pragma once

#include "grammar/rules/words.hpp"

/// Names of emoji and icons between colons, and behind `icon:`.
namespace cvtex::grammar::rules {

// clang-format off
struct shortcode_byte : sor< alnum, one< '_', '+', '-' > > {};
struct shortcode_name : rep_min_max< 1, 64, shortcode_byte > {};
struct shortcode : seq< one< ':' >, shortcode_name, one< ':' > > {};

// Names of icon fonts, and the family or weight that some put between.
struct icon_font : sor<
    string< 'f', 'o', 'n', 't', 'a', 'w', 'e', 's', 'o', 'm', 'e' >, string< 'm', 'a', 't', 'e', 'r', 'i', 'a', 'l' >,
    string< 'o', 'c', 't', 'i', 'c', 'o', 'n', 's' >, string< 'o', 'c', 't', 'i', 'c', 'o', 'n' >, string< 's', 'i', 'm', 'p', 'l', 'e' >,
    string< 't', 'a', 'b', 'l', 'e', 'r' >, string< 'c', 'a', 'r', 'b', 'o', 'n' >, string< 'd', 'e', 'v', 'i', 'c', 'o', 'n' >,
    string< 'i', 'c', 'o', 'n', 'f', 'o', 'n', 't' >, string< 'i', 'c', 'o', 'n' >, string< 'f', 'a', 's' >, string< 'f', 'a', 'r' >,
    string< 'f', 'a', 'b' >, string< 'f', 'a', 'l' >, string< 'f', 'a' >, string< 'm', 'd', 'i' >, string< 'r', 'i' >, string< 'b', 'i' >,
    string< 'b', 'x', 's' >, string< 'b', 'x', 'l' >, string< 'b', 'x' >, string< 'i', 'o', 'n' >, string< 'l', 'u', 'c' >, string< 'l', 'i' > > {};
struct icon_separator : one< '-', '_' > {};
struct icon_variant : sor<
    string< 's', 'o', 'l', 'i', 'd' >, string< 'b', 'r', 'a', 'n', 'd', 's' >, string< 'r', 'e', 'g', 'u', 'l', 'a', 'r' >,
    string< 'i', 'c', 'o', 'n', 's' >, string< 'f', 'a' > > {};
struct icon_prefix : seq< icon_font, icon_separator, opt< icon_variant, icon_separator >, at< alpha > > {};

struct icon_word : seq< one< ':' >, alpha, star< shortcode_byte >, at< sor< whitespace, eof, ranges< '\x80', '\xFF' > > > > {};

// clang-format on

}  // namespace cvtex::grammar::rules
