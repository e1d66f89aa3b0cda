#include "grammar/nesting.hpp"

#include <algorithm>

#include "base/overloaded.hpp"

namespace cvtex::grammar {
namespace {

std::size_t nesting_of(const ast::Block& block) {
    std::size_t deepest = 0;
    const auto look_into = [&](const ast::Blocks& children) {
        deepest = std::max(deepest, 1 + grammar::nesting_of(children));
    };
    std::visit(overloaded{
                   [](const ast::Paragraph&) {},
                   [](const ast::Heading&) {},
                   [](const ast::ThematicBreak&) {},
                   [&](const ast::BlockQuote& n) { look_into(n.children); },
                   [&](const ast::List& n) {
                       for (const auto& item : n.items) look_into(item.children);
                   },
                   [](const ast::CodeBlock&) {},
                   [](const ast::HtmlBlock&) {},
                   [&](const ast::ElementBlock& n) { look_into(n.children); },
                   [](const ast::Table&) {},
                   [&](const ast::DefinitionList& n) {
                       for (const auto& item : n.items) {
                           for (const auto& blocks : item.definitions) look_into(blocks);
                       }
                   },
                   [&](const ast::FootnoteDefinition& n) { look_into(n.children); },
                   [](const ast::PageBreak&) {},
                   [&](const ast::Conditional& n) { look_into(n.children); },
                   [](const ast::Note&) {},
               },
               block.node);
    return deepest;
}

std::size_t nesting_of(const ast::Inline& item) {
    const auto around = [](const ast::Inlines& children) {
        return 1 + grammar::nesting_of(children);
    };
    return std::visit(overloaded{
                          [](const ast::Text&) -> std::size_t { return 0; },
                          [](const ast::SoftBreak&) -> std::size_t { return 0; },
                          [](const ast::HardBreak&) -> std::size_t { return 0; },
                          [](const ast::Code&) -> std::size_t { return 0; },
                          [&](const ast::Emphasis& n) { return around(n.children); },
                          [&](const ast::Strong& n) { return around(n.children); },
                          [&](const ast::Strikethrough& n) { return around(n.children); },
                          [&](const ast::Link& n) { return around(n.children); },
                          [&](const ast::Image& n) { return around(n.alternative); },
                          [](const ast::RawHtml&) -> std::size_t { return 0; },
                          [&](const ast::Element& n) { return around(n.children); },
                          [](const ast::FootnoteReference&) -> std::size_t { return 0; },
                      },
                      item.node);
}

}  // namespace

std::size_t nesting_of(const ast::Blocks& blocks) {
    std::size_t deepest = 0;
    for (const ast::Block& block : blocks) deepest = std::max(deepest, nesting_of(block));
    return deepest;
}

std::size_t nesting_of(const ast::Inlines& inlines) {
    std::size_t deepest = 0;
    for (const ast::Inline& item : inlines) deepest = std::max(deepest, nesting_of(item));
    return deepest;
}

}  // namespace cvtex::grammar
