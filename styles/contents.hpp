#pragma once

#include <span>

#include "styles/context.hpp"

/// Numbers of headings and the table of contents.
namespace cvtex::styles {

/// Decides whether headings are numbered: when the style asks for it and the author has not
/// numbered them.
void plan_numbers(Context& context, std::span<const ast::Block> blocks);

/// Numbers the heading, dressed at `level`, and keeps it for the table of contents.
void note_heading(Context& context, int level, Paragraph& heading, const Scope& scope,
                  Span span);

/// Whether `block` is a table of contents that the author made: a list of links to headings, or
/// `[TOC]`. Page numbers make a better one.
[[nodiscard]] bool is_written_contents(const ast::Block& block);

/// The table of contents of the headings noted so far; nothing when the style has none or they
/// are too few.
[[nodiscard]] Blocks make_contents(Context& context, const Scope& scope);

}  // namespace cvtex::styles
