#pragma once

#include "grammar/rules/words.hpp"

/// Directives to cvtex in HTML comments, which other programs show nothing of. Each rule is
/// tried on the text between `<!--` and `-->`, so `eof` is the end of the comment.
namespace cvtex::grammar::rules {

// clang-format off
struct comma : sor< one< ',' >, any_word< "，", "、" > > {};
struct colon : sor< one< ':' >, word< "：" > > {};
struct tag_end : sor< whitespace, comma, one< '@', '!' >, eof > {};
struct tag_text : plus< not_at< tag_end >, any > {};
struct negation : one< '!' > {};

struct tag_list : seq< tag_text, star< any_whitespace, comma, any_whitespace, tag_text > > {};
struct only_directive : seq< word< "only" >, some_whitespace, tag_list > {};
struct not_directive : seq< word< "not" >, some_whitespace, tag_list > {};
struct private_directive : word< "private" > {};
struct keep_directive : word< "keep" > {};
struct end_directive : word< "end" > {};
struct column_count : range< '2', '4' > {};
struct columns_directive : seq< word< "columns" >, some_whitespace, column_count > {};

// What says that a comment is meant for cvtex; the rest of it must then be understood.
struct directive_opening : seq< any_whitespace, word< "cv" >, any_whitespace, colon > {};
struct directive_body : seq< sor< only_directive, not_directive, private_directive, keep_directive, end_directive, columns_directive >, any_whitespace, eof > {};
struct directive : seq< directive_opening, any_whitespace, directive_body > {};
// A directive whose colon was forgotten: what it should hide would be seen.
struct directive_without_colon : seq< any_whitespace, word< "cv" >, some_whitespace, directive_body > {};

struct note_opening : seq< any_whitespace, word< "note" >, any_whitespace, colon > {};

// `@a @!b` behind a heading or a list item.
struct tag_mark : seq< one< '@' >, opt< negation >, tag_text > {};
struct tag_marks_opening : seq< any_whitespace, one< '@' > > {};
struct tag_marks : seq< any_whitespace, tag_mark, star< some_whitespace, tag_mark >, any_whitespace, eof > {};

// What is not passed over as a comment is where it stands on lines of its own.
struct block_directive_opening : sor< directive_opening, note_opening, directive_without_colon, tag_marks > {};

// clang-format on

}  // namespace cvtex::grammar::rules
