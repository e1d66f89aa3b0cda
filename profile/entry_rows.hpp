#pragma once

#include <vector>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"
#include "profile/recognized.hpp"

namespace cvtex::profile {

/// What a head says, as values. Numbers of blocks, span and confidence are left to the caller.
[[nodiscard]] Entry make_entry(const EntryHead& head, SectionKind kind);

/// Entries in the rows of a table with a column of dates, and in the items of a definition
/// list: their confident ones. Numbers of blocks are left to the caller.
[[nodiscard]] std::vector<Entry> entries_in_rows(const ast::Block& block,
                                                 const HeadPlace& place);

/// The head in an item of a definition list, or nothing: the term and the first lines of its
/// definition.
[[nodiscard]] std::optional<EntryHead> read_definition(const ast::DefinitionItem& item);

}  // namespace cvtex::profile
