#include "grammar/ast_builder.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/ascii.hpp"
#include "grammar/attribute_lists.hpp"
#include "grammar/references.hpp"
#include "grammar/tables.hpp"

namespace cvtex::grammar {
namespace {

/// Reference links may copy as many bytes from their definitions as the text has, or this many
/// (the reference implementation's bound).
constexpr std::size_t kMinExpansionBudget = 100'000;

}  // namespace

AstBuilder::AstBuilder(std::string_view source, FileId file, BlockTree& tree,
                       const ParseOptions& options, Diagnostics& diagnostics)
    : source_(source),
      file_(file),
      tree_(tree),
      options_(options),
      context_{tree.definitions, tree.footnotes, options,
               std::max(kMinExpansionBudget, source.size()), tree.math_reported},
      inlines_(context_, diagnostics),
      leaf_(source, file) {}

ast::Blocks AstBuilder::build() {
    if (options_.heading_ids && options_.heading_attributes) take_written_ids();
    return children_of(at(0));
}

ast::Blocks AstBuilder::children_of(const Node& parent) {
    ast::Blocks blocks;
    blocks.reserve(count_children(parent));
    for (NodeIndex i = parent.first_child; i != kNoNode; i = at(i).next) {
        if (at(i).kind == NodeKind::OnlyDefinitions) continue;
        blocks.push_back({span_of(at(i)), node_of(at(i))});
    }
    return blocks;
}

ast::Block::Node AstBuilder::node_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::BlockQuote:
            return ast::BlockQuote{children_of(node)};
        case NodeKind::List:
            return list(node);
        case NodeKind::FootnoteDefinition:
            return ast::FootnoteDefinition{
                std::string(source_.substr(node.info.begin, node.info.end - node.info.begin)),
                children_of(node)};
        case NodeKind::DefinitionList:
            return definition_list(node);
        case NodeKind::Heading:
            return heading(node);
        case NodeKind::ThematicBreak:
            return ast::ThematicBreak{};
        case NodeKind::CodeBlock:
            return code_block(node);
        case NodeKind::HtmlBlock:
            return ast::HtmlBlock{joined_lines(node)};
        case NodeKind::Table:
            return table(node);
        case NodeKind::PageBreak:
            return ast::PageBreak{};
        case NodeKind::Container:
            return container(node);
        case NodeKind::ContainerTitle:
            return container_title(node);
        case NodeKind::Paragraph:
            break;
        case NodeKind::Document:
        case NodeKind::Item:
        case NodeKind::Definition:
        case NodeKind::DefinitionTerm:
        case NodeKind::OnlyDefinitions:
            assert(false && "not a block of its own");
    }
    return ast::Paragraph{inlines(slices_of(node))};
}

ast::Heading AstBuilder::heading(const Node& node) {
    ast::Heading result;
    result.level = node.level;
    result.setext = node.setext;
    const auto slices = slices_of(node);
    scratch_.assign(slices.begin(), slices.end());
    bool commented = false;
    if (options_.heading_attributes && !scratch_.empty()) {
        LineSlice& last = scratch_.back();
        const std::string_view text =
            ascii::trim(source_.substr(last.begin, last.end - last.begin), ascii::kBlanks);
        HeadingAttributes read = read_heading_attributes(text, file_, last.begin);
        const LineSlice behind{last.begin + read.end, last.end, 0};
        commented = read.end < text.size();
        if (!commented || scratch_.size() == 1) {
            if (read.begin < text.size()) last.end = last.begin + read.begin;
            if (commented) scratch_.push_back(behind);
            result.id = std::move(read.id);
            result.attributes = std::move(read.attributes);
        }
    }
    // Comments behind the list follow the text before it directly.
    commented ? leaf_.assign_pieces(scratch_) : leaf_.assign_lines(scratch_);
    result.children = inlines_.parse(leaf_);
    if (result.id.empty() && options_.heading_ids)
        result.id = ids_.unique(ascii::trim(plain_text(result.children), ascii::kBlanks));
    return result;
}

ast::ElementBlock AstBuilder::container(const Node& node) {
    ContainerOpening& opening = tree_.containers[node.container];
    return {opening.details ? "details" : "div", std::move(opening.attributes),
            children_of(node)};
}

ast::ElementBlock AstBuilder::container_title(const Node& node) {
    const Span span = span_of(node);
    const bool details = tree_.containers[at(node.parent).container].details;
    ast::ElementBlock title{details ? "summary" : "div", {}, {}};
    if (!details) {
        title.attributes.push_back({"class", "title", span});
        title.attributes.push_back({"style", "font-weight:bold", span});
    }
    title.children.push_back({span, ast::Paragraph{inlines(slices_of(node))}});
    return title;
}

ast::List AstBuilder::list(const Node& node) {
    ast::List result;
    result.ordered = node.marker.ordered;
    result.start = node.marker.start;
    result.delimiter = node.marker.delimiter;
    result.tight = is_tight(node);
    result.items.reserve(count_children(node));
    for (NodeIndex i = node.first_child; i != kNoNode; i = at(i).next) {
        result.items.push_back(list_item(at(i)));
    }
    return result;
}

