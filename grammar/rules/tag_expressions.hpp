#pragma once

#include "grammar/rules/directives.hpp"

/// Conditions on tags: `backend and not (java or php)`. `not` binds closest, `or` and commas
/// least.
namespace cvtex::grammar::rules {

// clang-format off
struct name_end : sor< tag_end, one< '(', ')' > > {};
template< literal Word > struct operator_word : seq< word< Word >, at< sor< name_end, eof > > > {};
struct and_sign : operator_word< "and" > {};
struct or_sign : sor< operator_word< "or" >, comma > {};
struct not_sign : sor< operator_word< "not" >, negation > {};

struct expression_name : plus< not_at< name_end >, any > {};
struct named_tag : seq< not_at< sor< and_sign, or_sign, not_sign > >, opt< one< '@' > >, expression_name > {};
struct disjunction;
struct tag_group : seq< one< '(' >, any_whitespace, disjunction, any_whitespace, one< ')' > > {};
struct plain_operand : sor< tag_group, named_tag > {};
struct inverted_operand : seq< not_sign, any_whitespace, plain_operand > {};
struct operand : sor< inverted_operand, plain_operand > {};
struct and_operand : seq< any_whitespace, and_sign, any_whitespace, operand > {};
struct conjunction : seq< operand, star< and_operand > > {};
struct or_operand : seq< any_whitespace, or_sign, any_whitespace, conjunction > {};
struct disjunction : seq< conjunction, star< or_operand > > {};
struct tag_expression : seq< any_whitespace, disjunction, any_whitespace, eof > {};

// clang-format on

}  // namespace cvtex::grammar::rules
