#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/containers.hpp"
#include "grammar/link_definitions.hpp"
#include "grammar/scan_blocks.hpp"

/// The block structure before inlines are read: nodes in one array, linked by index; text as
/// slices of the source.
namespace cvtex::grammar {

using NodeIndex = std::uint32_t;
constexpr NodeIndex kNoNode = UINT32_MAX;

enum class NodeKind : std::uint8_t {
    Document,
    BlockQuote,
    List,
    Item,
    FootnoteDefinition,
    DefinitionList,
    DefinitionTerm,
    Definition,
    Container,       ///< `:::`
    ContainerTitle,  ///< `::: name title`
    Paragraph,
    OnlyDefinitions,  ///< a paragraph of which nothing but definitions was left
    Heading,
    ThematicBreak,
    CodeBlock,
    HtmlBlock,
    Table,
    PageBreak,
};

/// One line's share of a leaf block: bytes [begin, end) of the source, after `padding` spaces
/// left over from a tab that a container consumed in part.
struct LineSlice {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t padding = 0;
};

struct Node {
    NodeKind kind = NodeKind::Document;
    bool fenced = false;  ///< CodeBlock
    bool setext = false;  ///< Heading
    bool closed = false;  ///< CodeBlock and Container: the closing fence was read
    int level = 0;        ///< Heading: 1–6; HtmlBlock: kind 1–7
    NodeIndex parent = kNoNode, first_child = kNoNode, last_child = kNoNode;
    NodeIndex previous = kNoNode, next = kNoNode;
    std::uint32_t begin = 0, end = 0;             ///< source offsets
    std::uint32_t first_line = 0, last_line = 0;  ///< to find blank lines between blocks
    std::uint32_t slices_begin = 0, slices_end = 0;
    ListMarker marker;                 ///< List and Item
    std::uint32_t content_indent = 0;  ///< Item: columns to its content; CodeBlock: the fence's
    FenceOpening fence;                ///< fenced CodeBlock and Container
    LineSlice info;                    ///< CodeBlock: info string; notes: label
    std::uint32_t columns = UINT32_MAX;    ///< Table: index in `BlockTree::table_columns`
    std::uint32_t container = UINT32_MAX;  ///< Container: index in `BlockTree::containers`
};

struct BlockTree {
    std::vector<Node> nodes;  ///< the document is node 0
    std::vector<LineSlice> slices;
    std::vector<std::vector<ast::CellAlign>> table_columns;
    std::vector<ContainerOpening> containers;
    LinkDefinitions definitions;
    FootnoteLabels footnotes;
    bool math_reported = false;
};

}  // namespace cvtex::grammar