ast::ListItem AstBuilder::list_item(const Node& node) {
    ast::ListItem item{span_of(node), ast::TaskState::None, {}};
    const NodeIndex first = node.first_child;
    if (options_.task_items && first != kNoNode && at(first).kind == NodeKind::Paragraph) {
        // The marker leaves the paragraph before it is read: `[x]` might be a link's label.
        Node& paragraph = tree_.nodes[first];
        LineSlice& line = tree_.slices[paragraph.slices_begin];
        const auto [length, state] =
            scan_task_marker(source_.substr(line.begin, line.end - line.begin));
        item.task = state;
        paragraph.begin = line.begin += length;
    }
    item.children = children_of(node);
    return item;
}

ast::CodeBlock AstBuilder::code_block(const Node& node) {
    ast::CodeBlock code;
    code.fenced = node.fenced;
    code.info = unescape(ascii::trim(
        source_.substr(node.info.begin, node.info.end - node.info.begin), ascii::kBlanks));
    // Between $$ or in a fence called so: maths is one thing to all that comes after.
    if (node.fence.marker == '$') code.info = "math";
    code.text = joined_lines(node);
    return code;
}

ast::Table AstBuilder::table(const Node& node) {
    ast::Table result;
    result.columns = tree_.table_columns[node.columns];
    const auto slices = slices_of(node);
    result.head = table_row(slices.front(), result.columns.size());
    for (const LineSlice& line : slices.subspan(1)) {
        result.rows.push_back(table_row(line, result.columns.size()));
    }
    return result;
}

ast::TableRow AstBuilder::table_row(LineSlice line, std::size_t columns) {
    ast::TableRow row{{file_, line.begin, line.end}, {}};
    std::vector<CellText> cells = split_row(source_, line.begin, line.end);
    cells.resize(std::min(cells.size(), columns));
    row.cells.reserve(columns);
    for (const CellText& cell : cells) {
        leaf_.assign_pieces(cell.slices);
        row.cells.push_back({{file_, cell.begin, cell.end}, inlines_.parse(leaf_)});
    }
    row.cells.resize(columns, {{file_, line.end, line.end}, {}});
    return row;
}

ast::DefinitionList AstBuilder::definition_list(const Node& node) {
    ast::DefinitionList result;
    for (NodeIndex i = node.first_child; i != kNoNode; i = at(i).next) {
        if (at(i).kind == NodeKind::DefinitionTerm) {
            result.items.push_back({span_of(at(i)), inlines(slices_of(at(i))), {}});
        } else {
            ast::DefinitionItem& item = result.items.back();
            if (item.definitions.empty()) item.marker = source_[at(i).begin];
            item.definitions.push_back(children_of(at(i)));
            item.span = join(item.span, span_of(at(i)));
        }
    }
    return result;
}

ast::Inlines AstBuilder::inlines(std::span<const LineSlice> slices) {
    leaf_.assign_lines(slices);
    return inlines_.parse(leaf_);
}

std::size_t AstBuilder::count_children(const Node& parent) const {
    std::size_t count = 0;
    for (NodeIndex i = parent.first_child; i != kNoNode; i = at(i).next) ++count;
    return count;
}

/// A list is loose when a blank line separates two of its items or two blocks directly inside
/// one item (CommonMark §5.3): when the next one does not start on the line after.
bool AstBuilder::is_tight(const Node& list) const {
    const auto gap = [this](NodeIndex i) {
        const NodeIndex next = at(i).next;
        return next != kNoNode && at(next).first_line > at(i).last_line + 1;
    };
    for (NodeIndex item = list.first_child; item != kNoNode; item = at(item).next) {
        if (gap(item)) return false;
        for (NodeIndex i = at(item).first_child; i != kNoNode; i = at(i).next) {
            if (gap(i)) return false;
        }
    }
    return true;
}

std::span<const LineSlice> AstBuilder::slices_of(const Node& node) const {
    return std::span(tree_.slices)
        .subspan(node.slices_begin, node.slices_end - node.slices_begin);
}

std::string AstBuilder::joined_lines(const Node& node) const {
    std::string text;
    for (const LineSlice& slice : slices_of(node)) {
        text.append(slice.padding, ' ');
        text.append(source_.substr(slice.begin, slice.end - slice.begin));
        text += '\n';
    }
    return text;
}

/// Ids that the author wrote win over generated ones, wherever they stand.
void AstBuilder::take_written_ids() {
    for (const Node& node : tree_.nodes) {
        if (node.kind != NodeKind::Heading || node.slices_begin == node.slices_end) continue;
        const LineSlice last = slices_of(node).back();
        const std::string_view text =
            ascii::trim(source_.substr(last.begin, last.end - last.begin), ascii::kBlanks);
        const HeadingAttributes read = read_heading_attributes(text, file_, last.begin);
        if (!read.id.empty()) ids_.take(read.id);
    }
}

}  // namespace cvtex::grammar
