#pragma once

#include <cstddef>
#include <vector>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"
#include "profile/recognized.hpp"

namespace cvtex::profile {

struct RowEntry {
    Entry entry;
    std::size_t items = 1;   ///< of a definition list, that it takes
    std::size_t blocks = 1;  ///< of the last of them that begin with its head, the last in part
};

/// Entries in the rows of a table with a column of dates or with labels in its first column,
/// and in the items of a definition list: their confident ones. Numbers of blocks are left to
/// the caller.
[[nodiscard]] std::vector<RowEntry> entries_in_rows(const ast::Block& block,
                                                    const HeadPlace& place);

}  // namespace cvtex::profile
