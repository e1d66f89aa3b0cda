#pragma once

#include <optional>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"

namespace cvtex::profile {

/// The head in a paragraph or list that has no title, only facts with labels, one of them an
/// organisation and one its dates: `公司：…`, `职位：…`, `时间：…`. What follows the facts is
/// left. The organisation comes first, wherever it stood.
[[nodiscard]] std::optional<EntryHead> read_labelled_head(const ast::Block& block);

}  // namespace cvtex::profile
