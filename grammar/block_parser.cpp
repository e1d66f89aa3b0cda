#include "grammar/block_parser.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "grammar/tables.hpp"

namespace cvtex::grammar {
namespace {

/// Blocks whose lines are taken as they are: nothing can start inside.
bool is_verbatim(NodeKind kind) {
    return kind == NodeKind::CodeBlock || kind == NodeKind::HtmlBlock;
}

bool is_container(NodeKind kind) {
    return kind == NodeKind::BlockQuote || kind == NodeKind::Item ||
           kind == NodeKind::FootnoteDefinition || kind == NodeKind::Definition ||
           kind == NodeKind::Container;
}

bool can_contain(NodeKind parent, NodeKind child) {
    switch (parent) {
        case NodeKind::List:
            return child == NodeKind::Item;
        case NodeKind::DefinitionList:
            return child == NodeKind::Definition || child == NodeKind::DefinitionTerm;
        case NodeKind::Document:
            return child != NodeKind::Item;
        default:
            return is_container(parent) && child != NodeKind::Item;
    }
}

}  // namespace

BlockParser::BlockParser(std::string_view text, FileId file, const ParseOptions& options,
                         Diagnostics& diagnostics)
    : text_(text),
      file_(file),
      options_(options),
      diagnostics_(diagnostics),
      scratch_(text, file) {}

BlockTree BlockParser::parse(std::uint32_t begin) && {
    // Room for the nodes and lines of dense text, which costs nothing before it is touched;
    // growing would copy the tree, and touch twice its memory.
    constexpr std::size_t kBytesPerNode = 48;
    tree_.nodes.reserve(1 + (text_.size() - begin) / kBytesPerNode);
    tree_.slices.reserve(1 + (text_.size() - begin) / kBytesPerNode);
    tree_.nodes.push_back({});
    open_.push_back(0);
    while (begin < text_.size()) {
        const auto end =
            static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()));
        read_line(begin, end);
        begin = end + 1;
    }
    matched_ = 0;
    close_unmatched();
    return std::move(tree_);
}

void BlockParser::read_line(std::uint32_t begin, std::uint32_t end) {
    ++line_;
    no_break_before_ = begin;
    LineCursor line(text_, begin, end);
    if (!continue_blocks(line)) return;
    bool lazy = tip().kind == NodeKind::Paragraph;
    while (!is_verbatim(container().kind)) {
        const Start start = open_block(line, lazy);
        if (start == Start::LineDone) return;
        if (start != Start::Container) break;
        lazy = false;
    }
    add_text(line);
}

bool BlockParser::continue_blocks(LineCursor& line) {
    for (matched_ = 1; matched_ < open_.size(); ++matched_) {
        const Continue result = continue_block(node(open_[matched_]), line);
        if (result == Continue::LineDone) return false;
        if (result == Continue::No) break;
    }
    return true;
}

BlockParser::Continue BlockParser::continue_block(Node& node, LineCursor& line) {
    const auto yes_if = [](bool yes) { return yes ? Continue::Yes : Continue::No; };
    switch (node.kind) {
        case NodeKind::BlockQuote:
            if (line.indented() || line.blank() || line.rest().front() != '>')
                return Continue::No;
            line.advance_past_marker(1);
            node.end = line.offset();
            node.last_line = line_;
            if (line.at_blank()) line.advance_columns(1);
            return Continue::Yes;
        case NodeKind::Item:
        case NodeKind::FootnoteDefinition:
        case NodeKind::Definition:
            if (line.indent() >= node.content_indent && !line.blank()) {
                line.advance_columns(node.content_indent);
                return Continue::Yes;
            }
            if (!line.blank() || node.first_child == kNoNode) return Continue::No;
            line.advance_columns(std::min(line.indent(), node.content_indent));
            return Continue::Yes;
        case NodeKind::CodeBlock:
            return continue_code(node, line);
        case NodeKind::HtmlBlock:
            return yes_if(node.level < 6 || (!line.blank() && !closes_container(line)));
        case NodeKind::Paragraph:
            return yes_if(!line.blank());
        case NodeKind::Table:
            return yes_if(!line.blank() && !is_lone_pipe(line.rest()));
        default:
            return yes_if(node.kind == NodeKind::List ||
                          node.kind == NodeKind::DefinitionList ||
                          node.kind == NodeKind::Container);
    }
}

BlockParser::Continue BlockParser::continue_code(Node& node, LineCursor& line) {
    if (node.fenced) {
        if (!line.indented() && closes_fence(line.rest(), node.fence)) {
            node.closed = true;
            node.end = line.end();
            node.last_line = line_;
            ++matched_;
            close_unmatched();
            close_tip();
            return Continue::LineDone;
        }
        line.advance_columns(std::min(line.indent(), node.content_indent));
        return Continue::Yes;
    }
    if (line.indented()) {
        line.advance_columns(LineCursor::kTabStop);
        return Continue::Yes;
    }
    if (!line.blank()) return Continue::No;
    line.advance_to_nonspace();
    return Continue::Yes;
}

