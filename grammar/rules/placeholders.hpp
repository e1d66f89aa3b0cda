#pragma once

#include "grammar/rules/characters.hpp"

/// `{{ name }}`: what a variable's value stands in for.
namespace cvtex::grammar::rules {

// clang-format off
// Letters beyond ASCII are not told from other characters there: names are compared whole.
struct placeholder_letter : sor< alnum, one< '_', '-', '.' >, range< '\x80', '\xff' > > {};
struct placeholder_name : rep_min_max< 1, 64, placeholder_letter > {};
struct placeholder : seq< string< '{', '{' >, star< blank >, placeholder_name, star< blank >, string< '}', '}' > > {};

// clang-format on

}  // namespace cvtex::grammar::rules
