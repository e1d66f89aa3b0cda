#include <utility>

#include "base/overloaded.hpp"
#include "export/html_escape.hpp"
#include "export/html_writer.hpp"

namespace cvtex::exporting {

void HtmlWriter::block(const ast::Block& block) {
    std::visit(overloaded{
                   [&](const ast::Paragraph& node) { paragraph(node); },
                   [&](const ast::Heading& node) { heading(node); },
                   [&](const ast::ThematicBreak&) {
                       fresh_line();
                       out_ += "<hr />\n";
                   },
                   [&](const ast::BlockQuote& node) {
                       const bool tight = std::exchange(tight_, false);
                       fresh_line();
                       out_ += "<blockquote>\n";
                       blocks(node.children);
                       out_ += "</blockquote>\n";
                       tight_ = tight;
                   },
                   [&](const ast::List& node) { list(node); },
                   [&](const ast::CodeBlock& node) { code_block(node); },
                   [&](const ast::HtmlBlock& node) {
                       fresh_line();
                       out_ += node.text;
                   },
                   [&](const ast::ElementBlock& node) {
                       fresh_line();
                       open_tag(node.tag, node.attributes);
                       out_ += '\n';
                       blocks(node.children);
                       fresh_line();
                       out_ += "</" + node.tag + ">\n";
                   },
                   [&](const ast::Table& node) { table(node); },
                   [&](const ast::DefinitionList& node) { definition_list(node); },
                   [&](const ast::FootnoteDefinition&) {},  // At the end of the page.
                   [&](const ast::PageBreak&) {
                       fresh_line();
                       out_ += "<div style=\"break-after: page\"></div>\n";
                   },
                   [&](const ast::Conditional& node) {
                       if (node.kind != ast::ConditionKind::Private) blocks(node.children);
                   },
                   [](const ast::Note&) {},
               },
               block.node);
}

void HtmlWriter::paragraph(const ast::Paragraph& node) {
    if (tight_) return inlines(node.children);
    fresh_line();
    element("p", node.children);
    out_ += '\n';
}

void HtmlWriter::heading(const ast::Heading& node) {
    const std::string tag = "h" + std::to_string(node.level);
    fresh_line();
    open_tag(tag, node.attributes);
    inlines(node.children);
    out_ += "</" + tag + ">\n";
}

void HtmlWriter::code_block(const ast::CodeBlock& node) {
    const std::string language = node.info.substr(0, node.info.find_first_of(" \t\n"));
    fresh_line();
    out_ += "<pre><code";
    if (!language.empty()) {
        out_ += " class=\"language-";
        escape_html(out_, language);
        out_ += '"';
    }
    out_ += '>';
    escape_html(out_, node.text);
    out_ += "</code></pre>\n";
}

void HtmlWriter::list(const ast::List& node) {
    const std::string tag = node.ordered ? "ol" : "ul";
    fresh_line();
    out_ += '<' + tag;
    if (node.ordered && node.start != 1) {
        out_ += " start=\"" + std::to_string(node.start) + '"';
    }
    out_ += ">\n";
    const bool tight = tight_;
    for (const ast::ListItem& item : node.items) list_item(item, node.tight);
    tight_ = tight;
    out_ += "</" + tag + ">\n";
}

void HtmlWriter::list_item(const ast::ListItem& item, bool tight) {
    constexpr std::string_view kOpen = "<input type=\"checkbox\" disabled=\"\" /> ";
    constexpr std::string_view kDone =
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ";
    out_ += "<li>";
    const std::string_view box = item.task == ast::TaskState::Open   ? kOpen
                                 : item.task == ast::TaskState::Done ? kDone
                                                                     : "";
    for (const ast::Block& child : item.children) {
        tight_ = tight;
        const auto* text = std::get_if<ast::Paragraph>(&child.node);
        if (text == nullptr || &child != item.children.data() || box.empty()) {
            block(child);
            continue;
        }
        if (!tight) out_ += "\n<p>";
        out_ += box;
        inlines(text->children);
        if (!tight) out_ += "</p>\n";
    }
    out_ += "</li>\n";
}

void HtmlWriter::table(const ast::Table& node) {
    fresh_line();
    out_ += "<table>\n<thead>\n";
    row(node.head, node, "th");
    out_ += "</thead>\n";
    if (!node.rows.empty()) {
        out_ += "<tbody>\n";
        for (const ast::TableRow& body : node.rows) row(body, node, "td");
        out_ += "</tbody>\n";
    }
    out_ += "</table>\n";
}

void HtmlWriter::row(const ast::TableRow& row, const ast::Table& node, std::string_view tag) {
    out_ += "<tr>\n";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        out_.append("<").append(tag);
        switch (node.columns[i]) {
            case ast::CellAlign::Left:
                out_ += " align=\"left\"";
                break;
            case ast::CellAlign::Center:
                out_ += " align=\"center\"";
                break;
            case ast::CellAlign::Right:
                out_ += " align=\"right\"";
                break;
            case ast::CellAlign::None:
                break;
        }
        out_ += '>';
        inlines(row.cells[i].children);
        out_.append("</").append(tag).append(">\n");
    }
    out_ += "</tr>\n";
}

void HtmlWriter::definition_list(const ast::DefinitionList& node) {
    fresh_line();
    out_ += "<dl>\n";
    for (const ast::DefinitionItem& item : node.items) {
        element("dt", item.term);
        out_ += '\n';
        for (const ast::Blocks& children : item.definitions) definition(children);
    }
    out_ += "</dl>\n";
}

void HtmlWriter::definition(const ast::Blocks& children) {
    out_ += "<dd>";
    const bool tight = std::exchange(tight_, children.size() == 1);
    blocks(children);
    tight_ = tight;
    out_ += "</dd>\n";
}

void HtmlWriter::open_tag(std::string_view tag, const ast::Attributes& attributes) {
    out_.append("<").append(tag);
    for (const ast::Attribute& attribute : attributes) {
        out_.append(" ").append(attribute.name).append("=\"");
        escape_html(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
}

}  // namespace cvtex::exporting
