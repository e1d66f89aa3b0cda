#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/ast.hpp"

namespace cvtex::exporting {

struct Note {
    const ast::FootnoteDefinition* definition = nullptr;
    std::size_t number = 0;  ///< in the order of first references; 0 before the first
};

/// Writes the tree as the CommonMark reference implementation does, extensions as GitHub does.
/// Recursion is bounded by the parser's caps.
class HtmlWriter {
public:
    [[nodiscard]] std::string write(const ast::Document& document) {
        // A quarter more than the source: growing by a copy would take twice the memory.
        if (!document.blocks.empty()) {
            const std::size_t size = document.blocks.back().span.end;
            out_.reserve(size + size / 4);
        }
        document_ = &document.blocks;
        blocks(document.blocks);
        notes();
        return std::move(out_);
    }

private:
    void blocks(const ast::Blocks& children) {
        for (const ast::Block& child : children) block(child);
    }

    void inlines(const ast::Inlines& children) {
        for (const ast::Inline& child : children) inline_node(child);
    }

    /// Blocks start on a line of their own.
    void fresh_line() {
        if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    }

    void element(std::string_view tag, const ast::Inlines& children) {
        out_.append("<").append(tag).append(">");
        inlines(children);
        out_.append("</").append(tag).append(">");
    }

    void collect_notes(const ast::Blocks& children);
    void notes();
    void block(const ast::Block& block);
    void paragraph(const ast::Paragraph& node);
    void heading(const ast::Heading& node);
    void code_block(const ast::CodeBlock& node);
    void list(const ast::List& node);
    void list_item(const ast::ListItem& item, bool tight);
    void table(const ast::Table& node);
    void row(const ast::TableRow& row, const ast::Table& node, std::string_view tag);
    void definition_list(const ast::DefinitionList& node);
    void definition(const ast::Blocks& children);
    void open_tag(std::string_view tag, const ast::Attributes& attributes);
    void inline_node(const ast::Inline& item);
    void link(const ast::Link& node);
    void image(const ast::Image& node);
    void footnote_reference(const ast::FootnoteReference& node);
    void alternative(const ast::Inlines& children);

    std::string out_;
    const ast::Blocks* document_ = nullptr;
    bool collected_ = false;  ///< the notes, which are looked for at the first reference
    std::map<std::string, Note, std::less<>> notes_;
    std::vector<std::string> note_order_;
    bool tight_ = false;  ///< the paragraphs of a tight list have no tags
};

}  // namespace cvtex::exporting
