#include <algorithm>
#include <utility>

#include "grammar/block_parser.hpp"
#include "grammar/math.hpp"
#include "grammar/tables.hpp"

/// The block starts of CommonMark §4 and §5 and of the extensions. Each returns `None` when
/// the line does not start its block at `line.nonspace()`.
namespace cvtex::grammar {

BlockParser::Start BlockParser::open_block(LineCursor& line, bool lazy) {
    if (line.blank()) return Start::None;
    if (!line.indented()) return open_by_character(line, lazy);
    const NodeKind kind = container().kind;
    if (lazy || kind == NodeKind::Paragraph) return Start::None;
    line.advance_columns(LineCursor::kTabStop);
    add_child(NodeKind::CodeBlock, line.content());
    return Start::Leaf;
}

BlockParser::Start BlockParser::open_by_character(LineCursor& line, bool lazy) {
    const auto first_of = [&](auto... attempts) {
        Start start = Start::None;
        (void)((start = (this->*attempts)(line), start != Start::None) || ...);
        return start;
    };
    using Self = BlockParser;
    switch (line.rest().front()) {
        case '>':
            return open_quote(line);
        case '#':
            return open_atx_heading(line);
        case '`':
            return open_fence(line);
        case '$':
            return open_math(line);
        case '~':
            return first_of(&Self::open_fence, &Self::open_definition);
        case '<': {
            const Start page_break = open_page_break(line);
            return page_break != Start::None ? page_break : open_html(line, lazy);
        }
        case '\\':
            return open_page_break(line);
        case '=':
            return open_setext_heading(line);
        case '-':
            // `- |---|` is an item, as on GitHub; `-|-` is none.
            return first_of(&Self::open_setext_heading, &Self::open_thematic_break,
                            &Self::open_list_item, &Self::open_table);
        case '*':
            return first_of(&Self::open_thematic_break, &Self::open_list_item);
        case '_':
            return open_thematic_break(line);
        case '|':
            return open_table(line);
        case ':':
            return first_of(&Self::open_container, &Self::open_table, &Self::open_definition);
        case '[':
            return open_footnote(line);
        case '{':
            return options_.heading_attributes && is_attribute_line(line.rest())
                       ? Start::LineDone
                       : Start::None;
        case '+':
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7':
        case '8':
        case '9':
            return open_list_item(line);
        default:
            return Start::None;
    }
}

BlockParser::Start BlockParser::open_quote(LineCursor& line) {
    if (!may_nest(line)) return Start::None;
    add_child(NodeKind::BlockQuote, line.nonspace());
    line.advance_past_marker(1);
    tip().end = line.offset();
    if (line.at_blank()) line.advance_columns(1);
    return Start::Container;
}

BlockParser::Start BlockParser::open_atx_heading(LineCursor& line) {
    const auto opening = scan_atx_heading(line.rest());
    if (!opening) return Start::None;
    const std::string_view content = trim_atx_content(line.rest().substr(opening->content));
    const auto begin = static_cast<std::uint32_t>(content.data() - text_.data());
    Node& heading = add_line_block(NodeKind::Heading, line);
    heading.level = opening->level;
    add_slice(heading, {begin, begin + static_cast<std::uint32_t>(content.size()), 0});
    close_tip();
    return Start::LineDone;
}

BlockParser::Start BlockParser::open_fence(LineCursor& line) {
    const auto opening = scan_fence(line.rest());
    if (!opening) return Start::None;
    const std::uint32_t indent = line.indent();
    Node& code = add_line_block(NodeKind::CodeBlock, line);
    code.fenced = true;
    code.fence = *opening;
    code.content_indent = indent;
    code.info = {line.nonspace() + opening->length, line.end(), 0};
    return Start::LineDone;
}

/// Displayed maths: lines between two of `$$`, or one line between its own.
BlockParser::Start BlockParser::open_math(LineCursor& line) {
    if (!options_.math) return Start::None;
    const std::string_view content = display_math(line.rest());
    const bool fenced =
        is_math_fence(line.rest()) &&
        is_math_closed(text_.substr(std::min<std::size_t>(line.end() + 1, text_.size())));
    if (content.empty() && !fenced) return Start::None;
    const std::uint32_t indent = line.indent();
    Node& math = add_line_block(NodeKind::CodeBlock, line);
    math.fenced = true;
    math.fence = {'$', 2};
    math.content_indent = indent;
    if (!std::exchange(tree_.math_reported, true)) {
        warn_of_math({file_, line.nonspace(), line.end()}, diagnostics_);
    }
    if (fenced) return Start::LineDone;
    const auto begin = static_cast<std::uint32_t>(content.data() - text_.data());
    add_slice(math, {begin, begin + static_cast<std::uint32_t>(content.size()), 0});
    math.closed = true;
    close_tip();
    return Start::LineDone;
}

BlockParser::Start BlockParser::open_html(LineCursor& line, bool lazy) {
    const int kind = scan_html_block(line.rest());
    if (kind == 0) return Start::None;
    if (kind == 7 && (lazy || container().kind == NodeKind::Paragraph)) return Start::None;
    add_child(NodeKind::HtmlBlock, line.nonspace()).level = kind;
    return Start::Leaf;
}

BlockParser::Start BlockParser::open_page_break(LineCursor& line) {
    if (!options_.page_breaks || !is_page_break(line.rest())) return Start::None;
    add_line_block(NodeKind::PageBreak, line);
    close_tip();
    return Start::LineDone;
}

BlockParser::Start BlockParser::open_setext_heading(LineCursor& line) {
    if (container().kind != NodeKind::Paragraph) return Start::None;
    const int level = scan_setext_underline(line.rest());
    if (level == 0) return Start::None;
    Node& paragraph = container();
    take_definitions(paragraph);
    if (paragraph.slices_begin == paragraph.slices_end) return Start::None;
    paragraph.kind = NodeKind::Heading;
    paragraph.setext = true;
    paragraph.level = level;
    paragraph.end = line.end();
    paragraph.last_line = line_;
    close_unmatched();
    close_tip();
    return Start::LineDone;
}

BlockParser::Start BlockParser::open_thematic_break(LineCursor& line) {
    // After `* * * … x` every nested item would look at the whole line again.
    if (line.nonspace() < no_break_before_) return Start::None;
    const ThematicRun run = scan_thematic_run(line.rest());
    if (run.length < line.rest().size() || run.markers < 3) {
        no_break_before_ = line.nonspace() + run.length;
        return Start::None;
    }
    add_line_block(NodeKind::ThematicBreak, line);
    close_tip();
    return Start::LineDone;
}

BlockParser::Start BlockParser::open_table(LineCursor& line) {
    if (!options_.tables || container().kind != NodeKind::Paragraph) return Start::None;
    auto columns = scan_delimiter_row(line.rest());
    Node& paragraph = container();
    if (columns.empty() || paragraph.slices_begin == paragraph.slices_end) return Start::None;
    const LineSlice head = tree_.slices[paragraph.slices_end - 1];
    if (count_cells(text_.substr(head.begin, head.end - head.begin)) != columns.size()) {
        return Start::None;
    }
    if (paragraph.slices_end - paragraph.slices_begin > 1) {
        // Only the last line is the head; what is above stays a paragraph.
        --paragraph.slices_end;
        --paragraph.last_line;
        paragraph.end = tree_.slices[paragraph.slices_end - 1].end;
        Node& table = add_child(NodeKind::Table, head.begin);
        --table.first_line;
        add_slice(table, head);
    } else {
        paragraph.kind = NodeKind::Table;
    }
    tip().columns = static_cast<std::uint32_t>(tree_.table_columns.size());
    tree_.table_columns.push_back(std::move(columns));
    tip().end = line.end();
    tip().last_line = line_;
    return Start::LineDone;
}

BlockParser::Start BlockParser::open_footnote(LineCursor& line) {
    if (!options_.footnotes) return Start::None;
    const auto [length, label] = scan_footnote_marker(line.rest());
    if (length == 0 || !may_nest(line)) return Start::None;
    const auto begin = static_cast<std::uint32_t>(label.data() - text_.data());
    Node& note = add_child(NodeKind::FootnoteDefinition, line.nonspace());
    note.info = {begin, begin + static_cast<std::uint32_t>(label.size()), 0};
    note.content_indent = LineCursor::kTabStop;
    const bool first = tree_.footnotes.try_emplace(normalize_label(label), label).second;
    if (!first) {
        diagnostics_.warning("duplicate-footnote", {file_, note.info.begin, note.info.end},
                             "a footnote with this label is already defined");
    }
    line.advance_past_marker(length);
    note.end = line.offset();
    line.advance_to_nonspace();
    return Start::Container;
}

BlockParser::Start BlockParser::open_definition(LineCursor& line) {
    if (!options_.definition_lists) return Start::None;
    const NodeKind kind = container().kind;
    const bool has_term = kind == NodeKind::Paragraph &&
                          container().slices_end - container().slices_begin == 1 &&
                          container().last_line + 1 == line_;
    if (!has_term && kind != NodeKind::DefinitionList) return Start::None;
    if (scan_definition_marker(line.rest()) == 0 || !may_nest(line)) return Start::None;
    close_unmatched();
    if (has_term) start_term(open_.back());
    const std::uint32_t indent = line.indent();
    Node& definition = add_child(NodeKind::Definition, line.nonspace());
    enter_item_content(definition, line, indent, 1);
    definition.end = line.offset();  // Without its blank a marker is none.
    return Start::Container;
}

/// Makes the open paragraph the term of a definition list: the one before it, or a new one.
void BlockParser::start_term(NodeIndex paragraph) {
    node(paragraph).kind = NodeKind::DefinitionTerm;
    close_tip();
    const NodeIndex before = node(paragraph).previous;
    unlink_last(paragraph);
    if (before != kNoNode && node(before).kind == NodeKind::DefinitionList) {
        open_.push_back(before);
        matched_ = open_.size();
    } else {
        Node& list = add_child(NodeKind::DefinitionList, node(paragraph).begin);
        list.first_line = node(paragraph).first_line;
    }
    append_child(open_.back(), paragraph);
}

BlockParser::Start BlockParser::open_list_item(LineCursor& line) {
    const auto marker = scan_list_marker(line.rest());
    if (!marker) return Start::None;
    if (container().kind == NodeKind::Paragraph) {
        // Only `1.` with text interrupts a paragraph (CommonMark §5.2).
        const auto after = line.rest().substr(marker->length);
        const bool empty = after.find_first_not_of(" \t") == std::string_view::npos;
        if (empty || (marker->ordered && marker->start != 1)) return Start::None;
    }
    if (!may_nest(line)) return Start::None;
    const std::uint32_t indent = line.indent();
    const Node& list = container();
    const bool same = list.kind == NodeKind::List && list.marker.ordered == marker->ordered &&
                      list.marker.delimiter == marker->delimiter;
    if (!same) add_child(NodeKind::List, line.nonspace()).marker = *marker;
    Node& item = add_child(NodeKind::Item, line.nonspace());
    item.marker = *marker;
    enter_item_content(item, line, indent, marker->length);
    return Start::Container;
}

/// Moves past an item's marker to its content, and notes how far its next lines are indented.
void BlockParser::enter_item_content(Node& item, LineCursor& line, std::uint32_t indent,
                                     std::uint32_t marker_length) {
    line.advance_past_marker(marker_length);
    item.end = line.offset();
    const std::uint32_t spaces = line.indent();
    // Five or more columns: the content is indented code after one space.
    const bool one_space = spaces > LineCursor::kTabStop || spaces == 0 || line.blank();
    const std::uint32_t padding = one_space ? 1 : spaces;
    line.advance_columns(std::min(padding, spaces));
    item.content_indent = indent + marker_length + padding;
}

void BlockParser::unlink_last(NodeIndex child) {
    Node& parent = node(node(child).parent);
    parent.last_child = node(child).previous;
    if (parent.last_child == kNoNode) {
        parent.first_child = kNoNode;
    } else {
        node(parent.last_child).next = kNoNode;
    }
    node(child).previous = node(child).next = kNoNode;
}

}  // namespace cvtex::grammar
