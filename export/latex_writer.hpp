#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "styles/styled.hpp"

namespace cvtex::exporting {

/// Writes a styled document as the body of a LaTeX document. Recursion is bounded by the
/// parser's caps.
class LatexWriter {
public:
    explicit LatexWriter(const styles::StyledDocument& document) : document_(document) {}

    [[nodiscard]] std::string write();

private:
    // Blocks: latex_blocks.cpp.
    void look_through(const styles::Blocks& children, bool in_header);

    void blocks(const styles::Blocks& children) {
        for (const styles::Block& child : children) block(child);
    }

    void block(const styles::Block& block);
    void paragraph(const styles::Paragraph& node);
    void heading(const styles::Paragraph& node);
    void header_line(const styles::Paragraph& node);
    void anchor(const std::string& name);
    void code(const styles::CodeBlock& node);
    void list(const styles::List& node);
    void item_label(const styles::List& list, const styles::ListItem& item);
    void container(const styles::Container& node);
    void row(const styles::Row& node);
    void image(const styles::Image& node);
    void rule(const styles::Rule& node);
    /// A picture or a rule that stands alone.
    void on_own_line(const std::string& shown, styles::Align align);
    /// The texts of notes whose marks have been written, where a page can take them.
    void note_texts();

    // Tables: latex_tables.cpp.
    void table(const styles::Table& node);
    void table_row(const styles::Table& node, std::size_t row,
                   const std::vector<char>& columns);
    void cell(const styles::TableCell& cell, char column);

    // Inlines: latex_inlines.cpp.
    /// `bold`: they stand where everything is.
    [[nodiscard]] std::string inlines(const styles::InlineItems& items, bool bold = false);
    void run(const styles::TextRun& run, const styles::TextStyle& base, std::string& out);
    void text(std::string_view words, const styles::TextStyle& style, std::string& out);
    /// The mark of a note: its number, with the text to follow below.
    void note_mark(styles::NoteId note, std::string& out);
    [[nodiscard]] std::string picture(const std::string& path, const std::string& alternative,
                                      const std::string& size) const;

    /// Starts a line of its own, behind an empty one.
    void part();

    const styles::StyledDocument& document_;
    std::string out_;
    std::set<std::string> anchors_;
    int top_level_ = 6;  ///< the highest heading outside the header
    int boxes_ = 0;      ///< open tables, columns and notes, from which no note gets out
    int lists_ = 0;      ///< open lists, in which no section begins
    bool in_header_ = false;
    std::set<std::uint32_t> noted_;
    std::vector<styles::NoteId> notes_due_;
    char32_t last_ = 0;  ///< character of this paragraph
    bool soft_break_ = false;
};

}  // namespace cvtex::exporting
