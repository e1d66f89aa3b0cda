#pragma once

#include <string>
#include <vector>

#include "base/source.hpp"
#include "grammar/ast.hpp"
#include "grammar/block_tree.hpp"
#include "grammar/inline_parser.hpp"
#include "grammar/line_cursor.hpp"
#include "tests/grammar/node_kinds.hpp"

/// What a span promises: the source slice of each node reads as that node again.
///
/// - A block's slice is its lines without the prefixes of the containers around it (`> `, the
///   indentation of items), which are no part of it; its first line keeps its indentation.
///   Parsed alone it gives one block, equal but for ids and places. A list item gives a list of
///   one item.
/// - A paragraph, an underlined heading, a term and a table's cell are text: their slice, read
///   as text, gives their inlines. A table row's slice divides into the cells.
/// - An inline's slice, read as text, gives that inline alone, at the same place. Literal text
///   is its slice, or what a character reference in it stands for.
///
/// Definitions of links and notes are those of the whole document. Blocks with a line that lies
/// in a paragraph only by laziness, or with a tab that a container took in part, mean something
/// else alone, and are checked in what holds them.
namespace cvtex::test {

/// The dump without what may differ elsewhere: places, and ids, which are unique in a document.
[[nodiscard]] std::string shape(const ast::Blocks& blocks);

class SpanReparse {
public:
    /// When `tolerant`, emphasis may read otherwise alone if one of its runs could open as well
    /// as close: text that nobody would write.
    SpanReparse(const Sources& sources, FileId file, bool tolerant = false);

    /// The first violation in words; empty when all is well.
    [[nodiscard]] std::string check();

    /// How many nodes were read again.
    [[nodiscard]] std::size_t checked() const { return checked_; }

    /// Of which kinds they were.
    [[nodiscard]] const NodeKinds& kinds() const { return kinds_; }

private:
    enum class Prefix { None, Quote, Indent };

    /// A container as its lines see it.
    struct Container {
        Prefix prefix = Prefix::None;
        std::uint32_t begin = 0;          ///< of its marker
        std::uint32_t marker_length = 0;  ///< Indent
        std::uint32_t content_indent = 0;
    };

    using Containers = std::vector<Container>;
    using Slices = std::vector<grammar::LineSlice>;

    void blocks(const ast::Blocks& children, const Containers& around);
    void block(const ast::Block& block, const Containers& around);
    void list(const ast::List& list, const Containers& around);
    void definitions(const ast::DefinitionList& list, const Containers& around);
    void table(const ast::Table& table);
    void row(const ast::TableRow& row);
    /// False when the node means something else alone.
    bool reparse(Span span, const ast::Blocks& expected, bool is_item,
                 const Containers& around);
    void text(Span span, const ast::Inlines& expected, const Containers& around);
    void inlines(const ast::Inlines& items, const Slices& lines, bool in_cell);
    void inline_node(const ast::Inline& item, const Slices& lines, bool in_cell);

    [[nodiscard]] bool enter(grammar::LineCursor& line, const Container& container) const;
    [[nodiscard]] Container indented(Span span, std::uint32_t marker_length,
                                     const Containers& around) const;
    [[nodiscard]] std::string dedented(Span span, const Containers& around,
                                       bool& alone_differs) const;
    [[nodiscard]] Slices text_lines(Span span, const Containers& around) const;
    [[nodiscard]] ast::Inlines read_text(const Slices& lines, bool in_cell);
    void report(Span span, const std::string& what);

    const Sources& sources_;
    FileId file_;
    std::string_view source_;
    bool tolerant_;
    grammar::ParseOptions options_;
    Diagnostics ignored_;
    grammar::BlockTree whole_;  ///< its definitions
    std::string problem_;
    std::size_t checked_ = 0;
    NodeKinds kinds_;
};

}  // namespace cvtex::test