void BlockParser::add_text(LineCursor& line) {
    const bool lazy = matched_ < open_.size() && tip().kind == NodeKind::Paragraph;
    if (lazy && !line.blank()) {
        add_slice(tip(), {line.nonspace(), line.end(), 0});
        return;
    }
    close_unmatched();
    const NodeKind kind = tip().kind;
    if (is_verbatim(kind)) {
        add_slice(tip(), {line.content(), line.end(), line.pending_spaces()});
        const int level = kind == NodeKind::HtmlBlock ? tip().level : 0;
        if (level > 0 && ends_html_block(level, line.rest())) close_tip();
        return;
    }
    if (line.blank()) return;
    if (kind == NodeKind::Table) {
        const std::size_t columns = tree_.table_columns[tip().columns].size();
        padded_cells_ += columns - std::min(columns, count_cells(line.rest()));
        if (padded_cells_ > kMaxPaddedCells) close_tip();
    }
    if (tip().kind != NodeKind::Paragraph && tip().kind != NodeKind::Table) {
        add_child(NodeKind::Paragraph, line.nonspace());
    }
    add_slice(tip(), {line.nonspace(), line.end(), 0});
}

// ---- the tree -----------------------------------------------------------------------------

Node& BlockParser::add_child(NodeKind kind, std::uint32_t begin) {
    close_unmatched();
    while (!can_contain(tip().kind, kind)) close_tip();
    const auto index = static_cast<NodeIndex>(tree_.nodes.size());
    const auto slices = static_cast<std::uint32_t>(tree_.slices.size());
    Node& child = tree_.nodes.emplace_back();
    child.kind = kind;
    child.begin = child.end = begin;
    child.first_line = child.last_line = line_;
    child.slices_begin = child.slices_end = slices;
    append_child(open_.back(), index);
    open_.push_back(index);
    matched_ = open_.size();
    if (is_container(kind)) ++depth_;
    return child;
}

Node& BlockParser::add_line_block(NodeKind kind, const LineCursor& line) {
    Node& child = add_child(kind, line.nonspace());
    child.end = line.end();
    return child;
}

void BlockParser::append_child(NodeIndex parent, NodeIndex child) {
    Node& above = node(parent);
    node(child).parent = parent;
    node(child).previous = above.last_child;
    if (above.last_child == kNoNode) {
        above.first_child = child;
    } else {
        node(above.last_child).next = child;
    }
    above.last_child = child;
}

void BlockParser::add_slice(Node& node, LineSlice slice) {
    if (node.slices_begin == node.slices_end) {
        node.slices_begin = static_cast<std::uint32_t>(tree_.slices.size());
        if (node.kind == NodeKind::Paragraph) node.begin = slice.begin;
    }
    tree_.slices.push_back(slice);
    node.slices_end = static_cast<std::uint32_t>(tree_.slices.size());
    node.end = std::max(node.end, slice.end);
    node.last_line = line_;
}

void BlockParser::close_unmatched() {
    while (open_.size() > matched_) close_tip();
}

void BlockParser::close_tip() {
    const NodeIndex closing = open_.back();
    finish(node(closing));
    if (is_container(node(closing).kind)) --depth_;
    open_.pop_back();
    matched_ = std::min(matched_, open_.size());
    if (open_.empty()) return;
    tip().end = std::max(tip().end, node(closing).end);
    tip().last_line = std::max(tip().last_line, node(closing).last_line);
}

void BlockParser::finish(Node& node) {
    if (node.kind == NodeKind::Paragraph) {
        take_definitions(node);
        if (node.slices_begin == node.slices_end) node.kind = NodeKind::OnlyDefinitions;
    } else if (node.kind == NodeKind::CodeBlock && !node.fenced) {
        trim_blank_lines(node);
    } else if (!node.closed &&
               (node.kind == NodeKind::CodeBlock || node.kind == NodeKind::Container)) {
        report_unclosed(node);
    }
}

void BlockParser::report_unclosed(const Node& node) {
    const Span fence{file_, node.begin, node.begin + node.fence.length};
    const bool code = node.kind == NodeKind::CodeBlock;
    diagnostics_.warning(
        code ? "unclosed-code-block" : "unclosed-container", fence,
        code ? "this code block is never closed" : "this container is never closed",
        "end it with a line of " + std::string(node.fence.length, node.fence.marker));
}

void BlockParser::take_definitions(Node& paragraph) {
    const std::span<const LineSlice> slices =
        std::span(tree_.slices)
            .subspan(paragraph.slices_begin, paragraph.slices_end - paragraph.slices_begin);
    if (slices.empty() || text_[slices.front().begin] != '[') return;
    scratch_.assign_lines(slices);
    std::size_t taken = take_link_definitions(scratch_.text(), tree_.definitions);
    for (std::size_t i = 0; taken > 0 && i < slices.size(); ++i) {
        taken -= std::min<std::size_t>(taken, slices[i].end - slices[i].begin + 1);
        ++paragraph.slices_begin;
    }
    if (paragraph.slices_begin < paragraph.slices_end) {
        paragraph.begin = tree_.slices[paragraph.slices_begin].begin;
    }
}

void BlockParser::trim_blank_lines(Node& code) {
    const auto blank = [this](LineSlice slice) {
        const auto line = text_.substr(slice.begin, slice.end - slice.begin);
        return line.find_first_not_of(" \t") == std::string_view::npos;
    };
    std::uint32_t trimmed = 0;
    while (code.slices_end > code.slices_begin && blank(tree_.slices[code.slices_end - 1])) {
        --code.slices_end;
        ++trimmed;
    }
    code.last_line -= trimmed;
    code.end = tree_.slices[code.slices_end - 1].end;
}

bool BlockParser::may_nest(const LineCursor& line) {
    if (depth_ < kMaxContainerDepth) return true;
    if (!too_deep_) {
        too_deep_ = true;
        diagnostics_.warning("nesting-too-deep", {file_, line.nonspace(), line.end()},
                             "blocks are nested more than " +
                                 std::to_string(kMaxContainerDepth) +
                                 " deep; the rest is set as text");
    }
    return false;
}

}  // namespace cvtex::grammar
