#pragma once

#include <optional>
#include <span>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"

namespace cvtex::profile {

/// The head that the first of `items` begins, or nothing: the term and the first lines of its
/// definition; below a role the next item too, if that names an organisation. `items` must not
/// be empty.
[[nodiscard]] std::optional<EntryHead> read_definition(
    std::span<const ast::DefinitionItem> items);

}  // namespace cvtex::profile
