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
struct attribute_word : plus< not_one< ' ', '\t', '{', '}', '"', '\'', '=', '#' > > {};
struct id_attribute : seq< one< '#' >, attribute_word > {};
struct class_word : plus< not_at< one< '.' > >, not_one< ' ', '\t', '{', '}', '"', '\'', '=', '#' > > {};
struct class_attribute : seq< one< '.' >, class_word > {};
struct unnumbered_attribute : one< '-' > {};  // pandoc's short form of a class
struct quoted_word : sor< seq< one< '"' >, star< not_one< '"' > >, one< '"' > >, seq< one< '\'' >, star< not_one< '\'' > >, one< '\'' > > > {};
struct value_word : plus< not_one< ' ', '\t', '{', '}', '"', '\'' > > {};
struct key_attribute : seq< attribute_key, one< '=' >, sor< quoted_word, value_word > > {};
struct listed_attribute : sor< id_attribute, class_attribute, unnumbered_attribute, key_attribute > {};
// kramdown begins its lists with a colon.
struct attribute_list : seq< one< '{' >, opt< one< ':' > >, blanks, listed_attribute, star< blanks, listed_attribute >, blanks, one< '}' > > {};

// kramdown's list on a line of its own.
struct attribute_line : seq< string< '{', ':' >, star< not_one< '{', '}' > >, one< '}' >, blank_rest > {};

// `:::` containers. A name stands bare or, as in MyST, in braces; `[a title]` is Docusaurus'.
struct container_colons : rep_min< 3, one< ':' > > {};
struct container_closing : seq< container_colons, blank_rest > {};
struct name_byte : sor< alnum, one< '-', '_' >, ranges< '\x80', '\xFF' > > {};
struct container_name : seq< not_at< digit >, plus< name_byte > > {};
struct braced_name : seq< one< '{' >, blanks, container_name, blanks, one< '}' > > {};

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
