#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "export/export.hpp"
#include "export/page_css.hpp"

namespace cvtex::exporting {

/// CSS that lets browsers slant italic Latin `text` whose face has no italics.
[[nodiscard]] std::string css_slant(const styles::TextStyle& style, std::string_view text);

/// Writes a styled document as the body of a page. Recursion is bounded by the parser's caps.
class PageWriter {
public:
    PageWriter(const styles::StyledDocument& document, const PictureReader& read_picture,
               Diagnostics& diagnostics)
        : document_(document), read_picture_(read_picture), diagnostics_(diagnostics) {}

    /// The body's content.
    [[nodiscard]] std::string write();

    [[nodiscard]] const std::string& sheet() const { return classes_.sheet(); }

private:
    // Blocks: page_blocks.cpp; lists in page_lists.cpp, tables and rows in page_tables.cpp.
    void blocks(const styles::Blocks& children) {
        for (const styles::Block& child : children) block(child);
    }

    void block(const styles::Block& block);
    void paragraph(const styles::Block& block, const styles::Paragraph& node);
    void code(const styles::Block& block, const styles::CodeBlock& node);
    void list(const styles::Block& block, const styles::List& node);
    void label_list(const styles::Block& block, const styles::List& node,
                    const std::string& tag);
    void list_item(const styles::ListItem& item, Pt hang);
    void container(const styles::Block& block, const styles::Container& node);
    void table(const styles::Block& block, const styles::Table& node);
    void table_row(const styles::Table& node, std::size_t row);
    void row(const styles::Block& block, const styles::Row& node);
    void block_image(const styles::Block& block, const styles::Image& node);
    void notes();
    void note(const styles::Footnote& note);

    /// CSS of a block's box; an outermost block's was made before.
    [[nodiscard]] std::string css_of(const styles::Block& block);

    // Inlines: page_inlines.cpp.
    void inlines(const styles::InlineItems& items, const styles::TextStyle* base,
                 bool preformatted);
    void run(const styles::TextRun& run, const styles::TextStyle* base, bool preformatted);
    void text(std::string_view words, bool preformatted);
    void inline_image(const styles::InlineImage& image);
    void icon(const styles::InlineIcon& icon);
    /// Opens a link; false when it leads nowhere that is safe.
    [[nodiscard]] bool open_link(styles::LinkId link);
    /// The picture at `path` with CSS for its size, or its alternative.
    void picture(const std::string& path, const std::string& alternative,
                 const std::string& css, Span span);
    void lang(const std::string& tag, const std::string& around);

    /// The style that a paragraph's own element takes: that of its first text.
    [[nodiscard]] const styles::TextStyle* base_of(const styles::InlineItems& items) const;

    [[nodiscard]] std::string css_of(const styles::TextStyle* style) const {
        return style == nullptr ? std::string() : css_text(document_, *style);
    }

    const styles::StyledDocument& document_;
    const PictureReader& read_picture_;
    Diagnostics& diagnostics_;
    CssClasses classes_;
    std::optional<std::string> outer_css_;  ///< of the outermost block about to be written
    std::optional<Pt> dates_column_;        ///< left of the text
    std::string out_;
    std::set<std::uint32_t> marked_;  ///< notes whose first mark was written
    char32_t last_ = 0;               ///< character of this paragraph
    bool soft_break_ = false;         ///< since it
};

}  // namespace cvtex::exporting
