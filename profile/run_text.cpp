#include "profile/run_text.hpp"

#include <algorithm>

#include "grammar/walk.hpp"

namespace cvtex::profile {
namespace {

void append(RunText& run, const std::string& text, Span span) {
    if (text.empty()) return;
    run.pieces.push_back({run.text.size(), span, span.size() == text.size()});
    run.text += text;
}

void append(RunText& run, const ast::Inlines& inlines) {
    for (const ast::Inline& node : inlines) {
        if (const auto* text = std::get_if<ast::Text>(&node.node)) {
            append(run, text->text, node.span);
        } else if (const auto* code = std::get_if<ast::Code>(&node.node)) {
            append(run, code->text, node.span);
        } else if (std::holds_alternative<ast::SoftBreak>(node.node) ||
                   std::holds_alternative<ast::HardBreak>(node.node)) {
            append(run, " ", node.span);
        } else {
            ast::for_each_child_list(node,
                                     [&](const ast::Inlines& inner) { append(run, inner); });
        }
    }
}

}  // namespace

Span RunText::span_of(std::size_t begin, std::size_t end) const {
    Span span;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const std::size_t piece_end = i + 1 < pieces.size() ? pieces[i + 1].begin : text.size();
        if (piece.begin >= end || piece_end <= begin) continue;
        Span part = piece.span;
        if (piece.exact) {
            const std::size_t from = std::max(begin, piece.begin) - piece.begin;
            const std::size_t to = std::min(end, piece_end) - piece.begin;
            part.end = part.begin + static_cast<std::uint32_t>(to);
            part.begin += static_cast<std::uint32_t>(from);
        }
        span = join(span, part);
    }
    return span;
}

RunText run_text(const ast::Inlines& inlines) {
    RunText run;
    append(run, inlines);
    return run;
}

}  // namespace cvtex::profile
