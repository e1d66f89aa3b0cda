#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/overloaded.hpp"
#include "grammar/containers.hpp"
#include "grammar/directives.hpp"
#include "grammar/html_nodes.hpp"
#include "grammar/html_soup.hpp"
#include "grammar/html_tokens.hpp"
#include "grammar/nesting.hpp"
#include "grammar/options.hpp"
#include "grammar/parse.hpp"
#include "grammar/parted_lines.hpp"

namespace cvtex::grammar {
namespace {

void take_heading_ids(const ast::Blocks& blocks, HeadingIds& ids) {
    for (const ast::Block& block : blocks) {
        std::visit(
            overloaded{
                [](const ast::Paragraph&) {},
                [&](const ast::Heading& n) { ids.take(n.id); },
                [](const ast::ThematicBreak&) {},
                [&](const ast::BlockQuote& n) { take_heading_ids(n.children, ids); },
                [&](const ast::List& n) {
                    for (const auto& item : n.items) take_heading_ids(item.children, ids);
                },
                [](const ast::CodeBlock&) {},
                [](const ast::HtmlBlock&) {},
                [&](const ast::ElementBlock& n) { take_heading_ids(n.children, ids); },
                [](const ast::Table&) {},
                [&](const ast::DefinitionList& n) {
                    for (const auto& item : n.items) {
                        for (const auto& blocks_of : item.definitions) {
                            take_heading_ids(blocks_of, ids);
                        }
                    }
                },
                [&](const ast::FootnoteDefinition& n) { take_heading_ids(n.children, ids); },
                [](const ast::PageBreak&) {},
                [&](const ast::Conditional& n) { take_heading_ids(n.children, ids); },
                [](const ast::Note&) {},
            },
            block.node);
    }
}

bool is_icon(const ast::Inline& node) {
    const auto* element = ast::get_if<ast::Element>(&node.node);
    return element != nullptr && element->tag == "i" && element->children.empty();
}

bool is_blank(const ast::Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const ast::Inline& node) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        return std::holds_alternative<ast::SoftBreak>(node.node) ||
               std::holds_alternative<ast::HardBreak>(node.node) || is_icon(node) ||
               (text != nullptr && text->text.find_first_not_of(' ') == std::string::npos);
    });
}

/// An icon brings its own distance from what follows.
void trim_after_icons(ast::Inlines& inlines) {
    for (std::size_t i = 1; i < inlines.size(); ++i) {
        auto* text = std::get_if<ast::Text>(&inlines[i].node);
        if (text == nullptr || !is_icon(inlines[i - 1])) continue;
        const std::size_t blanks =
            std::min(text->text.find_first_not_of(" \t"), text->text.size());
        if (inlines[i].span.size() == text->text.size()) {
            inlines[i].span.begin += static_cast<std::uint32_t>(blanks);
        }
        text->text.erase(0, blanks);
    }
    std::erase_if(inlines, [](const ast::Inline& node) {
        const auto* text = std::get_if<ast::Text>(&node.node);
        return text != nullptr && text->text.empty();
    });
}

/// Walks the Markdown tree and replaces each list of siblings that holds raw HTML. Recursion is
/// bounded by the parser's cap on nesting.
class Interpreter {
public:
    Interpreter(const Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics) {}

    HeadingIds& heading_ids() { return heading_ids_; }

    void rewrite(ast::Blocks& blocks) {
        bool has_html = false;
        for (ast::Block& block : blocks) {
            has_html = has_html || std::holds_alternative<ast::HtmlBlock>(block.node);
            rewrite(block);
        }
        part_paragraphs(blocks);
        // A paragraph of nothing but icons and empty anchors leaves no empty line.
        std::erase_if(blocks, [](const ast::Block& block) {
            const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
            return paragraph != nullptr && is_blank(paragraph->children);
        });
        if (!has_html) {
            arrange_containers(blocks);
            return apply_directives(blocks, block_depth_, diagnostics_);
        }
        SoupBuilder builder(warned_, diagnostics_, true,
                            room(kMaxContainerDepth, block_depth_, nesting_of(blocks)));
        for (ast::Block& block : blocks) {
            if (const auto* html = std::get_if<ast::HtmlBlock>(&block.node)) {
                feed(html->text, block.span, builder);
            } else {
                builder.markdown(std::move(block));
            }
        }
        HtmlContext context{heading_ids_, diagnostics_, block_depth_};
        blocks = blocks_from_soup(builder.finish(), context);
    }

private:
    /// How many elements fit between what is above a list and what is below it.
    static std::size_t room(std::size_t cap, std::size_t above, std::size_t below) {
        return cap - std::min(cap, above + below);
    }

