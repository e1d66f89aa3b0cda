#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "pdf/pdf.hpp"
#include "tests/support/catch.hpp"

/// Small documents made by hand, and the tools that judge what comes out.
namespace cvtex::pdf::test {

using namespace cvtex::literals;

inline fonts::FontLibrary& library() {
    static fonts::FontLibrary shared;
    return shared;
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

/// How often `part` occurs in `text`.
inline std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

inline fonts::SelectionId select(const std::string& lang, int weight = 400) {
    fonts::FontQuery query;
    query.latin = {"Noto Sans"};
    query.cjk = {"Noto Sans CJK"};
    query.weight = weight;
    query.lang = lang;
    const auto selection = library().select(query);
    REQUIRE(selection.ok());
    return *selection;
}

/// One A6 page on which lines are set one below the other, without line breaking.
struct PdfCase {
    layout::LaidOut laid_out;
    styles::Metadata metadata;
    PdfOptions options;
    Diagnostics diagnostics;
    Pt y = 40_pt;
    Pt size = 10_pt;

    PdfCase() {
        laid_out.pages.push_back({{300_pt, 400_pt}, {}});
        add_tag(layout::Role::Document, {});
        metadata.title = "张三的简历";
        metadata.lang = "zh-Hans";
    }

    layout::TagId tag(layout::Role role, layout::TagId parent = layout::TagId::at(0)) {
        return add_tag(role, parent);
    }

    layout::TagId add_tag(layout::Role role, layout::TagId parent) {
        layout::Tag& made = laid_out.tags.emplace_back();
        made.role = role;
        made.parent = parent;
        return layout::TagId::at(laid_out.tags.size() - 1);
    }

    std::vector<layout::Placed>& items() { return laid_out.pages.back().items; }

    /// Sets `text` as one line of a paragraph of its own; returns its first item's index.
    std::size_t line(const std::string& text, layout::TagId tag, fonts::Form form,
                     std::string_view lang = "zh-Hans") {
        laid_out.text_blocks.push_back({std::string(lang), text, {}, 200_pt});
        fonts::ShapeRequest request;
        request.text = laid_out.text_blocks.back().text;
        request.end = static_cast<std::uint32_t>(text.size());
        request.selection = select(std::string(lang));
        request.form = form;
        request.lang = lang;
        const std::size_t first = items().size();
        Pt x = 20_pt;
        for (const fonts::ShapedRun& run : library().shape(request)) {
            layout::TextItem item = item_of(run);
            Pt width;
            for (const layout::Glyph& glyph : item.glyphs) width += glyph.advance;
            items().push_back({{x, y}, tag, std::move(item)});
            x += width;
        }
        y += 16_pt;
        return first;
    }

    /// Han text in a paragraph of its own.
    std::size_t han(const std::string& text) {
        return line(text, tag(layout::Role::Paragraph), fonts::Form::Han);
    }

    std::size_t latin(const std::string& text) {
        return line(text, tag(layout::Role::Paragraph), fonts::Form::Latin);
    }

    layout::TextItem& text_item(std::size_t index) {
        return std::get<layout::TextItem>(items()[index].item);
    }

    layout::TextItem item_of(const fonts::ShapedRun& run) const {
        layout::TextItem item;
        item.block = layout::TextBlockId::at(laid_out.text_blocks.size() - 1);
        item.font = run.font;
        item.size = size;
        for (const fonts::ShapedGlyph& shaped : run.glyphs) {
            const auto length = [&](std::int32_t units) {
                return size.scaled(units, run.upem);
            };
            layout::Glyph glyph;
            glyph.id = shaped.id;
            glyph.advance = length(shaped.advance);
            glyph.width = glyph.nominal = length(library().advance(run.font, shaped.id));
            glyph.x_offset = length(shaped.x_offset);
            glyph.y_offset = -length(shaped.y_offset);
            glyph.begin = shaped.begin;
            glyph.end = shaped.end;
            glyph.cluster_start = shaped.cluster_start;
            glyph.missing = shaped.missing;
            item.glyphs.push_back(glyph);
        }
        return item;
    }

    std::string write(bool compress = true) {
        options.compress = compress;
        auto bytes = write_pdf(laid_out, metadata, library(), options, diagnostics);
        if (!bytes) FAIL(bytes.error().message);
        return std::move(bytes).value();
    }
};

inline layout::AnchorItem anchor(const std::string& name) {
    layout::AnchorItem made;
    made.name = name;
    return made;
}

/// Takes half an em from a full-width mark: an opener (`from_left`) or a closer.
inline void squeeze(layout::Glyph& glyph, bool from_left, int per_mille = 500) {
    const Pt cut = glyph.nominal.scaled(per_mille, 1000);
    glyph.width = glyph.advance = glyph.nominal - cut;
    if (from_left) glyph.x_offset = -cut;
}

/// A file that goes away with its object.
class TemporaryFile {
public:
    TemporaryFile(std::string_view bytes, std::string_view suffix) {
        static int counter = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("cvtex_test_" + std::to_string(getpid()) + "_" + std::to_string(counter++) +
                 std::string(suffix));
        std::ofstream(path_, std::ios::binary) << bytes;
    }

    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

struct ToolResult {
    bool present = false;
    int status = 0;
    std::string output;  ///< of both streams
};

/// Runs `tool arguments`, in which {} is the file's path. Not present: a warning, no failure.
inline ToolResult run_tool(const std::string& tool, std::string arguments,
                           std::string_view pdf) {
    ToolResult result;
    if (std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) != 0) {
        WARN(tool << " is not installed: skipped");
        return result;
    }
    result.present = true;
    const TemporaryFile file(pdf, ".pdf");
    const std::size_t hole = arguments.find("{}");
    arguments.replace(hole, 2, file.path());
    FILE* pipe = popen((tool + " " + arguments + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    char buffer[4096];
    std::size_t count = 0;
    while ((count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0) {
        result.output.append(buffer, count);
    }
    result.status = pclose(pipe);
    // Debian's mutool says this of every file with colours.
    const std::string noise = "warning: ICC support is not available\n";
    const std::size_t at = result.output.find(noise);
    if (at != std::string::npos) result.output.erase(at, noise.size());
    return result;
}

/// qpdf finds no error and no warning.
inline void check_syntax(std::string_view pdf) {
    const ToolResult result = run_tool("qpdf", "--check {}", pdf);
    if (!result.present) return;
    INFO(result.output);
    CHECK(result.status == 0);
}

/// Without trailing white space and form feeds.
inline std::string trimmed(std::string text) {
    while (!text.empty() &&
           (text.back() == '\n' || text.back() == '\f' || text.back() == ' ')) {
        text.pop_back();
    }
    return text;
}

/// Without empty lines, and without spaces at the ends of lines.
inline std::string without_blanks(const std::string& text) {
    std::string out;
    for (const char c : trimmed(text)) {
        while (c == '\n' && !out.empty() && out.back() == ' ') out.pop_back();
        if (c != '\n' || (!out.empty() && out.back() != '\n')) out += c;
    }
    return out;
}

/// The text that poppler and mupdf read is `expected`, line by line.
inline void check_text(std::string_view pdf, const std::string& expected) {
    const ToolResult raw = run_tool("pdftotext", "-raw {} -", pdf);
    if (raw.present) CHECK(trimmed(raw.output) == expected);
    const ToolResult normal = run_tool("pdftotext", "{} -", pdf);
    if (normal.present) CHECK(without_blanks(normal.output) == expected);
    const ToolResult mupdf = run_tool("mutool", "draw -q -F txt {}", pdf);
    if (mupdf.present) CHECK(without_blanks(mupdf.output) == expected);
}

}  // namespace cvtex::pdf::test
