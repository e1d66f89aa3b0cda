#include <utility>

#include "base/overloaded.hpp"
#include "export/html_escape.hpp"
#include "export/html_writer.hpp"

namespace cvtex::exporting {

void HtmlWriter::collect_notes(const ast::Blocks& children) {
    for (const ast::Block& child : children) {
        if (const auto* note = ast::get_if<ast::FootnoteDefinition>(&child.node)) {
            notes_.try_emplace(note->label, Note{note, 0});
        } else if (const auto* quote = std::get_if<ast::BlockQuote>(&child.node)) {
            collect_notes(quote->children);
        } else if (const auto* list = std::get_if<ast::List>(&child.node)) {
            for (const ast::ListItem& item : list->items) collect_notes(item.children);
        } else if (const auto* box = ast::get_if<ast::ElementBlock>(&child.node)) {
            collect_notes(box->children);
        } else if (const auto* part = ast::get_if<ast::Conditional>(&child.node)) {
            if (part->kind != ast::ConditionKind::Private) collect_notes(part->children);
        }
    }
}

void HtmlWriter::footnote_reference(const ast::FootnoteReference& node) {
    if (!std::exchange(collected_, true)) collect_notes(*document_);
    const auto found = notes_.find(node.label);
    if (found == notes_.end()) {
        out_ += "[^";
        escape_html(out_, node.label);
        out_ += ']';
        return;
    }
    const bool first = found->second.number == 0;
    if (first) {
        note_order_.push_back(node.label);
        found->second.number = note_order_.size();
    }
    const std::string number = std::to_string(found->second.number);
    out_ += "<sup><a href=\"#fn-" + number + '"';
    if (first) out_ += " id=\"fnref-" + number + '"';
    out_ += '>' + number + "</a></sup>";
}

/// The notes in the order of their first reference; a note may refer to further ones.
void HtmlWriter::notes() {
    if (note_order_.empty()) return;
    fresh_line();
    out_ += "<section class=\"footnotes\">\n<ol>\n";
    for (std::size_t i = 0; i < note_order_.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        out_ += "<li id=\"fn-" + number + "\">\n";
        blocks(notes_.find(note_order_[i])->second.definition->children);
        out_ += "<a href=\"#fnref-" + number + "\">↩</a>\n</li>\n";
    }
    out_ += "</ol>\n</section>\n";
}

void HtmlWriter::inline_node(const ast::Inline& item) {
    std::visit(overloaded{
                   [&](const ast::Text& node) { escape_html(out_, node.text); },
                   [&](const ast::SoftBreak&) { out_ += '\n'; },
                   [&](const ast::HardBreak&) { out_ += "<br />\n"; },
                   [&](const ast::Code& node) {
                       out_ += "<code>";
                       escape_html(out_, node.text);
                       out_ += "</code>";
                   },
                   [&](const ast::Emphasis& node) { element("em", node.children); },
                   [&](const ast::Strong& node) { element("strong", node.children); },
                   [&](const ast::Strikethrough& node) { element("del", node.children); },
                   [&](const ast::Link& node) { link(node); },
                   [&](const ast::Image& node) { image(node); },
                   [&](const ast::RawHtml& node) { out_ += node.text; },
                   [&](const ast::Element& node) {
                       open_tag(node.tag, node.attributes);
                       inlines(node.children);
                       out_ += "</" + node.tag + '>';
                   },
                   [&](const ast::FootnoteReference& node) { footnote_reference(node); },
               },
               item.node);
}

void HtmlWriter::link(const ast::Link& node) {
    out_ += "<a href=\"";
    escape_url(out_, node.destination);
    if (!node.title.empty()) {
        out_ += "\" title=\"";
        escape_html(out_, node.title);
    }
    out_ += "\">";
    inlines(node.children);
    out_ += "</a>";
}

void HtmlWriter::image(const ast::Image& node) {
    out_ += "<img src=\"";
    escape_url(out_, node.source);
    out_ += "\" alt=\"";
    alternative(node.alternative);
    if (!node.title.empty()) {
        out_ += "\" title=\"";
        escape_html(out_, node.title);
    }
    out_ += "\" />";
}

void HtmlWriter::alternative(const ast::Inlines& children) {
    for (const ast::Inline& child : children) {
        std::visit(overloaded{
                       [&](const ast::Text& node) { escape_html(out_, node.text); },
                       [&](const ast::SoftBreak&) { out_ += '\n'; },
                       [&](const ast::HardBreak&) { out_ += '\n'; },
                       [&](const ast::Code& node) { escape_html(out_, node.text); },
                       [&](const ast::Emphasis& node) { alternative(node.children); },
                       [&](const ast::Strong& node) { alternative(node.children); },
                       [&](const ast::Strikethrough& node) { alternative(node.children); },
                       [&](const ast::Link& node) { alternative(node.children); },
                       [&](const ast::Image& node) { alternative(node.alternative); },
                       [&](const ast::RawHtml& node) { escape_html(out_, node.text); },
                       [&](const ast::Element& node) { alternative(node.children); },
                       [&](const ast::FootnoteReference&) {},
                   },
                   child.node);
    }
}

}  // namespace cvtex::exporting
