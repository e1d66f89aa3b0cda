#pragma once

#include <set>
#include <string>

#include "grammar/ast.hpp"

namespace cvtex::test {

/// Which alternatives of `ast::Block::Node` and `ast::Inline::Node` occur.
struct NodeKinds {
    std::set<std::size_t> blocks, inlines;

    /// Adds the kinds of all nodes of a tree.
    void collect(const ast::Blocks& tree);
    void collect(const ast::Inlines& tree);
    /// Names of the kinds that are lacking, `made_by_parsing` alone or all of them.
    [[nodiscard]] std::string missing(bool made_by_parsing) const;
};

}  // namespace cvtex::test
