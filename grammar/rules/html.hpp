#pragma once

#include "grammar/rules/characters.hpp"

/// HTML tags, comments and declarations (CommonMark 0.31.2 §6.6) and the starts of HTML blocks
/// (§4.6). `until` to a missing end reads to the end of the text: callers remember that one
/// kind has no end any more, so that a flood of openers stays linear.
namespace cvtex::grammar::rules {

// clang-format off
struct tag_name : seq< alpha, star< sor< alnum, one< '-' > > > > {};

struct attribute_name : seq< sor< alpha, one< '_', ':' > >, star< sor< alnum, one< '_', '.', ':', '-' > > > > {};
struct unquoted_value : plus< not_one< ' ', '\t', '\n', '\v', '\f', '\r', '"', '\'', '=', '<', '>', '`' > > {};
struct single_quoted_value : seq< one< '\'' >, star< not_one< '\'' > >, one< '\'' > > {};
struct double_quoted_value : seq< one< '"' >, star< not_one< '"' > >, one< '"' > > {};
struct attribute_value : sor< unquoted_value, single_quoted_value, double_quoted_value > {};
struct value_specification : seq< any_whitespace, one< '=' >, any_whitespace, attribute_value > {};
struct attribute : seq< some_whitespace, attribute_name, opt< value_specification > > {};

struct open_tag : seq< one< '<' >, tag_name, star< attribute >, any_whitespace, opt< one< '/' > >, one< '>' > > {};
struct closing_tag : seq< string< '<', '/' >, tag_name, any_whitespace, one< '>' > > {};

struct comment_opening : string< '<', '!', '-', '-' > {};
struct comment_closing : string< '-', '-', '>' > {};
struct short_comment : seq< comment_opening, sor< one< '>' >, string< '-', '>' > > > {};
struct comment : sor< short_comment, seq< comment_opening, until< comment_closing > > > {};
struct instruction : seq< string< '<', '?' >, until< string< '?', '>' > > > {};
struct cdata_opening : string< '<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[' > {};
struct cdata : seq< cdata_opening, until< string< ']', ']', '>' > > > {};
struct declaration_opening : seq< string< '<', '!' >, alpha > {};
struct declaration : seq< declaration_opening, until< one< '>' > > > {};

// HTML blocks; the names that start kind 6 are in a table (scan_html.cpp).
struct verbatim_name : sor< istring< 'p', 'r', 'e' >, istring< 's', 'c', 'r', 'i', 'p', 't' >, istring< 's', 't', 'y', 'l', 'e' >, istring< 't', 'e', 'x', 't', 'a', 'r', 'e', 'a' > > {};
struct verbatim_start : seq< one< '<' >, verbatim_name, sor< whitespace, one< '>' >, eof > > {};
struct verbatim_end : seq< string< '<', '/' >, verbatim_name, one< '>' > > {};
struct block_tag_start : seq< one< '<' >, opt< one< '/' > >, tag_name, sor< whitespace, one< '>' >, string< '/', '>' >, eof > > {};
struct lone_tag : seq< sor< open_tag, closing_tag >, blank_rest > {};

// clang-format on

}  // namespace cvtex::grammar::rules
