#pragma once

#include <optional>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"

namespace cvtex::profile {

/// Adds the head as blocks: one line, a heading if `block` is one, and what it has no room for.
/// See `arrange_entries` for the elements in it.
void write_head(const EntryHead& head, const ast::Block& block, ast::Blocks& out);

/// What the head leaves of the last block that it is in, or nothing.
[[nodiscard]] std::optional<ast::Block> rest_of(const EntryHead& head, const ast::Block& block);

}  // namespace cvtex::profile
