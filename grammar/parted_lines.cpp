#include "grammar/parted_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace cvtex::grammar {
namespace {

constexpr std::string_view kBars = " || ";

bool ends_line(const ast::Inline& node) {
    return std::holds_alternative<ast::SoftBreak>(node.node) ||
           std::holds_alternative<ast::HardBreak>(node.node);
}

bool has_bars(const ast::Inline& node) {
    const auto* text = std::get_if<ast::Text>(&node.node);
    return text != nullptr && text->text.find(kBars) != std::string::npos;
}

/// Bytes [begin, end) of a text node; exact where the node is its slice of the source.
ast::Inline piece(const ast::Inline& node, std::size_t begin, std::size_t end) {
    const std::string& text = std::get<ast::Text>(node.node).text;
    Span span = node.span;
    if (span.size() == text.size()) {
        span.end = span.begin + static_cast<std::uint32_t>(end);
        span.begin += static_cast<std::uint32_t>(begin);
    }
    return {span, ast::Text{text.substr(begin, end - begin)}};
}

Span span_of(const ast::Inlines& inlines) {
    return join(inlines.front().span, inlines.back().span);
}

ast::Inline right_part(ast::Inlines inlines) {
    const Span span = span_of(inlines);
    ast::Element element{"span", {}, std::move(inlines)};
    element.attributes.push_back({"style", "float:right", span});
    return {span, std::move(element)};
}

/// Cuts one paragraph before each parted line but its first.
void append_lines(Span span, ast::Inlines inlines, ast::Blocks& out) {
    ast::Inlines lines;
    std::size_t line = 0;  // start of the last line in `lines`
    bool parted = false;   // whether `lines` ends with a parted line
    const auto flush = [&](ast::Inlines done) {
        while (!done.empty() && ends_line(done.back())) done.pop_back();
        if (done.empty()) return;
        part_line(done);
        const Span own = span_of(done);
        out.push_back({own, ast::Paragraph{std::move(done)}});
    };
    for (ast::Inline& node : inlines) {
        const bool end = ends_line(node);
        const bool bars = has_bars(node);
        lines.push_back(std::move(node));
        if (bars && !parted && line > 0) {
            const auto at = lines.begin() + static_cast<std::ptrdiff_t>(line);
            ast::Inlines rest(std::make_move_iterator(at),
                              std::make_move_iterator(lines.end()));
            lines.erase(at, lines.end());
            flush(std::exchange(lines, std::move(rest)));
            line = 0;
        }
        parted = parted || bars;
        if (!end) continue;
        if (parted) flush(std::exchange(lines, {}));
        parted = false;
        line = lines.size();
    }
    const bool whole = lines.size() == inlines.size();
    if (whole) {
        part_line(lines);
        out.push_back({span, ast::Paragraph{std::move(lines)}});
    } else {
        flush(std::move(lines));
    }
}

}  // namespace

void append_right_part(ast::Inlines& left, ast::Inlines right) {
    if (right.empty()) return;
    const Span begin = right.front().span;
    left.push_back({{begin.file, begin.begin, begin.begin}, ast::Text{" "}});
    left.push_back(right_part(std::move(right)));
}

void part_line(ast::Inlines& inlines) {
    const auto end = std::find_if(inlines.begin(), inlines.end(), ends_line);
    const auto bars = std::find_if(inlines.begin(), end, has_bars);
    if (bars == end) return;
    const std::string& text = std::get<ast::Text>(bars->node).text;
    const std::size_t at = text.find(kBars);
    ast::Inlines right;
    if (at + kBars.size() < text.size()) {
        right.push_back(piece(*bars, at + kBars.size(), text.size()));
    }
    std::move(bars + 1, end, std::back_inserter(right));
    if (right.empty()) return;
    ast::Inlines parted;
    std::move(inlines.begin(), bars, std::back_inserter(parted));
    parted.push_back(piece(*bars, 0, at + 1));  // its space keeps the two apart as plain text
    parted.push_back(right_part(std::move(right)));
    std::move(end, inlines.end(), std::back_inserter(parted));
    inlines = std::move(parted);
}

void part_paragraphs(ast::Blocks& blocks) {
    const auto parted = [](const ast::Block& block) {
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        return paragraph != nullptr &&
               std::any_of(paragraph->children.begin(), paragraph->children.end(), has_bars);
    };
    if (std::none_of(blocks.begin(), blocks.end(), parted)) return;
    ast::Blocks out;
    for (ast::Block& block : blocks) {
        if (parted(block)) {
            append_lines(block.span, std::move(std::get<ast::Paragraph>(block.node).children),
                         out);
        } else {
            out.push_back(std::move(block));
        }
    }
    blocks = std::move(out);
}

}  // namespace cvtex::grammar
