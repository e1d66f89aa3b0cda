#pragma once

#include <string>
#include <utility>
#include <vector>

#include "layout/layout.hpp"
#include "tests/support/catch.hpp"

/// Styled documents made by hand, and what became of them.
namespace cvtex::layout::test {

using namespace cvtex::literals;

inline constexpr Pt kSize = Pt::of(10);
inline constexpr Pt kLeading = Pt::of(16);

/// A document of one text style on pages whose text area is 200 pt wide and `lines` lines high.
inline styles::StyledDocument document(int lines = 40) {
    styles::StyledDocument made;
    made.metadata.lang = "zh-CN";
    made.metadata.title = "测试";
    made.page.size = {240_pt, kLeading * lines + 40_pt};
    made.page.margin = {20_pt, 20_pt, 20_pt, 20_pt};
    made.font_stacks.push_back({{"Noto Serif CJK"}, {"Noto Serif CJK"}, {}});
    styles::TextStyle style;
    style.stack = styles::FontStackId::at(0);
    style.size = kSize;
    style.lang = "zh-CN";
    made.text_styles.push_back(style);
    return made;
}

inline styles::InlineItems text(std::string words) {
    styles::TextRun run;
    run.text = std::move(words);
    run.style = styles::TextStyleId::at(0);
    return {run};
}

inline styles::Paragraph plain_paragraph(std::string words) {
    styles::Paragraph made;
    made.style.size = kSize;
    made.style.leading = kLeading;
    made.content = text(std::move(words));
    return made;
}

inline styles::Block block(styles::Block::Node node) {
    styles::Block made;
    made.node = std::move(node);
    return made;
}

inline styles::Block paragraph(std::string words) {
    return block(plain_paragraph(std::move(words)));
}

inline styles::Block heading(std::string words, int level = 2) {
    styles::Paragraph made = plain_paragraph(words);
    made.heading_level = level;
    made.anchor = words;
    made.outline_title = std::move(words);
    return block(std::move(made));
}

/// Han text of exactly `lines` lines of 20 characters.
inline std::string lines_of(int lines) {
    std::string out;
    for (int i = 0; i < lines * 20 - 10; ++i) out += "字";
    return out;
}

inline styles::ListItem item(styles::Marker marker, styles::Blocks children) {
    styles::ListItem made;
    made.marker = std::move(marker);
    made.children = std::move(children);
    return made;
}

inline styles::TextMarker number(std::string words) {
    return {text(std::move(words))};
}

inline LaidOut set(const styles::StyledDocument& made, Diagnostics& diagnostics,
                   ImageReader images = {}) {
    static fonts::FontLibrary library;
    Result<LaidOut> out = lay_out(made, library, {std::move(images)}, diagnostics);
    REQUIRE(out.ok());
    return std::move(out.value());
}

inline LaidOut set(const styles::StyledDocument& made) {
    Diagnostics diagnostics;
    return set(made, diagnostics);
}

/// A line's text and where its baseline begins.
struct SeenLine {
    std::string text;
    Point at;
    TagId tag;
};

inline std::vector<SeenLine> lines_on(const LaidOut& out, std::size_t page) {
    std::vector<SeenLine> lines;
    TextBlockId block;
    std::uint32_t number = 0;
    for (const Placed& placed : out.pages.at(page).items) {
        const auto* item = std::get_if<TextItem>(&placed.item);
        if (!item || item->glyphs.empty()) continue;
        if (lines.empty() || item->block != block || item->line != number) {
            lines.push_back({{}, placed.at, placed.tag});
        }
        block = item->block;
        number = item->line;
        const std::string& all = out.text_blocks[block.index()].text;
        for (const Glyph& glyph : item->glyphs) {
            if (glyph.cluster_start) {
                lines.back().text += all.substr(glyph.begin, glyph.end - glyph.begin);
            }
        }
    }
    return lines;
}

/// How many lines each page holds.
inline std::vector<std::size_t> line_counts(const LaidOut& out) {
    std::vector<std::size_t> counts;
    for (std::size_t p = 0; p < out.pages.size(); ++p) {
        counts.push_back(lines_on(out, p).size());
    }
    return counts;
}

}  // namespace cvtex::layout::test
