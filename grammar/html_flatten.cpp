#include <utility>

#include "base/overloaded.hpp"
#include "grammar/html_nodes.hpp"

namespace cvtex::grammar {
namespace {

/// Joins inline content of blocks for places that hold no blocks: cells, headings, terms.
class Flattener {
public:
    void add(ast::Blocks blocks) {
        for (ast::Block& block : blocks) add(std::move(block));
    }

    [[nodiscard]] ast::Inlines take() { return std::move(out_); }

private:
    void add(ast::Block block) {
        const Span span = block.span;
        std::visit(overloaded{
                       [&](ast::Paragraph& n) { add(std::move(n.children), span); },
                       [&](ast::Heading& n) { add(std::move(n.children), span); },
                       [](ast::ThematicBreak&) {},
                       [&](ast::BlockQuote& n) { add(std::move(n.children)); },
                       [&](ast::List& n) {
                           for (auto& item : n.items) add(std::move(item.children));
                       },
                       [&](ast::CodeBlock& n) {
                           if (n.text.ends_with('\n')) n.text.pop_back();
                           add_one({span, ast::Code{std::move(n.text)}});
                       },
                       [](ast::HtmlBlock&) {},
                       [&](ast::ElementBlock& n) { add(std::move(n.children)); },
                       [&](ast::Table& n) {
                           add(std::move(n.head));
                           for (auto& row : n.rows) add(std::move(row));
                       },
                       [&](ast::DefinitionList& n) {
                           for (auto& item : n.items) {
                               add(std::move(item.term), item.span);
                               for (auto& blocks : item.definitions) add(std::move(blocks));
                           }
                       },
                       [&](ast::FootnoteDefinition& n) { add(std::move(n.children)); },
                       [](ast::PageBreak&) {},
                       [&](ast::Conditional& n) {
                           if (n.kind != ast::ConditionKind::Private)
                               add(std::move(n.children));
                       },
                       [](ast::Note&) {},
                   },
                   block.node);
    }

    void add(ast::TableRow row) {
        for (ast::TableCell& cell : row.cells) add(std::move(cell.children), cell.span);
    }

    void add_one(ast::Inline node) {
        const Span span = node.span;
        ast::Inlines one;
        one.push_back(std::move(node));
        add(std::move(one), span);
    }

    void add(ast::Inlines inlines, Span span) {
        if (inlines.empty()) return;
        if (!out_.empty()) {
            out_.push_back({{span.file, span.begin, span.begin}, ast::HardBreak{}});
        }
        for (ast::Inline& node : inlines) out_.push_back(std::move(node));
    }

    ast::Inlines out_;
};

}  // namespace

ast::Inlines flatten_blocks(ast::Blocks blocks) {
    Flattener flattener;
    flattener.add(std::move(blocks));
    return flattener.take();
}

}  // namespace cvtex::grammar
