#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/block_tree.hpp"
#include "grammar/leaf_text.hpp"
#include "grammar/line_cursor.hpp"
#include "grammar/options.hpp"

namespace cvtex::grammar {

/// Phase one of CommonMark's parsing strategy (appendix A): reads line by line, keeps the stack
/// of open blocks, and leaves a tree of blocks whose inlines are unread. Every line is first
/// matched against the open blocks, then may open new ones, and what is left is text.
class BlockParser {
public:
    BlockParser(std::string_view text, FileId file, const ParseOptions& options,
                Diagnostics& diagnostics);

    /// Reads the text from byte `begin`, the end of the front matter.
    [[nodiscard]] BlockTree parse(std::uint32_t begin) &&;

private:
    enum class Continue { Yes, No, LineDone };
    enum class Start { None, Container, Leaf, LineDone };

    void read_line(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] bool continue_blocks(LineCursor& line);
    [[nodiscard]] Continue continue_block(Node& node, LineCursor& line);
    [[nodiscard]] Continue continue_code(Node& node, LineCursor& line);
    void add_text(LineCursor& line);

    // Block starts (block_starts.cpp), in the order they are tried.
    [[nodiscard]] Start open_block(LineCursor& line, bool lazy);
    [[nodiscard]] Start open_by_character(LineCursor& line, bool lazy);
    [[nodiscard]] Start open_quote(LineCursor& line);
    [[nodiscard]] Start open_atx_heading(LineCursor& line);
    [[nodiscard]] Start open_fence(LineCursor& line);
    [[nodiscard]] Start open_math(LineCursor& line);
    [[nodiscard]] Start open_html(LineCursor& line, bool lazy);
    [[nodiscard]] Start open_page_break(LineCursor& line);
    [[nodiscard]] Start open_setext_heading(LineCursor& line);
    [[nodiscard]] Start open_thematic_break(LineCursor& line);
    [[nodiscard]] Start open_table(LineCursor& line);
    [[nodiscard]] Start open_footnote(LineCursor& line);
    [[nodiscard]] Start open_definition(LineCursor& line);
    [[nodiscard]] Start open_container(LineCursor& line);
    [[nodiscard]] Start close_container(LineCursor& line, std::uint32_t colons);
    [[nodiscard]] Start open_list_item(LineCursor& line);

    // The tree.
    [[nodiscard]] Node& node(NodeIndex index) { return tree_.nodes[index]; }

    [[nodiscard]] Node& tip() { return node(open_.back()); }

    /// The innermost open block that this line continues.
    [[nodiscard]] Node& container() { return node(open_[matched_ - 1]); }

    Node& add_child(NodeKind kind, std::uint32_t begin);
    Node& add_line_block(NodeKind kind, const LineCursor& line);
    void append_child(NodeIndex parent, NodeIndex child);
    void unlink_last(NodeIndex child);
    void add_slice(Node& node, LineSlice slice);
    void enter_item_content(Node& item, LineCursor& line, std::uint32_t indent,
                            std::uint32_t marker_length);
    void start_term(NodeIndex paragraph);
    void close_unmatched();
    void close_tip();
    void finish(Node& node);
    [[nodiscard]] std::size_t find_container(std::uint32_t colons) const;
    [[nodiscard]] bool closes_container(const LineCursor& line) const;
    void report_unclosed(const Node& node);
    void take_definitions(Node& paragraph);
    void trim_blank_lines(Node& code);
    [[nodiscard]] bool may_nest(const LineCursor& line);

    std::string_view text_;
    FileId file_;
    const ParseOptions& options_;
    Diagnostics& diagnostics_;
    BlockTree tree_;
    std::vector<NodeIndex> open_;  ///< from the document to the tip
    std::size_t matched_ = 1;      ///< how many of `open_` this line continues
    std::uint32_t depth_ = 0;      ///< open containers that count for kMaxContainerDepth
    std::uint32_t line_ = 0;
    std::uint32_t no_break_before_ = 0;  ///< a thematic break cannot start before this offset
    std::size_t padded_cells_ = 0;       ///< cells that short table rows lack
    bool too_deep_ = false;
    LeafText scratch_;
};

}  // namespace cvtex::grammar
