#pragma once

#include <cstddef>
#include <vector>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"
#include "profile/row_head.hpp"

namespace cvtex::profile {

/// Heads in the rows of a table: labels in its first of two columns, or a column of dates.
[[nodiscard]] std::vector<RowHead> read_table(const ast::Table& table);

}  // namespace cvtex::profile
