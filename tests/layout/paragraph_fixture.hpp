#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/paragraph.hpp"
#include "tests/support/catch.hpp"

/// Single paragraphs set with real fonts, without pages.
namespace cvtex::layout::test {

/// A document whose text styles are Noto Serif CJK 10 pt: 0 plain, 1 bold, 2 code, 3
/// underlined, 4 raised, 5 with a background. Links 0 and 1 lead to example.org.
class ParagraphFixture {
public:
    explicit ParagraphFixture(const std::string& lang = "zh-CN")
        : images_(out, options_), context{document, library(), diagnostics, out,
                                          images_,  {},        {}} {
        document.metadata.lang = lang;
        document.page.size = {Pt::of(595), Pt::of(842)};
        document.font_stacks.push_back({{"Noto Serif CJK"}, {"Noto Serif CJK"}, {}});
        styles::TextStyle plain;
        plain.stack = styles::FontStackId::at(0);
        plain.size = kSize;
        plain.lang = lang;
        document.text_styles.assign(6, plain);
        document.text_styles[1].weight = 700;
        document.text_styles[2].code = true;
        document.text_styles[3].underline = true;
        document.text_styles[4].baseline_shift = Pt::of(3);
        document.text_styles[5].background = Color{240, 240, 240};
        for (int i = 0; i < 2; ++i) {
            document.links.push_back({"https://example.org", {}, {}});
            out.links.push_back({"https://example.org", {}, {}, {}});
            context.link_refs.push_back(LinkRef::at(static_cast<std::size_t>(i)));
        }
        out.tags.emplace_back();
        select_fonts();
    }

    /// A run of text style `style`; `link` is an index or -1.
    static styles::TextRun run(std::string text, std::size_t style = 0, int link = -1) {
        styles::TextRun made;
        made.text = std::move(text);
        made.style = styles::TextStyleId::at(style);
        if (link >= 0) made.link = styles::LinkId::at(static_cast<std::size_t>(link));
        return made;
    }

    static styles::Paragraph paragraph(styles::InlineItems content) {
        styles::Paragraph made;
        made.style.size = kSize;
        made.style.leading = Pt::of(16);
        made.content = std::move(content);
        return made;
    }

    LineSet set(const styles::Paragraph& paragraph, double measure_em) {
        return set_paragraph(context, paragraph, Em::of(measure_em).at(kSize), TagId::at(0));
    }

    LineSet set(std::string text, double measure_em) {
        return set(paragraph({run(std::move(text))}), measure_em);
    }

    /// What is seen of a line, typed spaces included.
    [[nodiscard]] std::string text_of(const Line& line) const {
        std::string seen;
        for (const TextItem* item : texts(line)) {
            const std::string& all = out.text_blocks[item->block.index()].text;
            for (const Glyph& glyph : item->glyphs) {
                if (glyph.cluster_start)
                    seen += all.substr(glyph.begin, glyph.end - glyph.begin);
            }
        }
        return seen;
    }

    [[nodiscard]] std::vector<std::string> lines_of(const LineSet& lines) const {
        std::vector<std::string> seen;
        for (const Line& line : lines.lines) seen.push_back(text_of(line));
        return seen;
    }

    static std::vector<const TextItem*> texts(const Line& line) {
        std::vector<const TextItem*> found;
        for (const Placed& placed : line.frame.items) {
            if (const auto* item = std::get_if<TextItem>(&placed.item)) found.push_back(item);
        }
        return found;
    }

    /// Where the last glyph's box ends.
    static Pt right_edge(const Line& line) {
        Pt right;
        for (const Placed& placed : line.frame.items) {
            const auto* item = std::get_if<TextItem>(&placed.item);
            if (!item) continue;
            Pt x = placed.at.x;
            for (const Glyph& glyph : item->glyphs) x += glyph.advance;
            right = std::max(right, x);
        }
        return right;
    }

    static constexpr Pt kSize = Pt::of(10);

private:
    static fonts::FontLibrary& library() {
        static fonts::FontLibrary shared;
        return shared;
    }

    void select_fonts() {
        for (const styles::TextStyle& style : document.text_styles) {
            fonts::FontQuery query;
            query.latin = document.font_stacks[0].latin;
            query.cjk = document.font_stacks[0].cjk;
            query.weight = style.weight;
            query.lang = style.lang;
            const auto selection = library().select(query);
            REQUIRE(selection.ok());
            context.selections.push_back(*selection);
        }
    }

    /// The one picture there is: 96 by 48 pixels, 72 by 36 pt.
    LayoutOptions options_{[](const std::string& path) -> Result<std::string> {
        if (path != "photo.png") return Error{"no file " + path, {}};
        const std::string size("\0\0\0\x60\0\0\0\x30", 8);
        const std::string ihdr =
            std::string("\0\0\0\x0DIHDR", 8) + size + std::string("\x08\x06\0\0\0CRC!", 9);
        return "\x89PNG\r\n\x1a\n" + ihdr + std::string("\0\0\0\x01IDATxCRC!", 13);
    }};

public:
    styles::StyledDocument document;
    LaidOut out;
    Diagnostics diagnostics;

private:
    ImageStore images_;

public:
    Context context;
};

}  // namespace cvtex::layout::test