    void feed(const std::string& text, Span span, SoupBuilder& builder) {
        const HtmlPlaces places(sources_, text, span);
        for (HtmlToken& token : tokenize_html(text, places)) builder.token(std::move(token));
    }

    void rewrite(ast::Block& block) {
        ++block_depth_;
        std::visit(overloaded{
                       [&](ast::Paragraph& n) { rewrite(n.children); },
                       [&](ast::Heading& n) {
                           n.tags = take_trailing_tags(n.children, diagnostics_);
                           rewrite(n.children);
                           part_line(n.children);
                       },
                       [](ast::ThematicBreak&) {},
                       [&](ast::BlockQuote& n) {
                           take_alert_mark(n);
                           rewrite(n.children);
                       },
                       [&](ast::List& n) {
                           for (ast::ListItem& item : n.items) {
                               item.tags = take_item_tags(item.children, diagnostics_);
                               rewrite(item.children);
                           }
                       },
                       [](ast::CodeBlock&) {},
                       [](ast::HtmlBlock&) {},
                       [&](ast::ElementBlock& n) { rewrite(n.children); },
                       [&](ast::Table& n) {
                           rewrite(n.head);
                           for (ast::TableRow& row : n.rows) rewrite(row);
                       },
                       [&](ast::DefinitionList& n) {
                           for (ast::DefinitionItem& item : n.items) {
                               rewrite(item.term);
                               for (ast::Blocks& blocks : item.definitions) rewrite(blocks);
                           }
                       },
                       [&](ast::FootnoteDefinition& n) { rewrite(n.children); },
                       [](ast::PageBreak&) {},
                       [&](ast::Conditional& n) { rewrite(n.children); },
                       [](ast::Note&) {},
                   },
                   block.node);
        --block_depth_;
    }

    void rewrite(ast::TableRow& row) {
        for (ast::TableCell& cell : row.cells) rewrite(cell.children);
    }

    void rewrite(ast::Inlines& inlines) {
        bool has_html = false;
        for (ast::Inline& node : inlines) {
            has_html = has_html || std::holds_alternative<ast::RawHtml>(node.node);
            rewrite(node);
        }
        trim_after_icons(inlines);
        if (!has_html) return;
        SoupBuilder builder(warned_, diagnostics_, false,
                            room(kMaxInlineDepth, inline_depth_, nesting_of(inlines)));
        for (ast::Inline& node : inlines) {
            if (const auto* html = std::get_if<ast::RawHtml>(&node.node)) {
                report_misplaced_directive(html->text, node.span, diagnostics_);
                feed(html->text, node.span, builder);
            } else {
                builder.markdown(std::move(node));
            }
        }
        inlines = inlines_from_markdown(builder.finish());
    }

    void rewrite(ast::Inline& node) {
        ++inline_depth_;
        std::visit(overloaded{
                       [](ast::Text&) {},
                       [](ast::SoftBreak&) {},
                       [](ast::HardBreak&) {},
                       [](ast::Code&) {},
                       [&](ast::Emphasis& n) { rewrite(n.children); },
                       [&](ast::Strong& n) { rewrite(n.children); },
                       [&](ast::Strikethrough& n) { rewrite(n.children); },
                       [&](ast::Link& n) { rewrite(n.children); },
                       [&](ast::Image& n) { rewrite(n.alternative); },
                       [](ast::RawHtml&) {},
                       [&](ast::Element& n) { rewrite(n.children); },
                       [](ast::FootnoteReference&) {},
                   },
                   node.node);
        --inline_depth_;
    }

    const Sources& sources_;
    Diagnostics& diagnostics_;
    HeadingIds heading_ids_;
    std::set<std::string> warned_;
    std::size_t block_depth_ = 0;   ///< containers around what is being rewritten
    std::size_t inline_depth_ = 0;  ///< inlines around it
};

}  // namespace

ast::Document interpret_html(ast::Document document, const Sources& sources,
                             Diagnostics& diagnostics) {
    Interpreter interpreter(sources, diagnostics);
    take_heading_ids(document.blocks, interpreter.heading_ids());
    interpreter.rewrite(document.blocks);
    return document;
}

}  // namespace cvtex::grammar
