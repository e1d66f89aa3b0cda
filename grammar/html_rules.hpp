#pragma once

#include <tao/pegtl.hpp>

/// Tag syntax as browsers read it (HTML §13.2.5), more lenient than CommonMark's. Every rule
/// reads ahead at most to the next quote or `>`, so that failing at each `<` stays linear.
namespace cvtex::grammar::rules::soup {

namespace pegtl = tao::pegtl;

// clang-format off
struct space : pegtl::one<' ', '\t', '\n', '\f', '\r'> {};

struct tag_name : pegtl::seq<pegtl::alpha, pegtl::star<pegtl::sor<pegtl::alnum, pegtl::one<'-', ':'>>>> {};

struct attribute_name : pegtl::plus<pegtl::not_one<' ', '\t', '\n', '\f', '\r', '"', '\'', '=', '<', '>', '/'>> {};
struct double_quoted : pegtl::star<pegtl::not_one<'"'>> {};
struct single_quoted : pegtl::star<pegtl::not_one<'\''>> {};
struct unquoted : pegtl::plus<pegtl::not_one<' ', '\t', '\n', '\f', '\r', '"', '\'', '=', '<', '>', '`'>> {};
struct attribute_value : pegtl::sor<
    pegtl::seq<pegtl::one<'"'>, double_quoted, pegtl::one<'"'>>,
    pegtl::seq<pegtl::one<'\''>, single_quoted, pegtl::one<'\''>>,
    unquoted> {};
struct attribute : pegtl::seq<attribute_name,
    pegtl::opt<pegtl::star<space>, pegtl::one<'='>, pegtl::star<space>, pegtl::opt<attribute_value>>> {};

struct open_tag : pegtl::seq<pegtl::one<'<'>, tag_name,
    pegtl::star<pegtl::sor<space, attribute, pegtl::one<'/'>>>, pegtl::one<'>'>> {};
struct close_tag : pegtl::seq<pegtl::string<'<', '/'>, tag_name,
    pegtl::star<pegtl::not_one<'<', '>'>>, pegtl::one<'>'>> {};

struct comment_text : pegtl::until<pegtl::at<pegtl::sor<pegtl::string<'-', '-', '>'>, pegtl::eof>>> {};
struct comment : pegtl::seq<pegtl::string<'<', '!', '-', '-'>,
    pegtl::sor<pegtl::one<'>'>, pegtl::string<'-', '>'>,
               pegtl::seq<comment_text, pegtl::opt<pegtl::string<'-', '-', '>'>>>>> {};
struct cdata : pegtl::seq<pegtl::string<'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['>,
    pegtl::until<pegtl::sor<pegtl::string<']', ']', '>'>, pegtl::eof>>> {};
struct declaration : pegtl::seq<pegtl::one<'<'>, pegtl::one<'!'>, pegtl::alpha,
    pegtl::until<pegtl::sor<pegtl::one<'>'>, pegtl::eof>>> {};
struct instruction : pegtl::seq<pegtl::string<'<', '?'>,
    pegtl::until<pegtl::sor<pegtl::string<'?', '>'>, pegtl::eof>>> {};

struct markup : pegtl::sor<open_tag, close_tag, comment, cdata, declaration, instruction> {};

// clang-format on

}  // namespace cvtex::grammar::rules::soup
