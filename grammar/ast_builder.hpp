#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"
#include "grammar/block_tree.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/inline_parser.hpp"
#include "grammar/options.hpp"

namespace cvtex::grammar {

/// Turns the block tree into the document's blocks, reading the inlines of each leaf. Recurses
/// as deep as containers nest, which the block parser bounds. The tree is used up.
class AstBuilder {
public:
    AstBuilder(std::string_view source, FileId file, BlockTree& tree,
               const ParseOptions& options, Diagnostics& diagnostics);

    [[nodiscard]] ast::Blocks build();

private:
    [[nodiscard]] ast::Blocks children_of(const Node& parent);
    [[nodiscard]] ast::Block::Node node_of(const Node& node);
    [[nodiscard]] ast::Heading heading(const Node& node);
    [[nodiscard]] ast::ElementBlock container(const Node& node);
    [[nodiscard]] ast::ElementBlock container_title(const Node& node);
    [[nodiscard]] ast::List list(const Node& node);
    [[nodiscard]] ast::ListItem list_item(const Node& node);
    [[nodiscard]] ast::CodeBlock code_block(const Node& node);
    [[nodiscard]] ast::Table table(const Node& node);
    [[nodiscard]] ast::TableRow table_row(LineSlice line, std::size_t columns);
    [[nodiscard]] ast::DefinitionList definition_list(const Node& node);

    [[nodiscard]] ast::Inlines inlines(std::span<const LineSlice> slices);
    [[nodiscard]] std::size_t count_children(const Node& parent) const;
    [[nodiscard]] bool is_tight(const Node& list) const;
    [[nodiscard]] std::span<const LineSlice> slices_of(const Node& node) const;
    [[nodiscard]] std::string joined_lines(const Node& node) const;
    void take_written_ids();

    [[nodiscard]] Span span_of(const Node& node) const { return {file_, node.begin, node.end}; }

    [[nodiscard]] const Node& at(NodeIndex index) const { return tree_.nodes[index]; }

    std::string_view source_;
    FileId file_;
    BlockTree& tree_;
    const ParseOptions& options_;
    InlineContext context_;
    InlineParser inlines_;
    LeafText leaf_;
    HeadingIds ids_;
    std::vector<LineSlice> scratch_;
};

}  // namespace cvtex::grammar
