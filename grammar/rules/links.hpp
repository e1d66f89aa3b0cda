#pragma once

#include "grammar/rules/characters.hpp"

/// Link labels, destinations, titles (CommonMark 0.31.2 §4.7, §6.3) and autolinks (§6.5).
/// The text is a paragraph's, which holds no blank line: "at most one line ending" needs no
/// counting. Parentheses of a bare destination nest 32 deep as in the reference
/// implementation, by templates instead of recursion, which also bounds the stack.
namespace cvtex::grammar::rules {

// clang-format off
struct label_text : star< sor< escape, not_one< '[', ']' > > > {};
struct label : seq< one< '[' >, label_text, one< ']' > > {};

struct pointy_destination : seq< one< '<' >, star< sor< escape, not_one< '<', '>', '\n' > > >, one< '>' > > {};
struct destination_byte : seq< not_at< range< '\0', ' ' > >, not_one< '(', ')', '\x7f' > > {};
template< unsigned Depth > struct parentheses : seq< one< '(' >, star< sor< escape, destination_byte, parentheses< Depth - 1 > > >, one< ')' > > {};
template<> struct parentheses< 0 > : tao::pegtl::failure {};
struct bare_destination : seq< not_at< one< '<' > >, plus< sor< escape, destination_byte, parentheses< 32 > > > > {};
struct destination : sor< pointy_destination, bare_destination > {};

struct double_quoted_title : seq< one< '"' >, star< sor< escape, not_one< '"' > > >, one< '"' > > {};
struct single_quoted_title : seq< one< '\'' >, star< sor< escape, not_one< '\'' > > >, one< '\'' > > {};
struct parenthesised_title : seq< one< '(' >, star< sor< escape, not_one< '(', ')' > > >, one< ')' > > {};
struct title : sor< double_quoted_title, single_quoted_title, parenthesised_title > {};

// What follows the `]` of an inline link.
struct destination_and_title : seq< destination, opt< some_whitespace, title > > {};
struct link_tail : seq< one< '(' >, any_whitespace, opt< destination_and_title >, any_whitespace, one< ')' > > {};

// A definition up to its destination; then perhaps a title; each must end its line.
struct line_end : seq< blanks, sor< one< '\n' >, eof > > {};
struct definition_head : seq< label, one< ':' >, any_whitespace, destination > {};
struct definition_title : seq< some_whitespace, title, line_end > {};

struct scheme : seq< alpha, rep_min_max< 1, 31, sor< alnum, one< '+', '.', '-' > > > > {};
struct uri_byte : seq< not_at< range< '\0', ' ' > >, not_one< '<', '>', '\x7f' > > {};
struct uri_autolink : seq< one< '<' >, scheme, one< ':' >, star< uri_byte >, one< '>' > > {};

struct address_byte : sor< alnum, one< '.', '!', '#', '$', '%', '&', '\'', '*', '+', '/', '=', '?', '^', '_', '`', '{', '|', '}', '~', '-' > > {};
struct hyphens : plus< one< '-' > > {};
struct host_label : seq< alnum, star< sor< alnum, seq< hyphens, at< alnum > > > > > {};
struct host : seq< host_label, star< one< '.' >, host_label > > {};
struct email_autolink : seq< one< '<' >, plus< address_byte >, one< '@' >, host, one< '>' > > {};

// clang-format on

}  // namespace cvtex::grammar::rules
