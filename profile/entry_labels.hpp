#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "grammar/ast.hpp"
#include "profile/entry_head.hpp"

namespace cvtex::profile {

/// The head in a paragraph or list that has no title, only facts with labels, one of them an
/// organisation and one its dates: `公司：…`, `职位：…`, `时间：…`. What follows the facts is
/// left. The organisation comes first, wherever it stood.
[[nodiscard]] std::optional<EntryHead> read_labelled_head(const ast::Block& block);

struct LabelledHead {
    EntryHead head;
    std::size_t first = 0;  ///< the line or item that it begins with
    std::size_t left = 0;   ///< the first one below its facts
};

/// The heads of all entries in such a paragraph or list: the first label begins the next one
/// where it comes again, and what stands between belongs to the one above.
[[nodiscard]] std::vector<LabelledHead> read_labelled_heads(const ast::Block& block);

}  // namespace cvtex::profile
