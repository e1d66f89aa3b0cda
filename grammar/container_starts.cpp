#include <algorithm>
#include <utility>

#include "grammar/block_parser.hpp"

/// The starts and ends of `:::` containers.
namespace cvtex::grammar {

BlockParser::Start BlockParser::open_container(LineCursor& line) {
    if (!options_.containers) return Start::None;
    const std::uint32_t colons = scan_container_closing(line.rest());
    if (colons > 0) return close_container(line, colons);
    auto opening = scan_container_opening(line.rest(), file_, line.nonspace());
    if (!opening || !may_nest(line)) return Start::None;
    Node& container = add_line_block(NodeKind::Container, line);
    container.fence = {':', opening->colons};
    container.container = static_cast<std::uint32_t>(tree_.containers.size());
    if (opening->title_begin < opening->title_end) {
        const std::uint32_t begin = line.nonspace() + opening->title_begin;
        const std::uint32_t end = line.nonspace() + opening->title_end;
        add_slice(add_child(NodeKind::ContainerTitle, begin), {begin, end, 0});
        close_tip();
    }
    tree_.containers.push_back(std::move(*opening));
    return Start::LineDone;
}

/// Colons that close nothing are a slip of the pen and not printed.
BlockParser::Start BlockParser::close_container(LineCursor& line, std::uint32_t colons) {
    const std::size_t closing = find_container(colons);
    if (closing == 0) {
        diagnostics_.warning("unmatched-container", {file_, line.nonspace(), line.end()},
                             "these colons close no container that is open here");
        close_unmatched();
        if (tip().kind == NodeKind::Paragraph) close_tip();
        // An item that begins on this line is one because the line goes on behind its mark.
        if (tip().kind == NodeKind::Item) tip().end = std::max(tip().end, line.end());
        return Start::LineDone;
    }
    Node& container = node(open_[closing]);
    container.closed = true;
    container.end = line.end();
    container.last_line = line_;
    matched_ = closing + 1;
    close_unmatched();
    close_tip();
    return Start::LineDone;
}

/// Place in `open_` of the container that a line of `colons` closes: the innermost of as many
/// colons, else the innermost; 0 for none. Quotes and list items are not reached out of.
std::size_t BlockParser::find_container(std::uint32_t colons) const {
    std::size_t innermost = 0;
    for (std::size_t i = matched_; i-- > 1;) {
        const Node& each = tree_.nodes[open_[i]];
        switch (each.kind) {
            case NodeKind::BlockQuote:
            case NodeKind::Item:
            case NodeKind::FootnoteDefinition:
            case NodeKind::Definition:
                return innermost;
            case NodeKind::Container:
                if (each.fence.length == colons) return i;
                if (innermost == 0) innermost = i;
                break;
            default:
                break;
        }
    }
    return innermost;
}

bool BlockParser::closes_container(const LineCursor& line) const {
    if (tree_.containers.empty() || line.indented()) return false;
    const std::uint32_t colons = scan_container_closing(line.rest());
    return colons > 0 && find_container(colons) > 0;
}

}  // namespace cvtex::grammar
