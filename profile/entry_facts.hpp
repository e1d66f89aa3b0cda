#pragma once

#include <span>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"

/// Facts of an entry: in the line of its title and in the blocks below it.
namespace cvtex::profile {

/// Adds what a line says: its parts, its dates, or the fact behind a label.
void add_line(EntryHead& head, SourceLine line);

/// Adds a title, the first of `lines`, and what follows it as far as its dates and a role go;
/// how many lines that takes. Without dates the head says nothing.
[[nodiscard]] std::size_t read_lines(EntryHead& head, std::span<const SourceLine> lines);

/// Whether the head says nothing yet of a role or a degree.
[[nodiscard]] bool lacks_role(const EntryHead& head);

/// Takes facts of the blocks after the title, `siblings[at]`. `level`: of its heading; 0: none.
void take_following(EntryHead& head, std::span<const ast::Block> siblings, std::size_t at,
                    int level);

/// Takes the boxes of a row as facts when there are dates in one of them.
bool take_cells(EntryHead& head, const ast::Block& block);

}  // namespace cvtex::profile
