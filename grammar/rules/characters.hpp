#pragma once

#include <tao/pegtl.hpp>

/// Characters, escapes and character references (CommonMark 0.31.2 §2). Rules only; they match
/// bytes, so that the non-ASCII parts of UTF-8 pass through the negated classes.
namespace cvtex::grammar::rules {

using tao::pegtl::alnum;
using tao::pegtl::alpha;
using tao::pegtl::any;
using tao::pegtl::at;
using tao::pegtl::blank;
using tao::pegtl::digit;
using tao::pegtl::eof;
using tao::pegtl::istring;
using tao::pegtl::not_at;
using tao::pegtl::not_one;
using tao::pegtl::one;
using tao::pegtl::opt;
using tao::pegtl::plus;
using tao::pegtl::range;
using tao::pegtl::ranges;
using tao::pegtl::rep;
using tao::pegtl::rep_min;
using tao::pegtl::rep_min_max;
using tao::pegtl::rep_opt;
using tao::pegtl::seq;
using tao::pegtl::sor;
using tao::pegtl::star;
using tao::pegtl::string;
using tao::pegtl::until;
using tao::pegtl::xdigit;

// clang-format off
struct blanks : star< blank > {};
struct whitespace : one< ' ', '\t', '\n', '\v', '\f', '\r' > {};
struct any_whitespace : star< whitespace > {};
struct some_whitespace : plus< whitespace > {};
struct blank_rest : seq< blanks, eof > {};

struct punctuation : ranges< '!', '/', ':', '@', '[', '`', '{', '~' > {};
struct escape : seq< one< '\\' >, punctuation > {};

struct named_reference : seq< one< '&' >, alpha, star< alnum >, one< ';' > > {};
struct decimal_reference : seq< string< '&', '#' >, rep_min_max< 1, 7, digit >, one< ';' > > {};
struct hexadecimal_reference : seq< string< '&', '#' >, one< 'x', 'X' >, rep_min_max< 1, 6, xdigit >, one< ';' > > {};

// clang-format on

}  // namespace cvtex::grammar::rules
