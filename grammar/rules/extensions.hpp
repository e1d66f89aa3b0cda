#pragma once

#include "grammar/rules/characters.hpp"

/// Line tests of the extensions: GFM tables, task items and footnotes, heading attributes,
/// definition lists and page breaks. As in blocks.hpp, `eof` is the end of the line.
namespace cvtex::grammar::rules {

// clang-format off
struct pipe : one< '|' > {};
struct delimiter_cell : seq< blanks, opt< one< ':' > >, plus< one< '-' > >, opt< one< ':' > >, blanks > {};
struct delimiter_row : seq< opt< pipe >, delimiter_cell, star< pipe, delimiter_cell >, opt< pipe >, blank_rest > {};

struct task_mark : one< ' ', 'x', 'X' > {};
struct task_marker : seq< one< '[' >, task_mark, one< ']' >, plus< blank >, not_at< eof > > {};

struct footnote_label : plus< not_one< ' ', '\t', '\n', '[', ']' > > {};
struct footnote_marker : seq< string< '[', '^' >, footnote_label, string< ']', ':' > > {};

struct definition_marker : seq< one< ':', '~' >, plus< blank > > {};

struct attribute_key : seq< alpha, star< sor< alnum, one< '-', '_' > > > > {};
struct attribute_word : plus< not_one< ' ', '\t', '{', '}', '"', '=', '#' > > {};
struct id_attribute : seq< one< '#' >, attribute_word > {};
struct class_attribute : seq< one< '.' >, attribute_word > {};
struct quoted_word : seq< one< '"' >, star< not_one< '"' > >, one< '"' > > {};
struct key_attribute : seq< attribute_key, one< '=' >, sor< quoted_word, attribute_word > > {};
struct listed_attribute : sor< id_attribute, class_attribute, key_attribute > {};
struct attribute_list : seq< one< '{' >, blanks, listed_attribute, star< plus< blank >, listed_attribute >, blanks, one< '}' >, eof > {};

struct page_break_word : sor< istring< 'p', 'a', 'g', 'e', 'b', 'r', 'e', 'a', 'k' >, istring< 'p', 'a', 'g', 'e', '-', 'b', 'r', 'e', 'a', 'k' >, istring< 'n', 'e', 'w', 'p', 'a', 'g', 'e' > > {};
struct page_break_comment : seq< string< '<', '!', '-', '-' >, blanks, page_break_word, blanks, string< '-', '-', '>' >, blank_rest > {};
struct page_break_command : seq< one< '\\' >, sor< string< 'n', 'e', 'w', 'p', 'a', 'g', 'e' >, string< 'p', 'a', 'g', 'e', 'b', 'r', 'e', 'a', 'k' >, string< 'c', 'l', 'e', 'a', 'r', 'p', 'a', 'g', 'e' > >, blank_rest > {};
struct page_break : sor< page_break_comment, page_break_command > {};

// Literal autolinks (GFM §6.9): what comes before the path, and the domain of a mail address.
struct domain_byte : sor< alnum, one< '-', '_' > > {};
struct domain : seq< plus< domain_byte >, star< one< '.' >, plus< domain_byte > > > {};
struct literal_scheme : seq< sor< istring< 'h', 't', 't', 'p', 's' >, istring< 'h', 't', 't', 'p' >, istring< 'f', 't', 'p' > >, string< ':', '/', '/' > > {};
struct dotted_domain : seq< plus< domain_byte >, plus< one< '.' >, plus< domain_byte > > > {};
struct literal_www : seq< at< string< 'w', 'w', 'w', '.' > >, dotted_domain > {};
struct literal_url_head : sor< seq< literal_scheme, domain >, literal_www > {};

// clang-format on

}  // namespace cvtex::grammar::rules
