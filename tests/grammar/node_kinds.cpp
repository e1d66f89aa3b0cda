#include "tests/grammar/node_kinds.hpp"

#include <iterator>
#include <variant>

#include "base/overloaded.hpp"

namespace cvtex::test {
namespace {

constexpr const char* kBlockNames[] = {
    "Paragraph",          "Heading",   "ThematicBreak", "BlockQuote", "List",
    "CodeBlock",          "HtmlBlock", "ElementBlock",  "Table",      "DefinitionList",
    "FootnoteDefinition", "PageBreak", "Conditional",   "Note"};
constexpr const char* kInlineNames[] = {
    "Text",          "SoftBreak", "HardBreak", "Code",    "Emphasis", "Strong",
    "Strikethrough", "Link",      "Image",     "RawHtml", "Element",  "FootnoteReference"};
static_assert(std::size(kBlockNames) == std::variant_size_v<ast::Block::Node>);
static_assert(std::size(kInlineNames) == std::variant_size_v<ast::Inline::Node>);

}  // namespace

void NodeKinds::collect(const ast::Blocks& tree) {
    for (const ast::Block& block : tree) {
        blocks.insert(block.node.index());
        std::visit(overloaded{
                       [&](const ast::Paragraph& n) { collect(n.children); },
                       [&](const ast::Heading& n) { collect(n.children); },
                       [](const ast::ThematicBreak&) {},
                       [&](const ast::BlockQuote& n) { collect(n.children); },
                       [&](const ast::List& n) {
                           for (const ast::ListItem& item : n.items) collect(item.children);
                       },
                       [](const ast::CodeBlock&) {},
                       [](const ast::HtmlBlock&) {},
                       [&](const ast::ElementBlock& n) { collect(n.children); },
                       [&](const ast::Table& n) {
                           for (const ast::TableCell& cell : n.head.cells)
                               collect(cell.children);
                           for (const ast::TableRow& row : n.rows)
                               for (const ast::TableCell& cell : row.cells)
                                   collect(cell.children);
                       },
                       [&](const ast::DefinitionList& n) {
                           for (const ast::DefinitionItem& item : n.items) {
                               collect(item.term);
                               for (const ast::Blocks& each : item.definitions) collect(each);
                           }
                       },
                       [&](const ast::FootnoteDefinition& n) { collect(n.children); },
                       [](const ast::PageBreak&) {},
                       [&](const ast::Conditional& n) { collect(n.children); },
                       [](const ast::Note&) {},
                   },
                   block.node);
    }
}

void NodeKinds::collect(const ast::Inlines& tree) {
    for (const ast::Inline& item : tree) {
        inlines.insert(item.node.index());
        std::visit(overloaded{
                       [](const ast::Text&) {},
                       [](const ast::SoftBreak&) {},
                       [](const ast::HardBreak&) {},
                       [](const ast::Code&) {},
                       [&](const ast::Emphasis& n) { collect(n.children); },
                       [&](const ast::Strong& n) { collect(n.children); },
                       [&](const ast::Strikethrough& n) { collect(n.children); },
                       [&](const ast::Link& n) { collect(n.children); },
                       [&](const ast::Image& n) { collect(n.alternative); },
                       [](const ast::RawHtml&) {},
                       [&](const ast::Element& n) { collect(n.children); },
                       [](const ast::FootnoteReference&) {},
                   },
                   item.node);
    }
}

std::string NodeKinds::missing(bool made_by_parsing) const {
    // What `interpret_html` alone makes.
    static const std::set<std::string> kInterpreted{"Conditional", "Note"};
    std::string names;
    for (std::size_t i = 0; i < std::size(kBlockNames); ++i) {
        if (made_by_parsing && kInterpreted.contains(kBlockNames[i])) continue;
        if (!blocks.contains(i)) names += std::string(" ") + kBlockNames[i];
    }
    for (std::size_t i = 0; i < std::size(kInlineNames); ++i) {
        if (!inlines.contains(i)) names += std::string(" ") + kInlineNames[i];
    }
    return names;
}

}  // namespace cvtex::test
