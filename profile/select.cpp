#include "profile/select.hpp"

#include <iterator>
#include <utility>

#include "base/overloaded.hpp"

namespace cvtex::profile {
namespace {

void select_inside(ast::Blocks& blocks) {
    blocks = select_blocks(std::move(blocks));
}

void select_inside(ast::Block& block) {
    std::visit(overloaded{
                   [](ast::Paragraph&) {},
                   [](ast::Heading&) {},
                   [](ast::ThematicBreak&) {},
                   [](ast::BlockQuote& n) { select_inside(n.children); },
                   [](ast::List& n) {
                       for (ast::ListItem& item : n.items) select_inside(item.children);
                   },
                   [](ast::CodeBlock&) {},
                   [](ast::HtmlBlock&) {},
                   [](ast::ElementBlock& n) { select_inside(n.children); },
                   [](ast::Table&) {},
                   [](ast::DefinitionList& n) {
                       for (ast::DefinitionItem& item : n.items) {
                           for (ast::Blocks& part : item.definitions) select_inside(part);
                       }
                   },
                   [](ast::FootnoteDefinition& n) { select_inside(n.children); },
                   [](ast::PageBreak&) {},
                   [](ast::Conditional& n) { select_inside(n.children); },
                   [](ast::Note&) {},
               },
               block.node);
}

}  // namespace

ast::Blocks select_blocks(ast::Blocks blocks) {
    ast::Blocks seen;
    seen.reserve(blocks.size());
    for (ast::Block& block : blocks) {
        if (std::holds_alternative<ast::Note>(block.node)) continue;
        auto* conditional = std::get_if<ast::Conditional>(&block.node);
        if (conditional != nullptr && conditional->kind == ast::ConditionKind::Private)
            continue;
        select_inside(block);
        if (conditional == nullptr) {
            seen.push_back(std::move(block));
        } else {
            std::move(conditional->children.begin(), conditional->children.end(),
                      std::back_inserter(seen));
        }
    }
    return seen;
}

}  // namespace cvtex::profile
