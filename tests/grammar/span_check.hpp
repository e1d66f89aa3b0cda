#pragma once

#include <string>

#include "base/overloaded.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"

/// Checks what every tree must satisfy: spans lie in their parent's span and in order, and the
/// slice of a text is its text, or the character reference it was decoded from.
namespace cvtex::test {

class SpanCheck {
public:
    explicit SpanCheck(const Source& source) : source_(source) {}

    /// The first violation in words; empty when all is well.
    [[nodiscard]] std::string check(const ast::Document& document) {
        const Span all{document.file, 0, static_cast<std::uint32_t>(source_.text().size())};
        blocks(document.blocks, all);
        return problem_;
    }

private:
    void expect(bool holds, Span span, const std::string& what) {
        if (holds || !problem_.empty()) return;
        problem_ =
            what + " at [" + std::to_string(span.begin) + "," + std::to_string(span.end) + ")";
    }

    void inside(Span span, Span parent, std::uint32_t after) {
        expect(span.begin <= span.end, span, "span ends before it begins");
        expect(span.begin >= parent.begin && span.end <= parent.end, span,
               "span outside its parent's");
        expect(span.begin >= after, span, "span overlaps the one before");
    }

    [[nodiscard]] std::string_view slice(Span span) const {
        return source_.text().substr(span.begin, span.end - span.begin);
    }

    void blocks(const ast::Blocks& children, Span parent);
    void block(const ast::Block& block);
    void row(const ast::TableRow& row, const ast::Table& table, Span parent);
    void inlines(const ast::Inlines& children, Span parent);
    void inline_node(const ast::Inline& item);

    const Source& source_;
    std::string problem_;
};

inline void SpanCheck::blocks(const ast::Blocks& children, Span parent) {
    std::uint32_t after = parent.begin;
    for (const ast::Block& child : children) {
        inside(child.span, parent, after);
        after = child.span.end;
        block(child);
    }
}

inline void SpanCheck::block(const ast::Block& block) {
    const Span span = block.span;
    std::visit(overloaded{
                   [&](const ast::Paragraph& node) {
                       expect(!node.children.empty(), span, "empty paragraph");
                       inlines(node.children, span);
                   },
                   [&](const ast::Heading& node) { inlines(node.children, span); },
                   [&](const ast::ThematicBreak&) {},
                   [&](const ast::BlockQuote& node) { blocks(node.children, span); },
                   [&](const ast::List& node) {
                       std::uint32_t after = span.begin;
                       for (const ast::ListItem& item : node.items) {
                           inside(item.span, span, after);
                           after = item.span.end;
                           blocks(item.children, item.span);
                       }
                   },
                   [&](const ast::CodeBlock&) {},
                   [&](const ast::HtmlBlock&) {},
                   [&](const ast::ElementBlock& node) { blocks(node.children, span); },
                   [&](const ast::Table& node) {
                       row(node.head, node, span);
                       for (const ast::TableRow& body : node.rows) row(body, node, span);
                   },
                   [&](const ast::DefinitionList& node) {
                       for (const ast::DefinitionItem& item : node.items) {
                           inside(item.span, span, span.begin);
                           inlines(item.term, item.span);
                           for (const ast::Blocks& children : item.definitions) {
                               blocks(children, item.span);
                           }
                       }
                   },
                   [&](const ast::FootnoteDefinition& node) { blocks(node.children, span); },
                   [&](const ast::PageBreak&) {},
                   [&](const ast::Conditional& node) { blocks(node.children, span); },
                   [&](const ast::Note&) {},
               },
               block.node);
}

inline void SpanCheck::row(const ast::TableRow& row, const ast::Table& table, Span parent) {
    inside(row.span, parent, parent.begin);
    expect(row.cells.size() == table.columns.size(), row.span, "row of another width");
    std::uint32_t after = row.span.begin;
    for (const ast::TableCell& cell : row.cells) {
        inside(cell.span, row.span, after);
        after = cell.span.end;
        inlines(cell.children, cell.span);
    }
}

inline void SpanCheck::inlines(const ast::Inlines& children, Span parent) {
    std::uint32_t after = parent.begin;
    for (const ast::Inline& child : children) {
        inside(child.span, parent, after);
        after = child.span.end;
        inline_node(child);
    }
}

inline void SpanCheck::inline_node(const ast::Inline& item) {
    const Span span = item.span;
    std::visit(
        overloaded{
            [&](const ast::Text& node) {
                expect(!node.text.empty(), span, "empty text");
                expect(slice(span) == node.text || slice(span).front() == '&' ||
                           slice(span).front() == ':',
                       span, "text is not its slice");
            },
            [&](const ast::SoftBreak&) { expect(slice(span) == "\n", span, "soft break"); },
            [&](const ast::HardBreak&) {
                expect(slice(span).back() == '\n', span, "hard break");
            },
            [&](const ast::Code&) {
                // Or dollar signs: maths is code.
                const char sign = slice(span).front();
                expect((sign == '`' || sign == '$') && slice(span).back() == sign, span,
                       "code without backticks");
            },
            [&](const ast::Emphasis& node) { inlines(node.children, span); },
            [&](const ast::Strong& node) { inlines(node.children, span); },
            [&](const ast::Strikethrough& node) { inlines(node.children, span); },
            [&](const ast::Link& node) { inlines(node.children, span); },
            [&](const ast::Image& node) { inlines(node.alternative, span); },
            [&](const ast::RawHtml&) {
                expect(slice(span).front() == '<', span, "html without `<`");
            },
            [&](const ast::Element& node) { inlines(node.children, span); },
            [&](const ast::FootnoteReference&) {
                expect(slice(span).starts_with("[^"), span, "note without `[^`");
            },
        },
        item.node);
}

}  // namespace cvtex::test
