#pragma once

#include "grammar/rules/characters.hpp"

/// Line tests of the block structure (CommonMark 0.31.2 §4 and §5). Each rule is tried on one
/// line from its first character that is not a space or tab to the line's end, so `eof` is the
/// end of the line. Indentation is columns, not characters, and is counted by the caller.
namespace cvtex::grammar::rules {

// clang-format off
template< char C > struct thematic_run : star< sor< one< C >, blank > > {};

struct atx_opening : seq< rep_min_max< 1, 6, one< '#' > >, sor< plus< blank >, eof > > {};

template< char C > struct setext_underline : seq< plus< one< C > >, blank_rest > {};

struct backtick_fence : seq< rep_min< 3, one< '`' > >, star< not_one< '`' > >, eof > {};
struct tilde_fence : rep_min< 3, one< '~' > > {};
template< char C > struct closing_fence : seq< rep_min< 3, one< C > >, blank_rest > {};

struct bullet_marker : seq< one< '-', '+', '*' >, at< sor< blank, eof > > > {};
struct ordered_marker : seq< rep_min_max< 1, 9, digit >, one< '.', ')' >, at< sor< blank, eof > > > {};

// clang-format on

}  // namespace cvtex::grammar::rules
