#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "base/overloaded.hpp"
#include "grammar/ast.hpp"

/// Visiting a tree, to read it or to change it in place. Recursion is as deep as the tree,
/// which the parser caps.
namespace cvtex::ast {

/// `T` or `const T`.
template <class Given, class T>
concept Maybe_const = std::same_as<std::remove_const_t<Given>, T>;

/// `To` as const as `From`.
template <class From, class To>
using Like = std::conditional_t<std::is_const_v<From>, const To, To>;

/// Calls `visit(Inlines&)` for the texts that belong to `block` itself, not to blocks inside
/// it: a paragraph's, a heading's, each cell's, each term's.
template <Maybe_const<Block> B, class Visit>
void for_each_text(B& block, Visit visit) {
    const auto row = [&](Like<B, TableRow>& cells) {
        for (auto& cell : cells.cells) visit(cell.children);
    };
    std::visit(overloaded{
                   [&](Like<B, Paragraph>& node) { visit(node.children); },
                   [&](Like<B, Heading>& node) { visit(node.children); },
                   [](Like<B, ThematicBreak>&) {},
                   [](Like<B, BlockQuote>&) {},
                   [](Like<B, List>&) {},
                   [](Like<B, CodeBlock>&) {},
                   [](Like<B, HtmlBlock>&) {},
                   [](Like<B, ElementBlock>&) {},
                   [&](Like<B, Table>& node) {
                       row(node.head);
                       for (auto& body : node.rows) row(body);
                   },
                   [&](Like<B, DefinitionList>& node) {
                       for (auto& item : node.items) visit(item.term);
                   },
                   [](Like<B, FootnoteDefinition>&) {},
                   [](Like<B, PageBreak>&) {},
                   [](Like<B, Conditional>&) {},
                   [](Like<B, Note>&) {},
               },
               block.node);
}

/// Calls `visit(Blocks&)` for each list of blocks inside `block`, not for those inside these.
template <Maybe_const<Block> B, class Visit>
void for_each_child_list(B& block, Visit visit) {
    std::visit(overloaded{
                   [](Like<B, Paragraph>&) {},
                   [](Like<B, Heading>&) {},
                   [](Like<B, ThematicBreak>&) {},
                   [&](Like<B, BlockQuote>& node) { visit(node.children); },
                   [&](Like<B, List>& node) {
                       for (auto& item : node.items) visit(item.children);
                   },
                   [](Like<B, CodeBlock>&) {},
                   [](Like<B, HtmlBlock>&) {},
                   [&](Like<B, ElementBlock>& node) { visit(node.children); },
                   [](Like<B, Table>&) {},
                   [&](Like<B, DefinitionList>& node) {
                       for (auto& item : node.items)
                           for (auto& definition : item.definitions) visit(definition);
                   },
                   [&](Like<B, FootnoteDefinition>& node) { visit(node.children); },
                   [](Like<B, PageBreak>&) {},
                   [&](Like<B, Conditional>& node) { visit(node.children); },
                   [](Like<B, Note>&) {},
               },
               block.node);
}

/// Calls `visit(Inlines&)` for the inlines inside `node`: a link's text, an image's
/// alternative.
template <Maybe_const<Inline> I, class Visit>
void for_each_child_list(I& node, Visit visit) {
    std::visit(overloaded{
                   [](Like<I, Text>&) {},
                   [](Like<I, SoftBreak>&) {},
                   [](Like<I, HardBreak>&) {},
                   [](Like<I, Code>&) {},
                   [&](Like<I, Emphasis>& inner) { visit(inner.children); },
                   [&](Like<I, Strong>& inner) { visit(inner.children); },
                   [&](Like<I, Strikethrough>& inner) { visit(inner.children); },
                   [&](Like<I, Link>& inner) { visit(inner.children); },
                   [&](Like<I, Image>& inner) { visit(inner.alternative); },
                   [](Like<I, RawHtml>&) {},
                   [&](Like<I, Element>& inner) { visit(inner.children); },
                   [](Like<I, FootnoteReference>&) {},
               },
               node.node);
}

/// Calls `visit(Block&)` for every block, parents before their children.
template <Maybe_const<Blocks> Bs, class Visit>
void for_each_block(Bs& blocks, Visit visit) {
    for (auto& block : blocks) {
        visit(block);
        for_each_child_list(block,
                            [&](Like<Bs, Blocks>& inner) { for_each_block(inner, visit); });
    }
}

/// Calls `visit(Inlines&)` for every list of inlines, outer before inner.
template <Maybe_const<Inlines> Is, class Visit>
void for_each_inlines(Is& inlines, Visit visit) {
    visit(inlines);
    for (auto& node : inlines)
        for_each_child_list(node,
                            [&](Like<Is, Inlines>& inner) { for_each_inlines(inner, visit); });
}

template <Maybe_const<Blocks> Bs, class Visit>
void for_each_inlines(Bs& blocks, Visit visit) {
    for_each_block(blocks, [&](Like<Bs, Block>& block) {
        for_each_text(block, [&](Like<Bs, Inlines>& text) { for_each_inlines(text, visit); });
    });
}

}  // namespace cvtex::ast
