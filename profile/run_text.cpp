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

void append(RunText& run, const ast::Inlines& inlines, char line_end) {
    for (const ast::Inline& node : inlines) {
        if (const auto* text = std::get_if<ast::Text>(&node.node)) {
            append(run, text->text, node.span);
        } else if (const auto* code = std::get_if<ast::Code>(&node.node)) {
            append(run, code->text, node.span);
        } else if (std::holds_alternative<ast::SoftBreak>(node.node) ||
                   std::holds_alternative<ast::HardBreak>(node.node)) {
            append(run, std::string(1, line_end), node.span);
        } else if (const auto* element = ast::get_if<ast::Element>(&node.node);
                   element != nullptr && element->tag == "br") {
            append(run, std::string(1, line_end), node.span);
        } else {
            ast::for_each_child_list(
                node, [&](const ast::Inlines& inner) { append(run, inner, line_end); });
        }
    }
}

}  // namespace

Span RunText::span_of(std::size_t begin, std::size_t end) const {
    Span span;
    // From the piece that holds `begin`: a long text has many pieces, and is asked many times.
    auto from_piece =
        std::upper_bound(pieces.begin(), pieces.end(), begin,
                         [](std::size_t at, const Piece& piece) { return at < piece.begin; });
    if (from_piece != pieces.begin()) --from_piece;
    for (auto i = static_cast<std::size_t>(from_piece - pieces.begin());
         i < pieces.size() && pieces[i].begin < end; ++i) {
        const Piece& piece = pieces[i];
        const std::size_t piece_end = i + 1 < pieces.size() ? pieces[i + 1].begin : text.size();
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

RunText run_text(const ast::Inlines& inlines, char line_end) {
    RunText run;
    append(run, inlines, line_end);
    return run;
}

namespace {

/// Copies what lies in [begin, end) of the text; `at` is where the next node begins.
class Slicer {
public:
    Slicer(std::size_t begin, std::size_t end) : begin_(begin), end_(end) {}

    [[nodiscard]] ast::Inlines copy(const ast::Inlines& inlines) {
        ast::Inlines kept;
        for (const ast::Inline& node : inlines) copy(node, kept);
        return kept;
    }

private:
    void copy(const ast::Inline& node, ast::Inlines& out) {
        if (const auto* text = std::get_if<ast::Text>(&node.node))
            return piece(node, text->text, out);
        if (const auto* code = std::get_if<ast::Code>(&node.node))
            return piece(node, code->text, out);
        const auto* element = ast::get_if<ast::Element>(&node.node);
        if (std::holds_alternative<ast::SoftBreak>(node.node) ||
            std::holds_alternative<ast::HardBreak>(node.node) ||
            (element != nullptr && element->tag == "br")) {
            if (at_ >= begin_ && at_ < end_) out.push_back(node);
            ++at_;
            return;
        }
        const std::size_t before = at_;
        bool has_list = false;
        ast::Inlines kept;
        ast::for_each_child_list(node, [&](const ast::Inlines& inner) {
            has_list = true;
            kept = copy(inner);
        });
        // What has no text of its own stands where the text around it stands.
        const bool empty = at_ == before && before >= begin_ && before < end_;
        if (!empty && kept.empty()) return;
        out.push_back(shell(node));
        if (!has_list) return;
        ast::for_each_child_list(out.back(),
                                 [&](ast::Inlines& inner) { inner = std::move(kept); });
    }

    /// `node` without what is in it.
    static ast::Inline shell(const ast::Inline& node) {
        if (const auto* link = ast::get_if<ast::Link>(&node.node))
            return {node.span, ast::Link{link->destination, link->title, {}, link->automatic}};
        if (const auto* element = ast::get_if<ast::Element>(&node.node))
            return {node.span, ast::Element{element->tag, element->attributes, {}}};
        if (std::holds_alternative<ast::Emphasis>(node.node))
            return {node.span, ast::Emphasis{}};
        if (std::holds_alternative<ast::Strong>(node.node)) return {node.span, ast::Strong{}};
        if (std::holds_alternative<ast::Strikethrough>(node.node))
            return {node.span, ast::Strikethrough{}};
        return node;
    }

    void piece(const ast::Inline& node, const std::string& text, ast::Inlines& out) {
        const std::size_t from = std::clamp(begin_, at_, at_ + text.size()) - at_;
        const std::size_t to = std::clamp(end_, at_, at_ + text.size()) - at_;
        at_ += text.size();
        if (from >= to) return;
        Span span = node.span;
        if (span.size() == text.size()) {
            span.end = span.begin + static_cast<std::uint32_t>(to);
            span.begin += static_cast<std::uint32_t>(from);
        }
        if (std::holds_alternative<ast::Code>(node.node))
            out.push_back({span, ast::Code{text.substr(from, to - from)}});
        else
            out.push_back({span, ast::Text{text.substr(from, to - from)}});
    }

    std::size_t begin_, end_, at_ = 0;
};

}  // namespace

ast::Inlines slice_inlines(const ast::Inlines& inlines, std::size_t begin, std::size_t end) {
    return Slicer(begin, end).copy(inlines);
}

}  // namespace cvtex::profile
