#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "layout/dump_json.hpp"
#include "layout/layout.hpp"

// Lines of tagged text, page by page. Blocks are numbered in the order in which they appear.

namespace cvtex::layout {
namespace {

/// A line gathered from its text items.
struct GatheredLine {
    TextBlockId block;
    std::uint32_t line = 0;
    Point origin;  ///< left edge of the measure, on the baseline
    std::vector<const Placed*> items;
};

/// Groups consecutive text items of one block and line.
std::vector<GatheredLine> gather_lines(const Page& page) {
    std::vector<GatheredLine> lines;
    for (const Placed& placed : page.items) {
        const auto* text = std::get_if<TextItem>(&placed.item);
        if (!text || !placed.tag.valid()) continue;
        const bool goes_on = !lines.empty() && lines.back().block == text->block &&
                             lines.back().line == text->line;
        if (!goes_on) {
            const Point origin{placed.at.x - text->from_line, placed.at.y};
            lines.push_back({text->block, text->line, origin, {}});
        }
        lines.back().items.push_back(&placed);
    }
    return lines;
}

class LineDumper {
public:
    explicit LineDumper(const LaidOut& laid_out)
        : laid_out_(laid_out), numbers_(laid_out.text_blocks.size(), kUnnumbered) {}

    std::string dump() {
        for (std::size_t p = 0; p < laid_out_.pages.size(); ++p) {
            for (const GatheredLine& line : gather_lines(laid_out_.pages[p])) {
                add_block(line.block);
                add_line(p + 1, line);
            }
        }
        return std::move(out_);
    }

private:
    static constexpr std::size_t kUnnumbered = static_cast<std::size_t>(-1);

    void add_block(TextBlockId id) {
        if (numbers_[id.index()] != kUnnumbered) return;
        numbers_[id.index()] = count_++;
        const TextBlock& block = laid_out_.text_blocks[id.index()];
        out_ += "{\"block\":" + std::to_string(numbers_[id.index()]);
        out_ += ",\"lang\":" + json_string(block.lang);
        out_ += ",\"text\":" + json_string(block.text);
        out_ += ",\"source\":[" + std::to_string(block.source.begin) + "," +
                std::to_string(block.source.end) + "]}\n";
    }

    void add_line(std::size_t page, const GatheredLine& line) {
        const TextBlock& block = laid_out_.text_blocks[line.block.index()];
        const auto [begin, end] = text_range(line);
        out_ += "{\"page\":" + std::to_string(page);
        out_ += ",\"block\":" + std::to_string(numbers_[line.block.index()]);
        out_ += ",\"line\":" + std::to_string(line.line);
        out_ += ",\"x\":" + format_fixed(line.origin.x, 4);
        out_ += ",\"baseline\":" + format_fixed(line.origin.y, 4);
        out_ += ",\"measure\":" + format_fixed(block.measure, 4);
        out_ +=
            ",\"text\":" + json_string(std::string_view(block.text).substr(begin, end - begin));
        out_ += ",\"glyphs\":[";
        add_glyphs(line, block.text, begin);
        out_ += "]}\n";
    }

    /// The bytes of the block's text that the line shows.
    static std::pair<std::uint32_t, std::uint32_t> text_range(const GatheredLine& line) {
        std::uint32_t begin = UINT32_MAX, end = 0;
        for (const Placed* placed : line.items) {
            for (const Glyph& glyph : std::get<TextItem>(placed->item).glyphs) {
                if (glyph.begin == glyph.end) continue;
                begin = std::min(begin, glyph.begin);
                end = std::max(end, glyph.end);
            }
        }
        return begin <= end ? std::pair{begin, end} : std::pair{0U, 0U};
    }

    /// A space has no box of its own: it is as wide as the gap or word space that it is set as.
    static bool is_space(std::string_view text, const Glyph& glyph) {
        const std::string_view source = text.substr(glyph.begin, glyph.end - glyph.begin);
        return source == " " || source == "\u00A0";
    }

    void add_glyphs(const GatheredLine& line, std::string_view text, std::uint32_t begin) {
        const std::size_t before = code_points_before(line.block, text, begin);
        std::size_t index = before;
        std::uint32_t at = begin;
        bool first = true;
        for (const Placed* placed : line.items) {
            const auto& item = std::get<TextItem>(placed->item);
            Pt x = placed->at.x - line.origin.x;
            for (const Glyph& glyph : item.glyphs) {
                // An added hyphen has no text: it goes by the character that it follows.
                const bool added = glyph.begin == glyph.end;
                if (!added) {
                    if (glyph.begin < at) index = before, at = begin;
                    index += count_code_points(text.substr(at, glyph.begin - at));
                    at = glyph.begin;
                }
                if (!added || (item.hyphen && !first)) {
                    out_ += first ? "[" : ",[";
                    first = false;
                    const Pt width = is_space(text, glyph) ? glyph.advance : glyph.width;
                    out_ += std::to_string(index) + "," + format_fixed(x, 4) + "," +
                            format_fixed(width, 4) + "," + format_fixed(glyph.nominal, 4) + "]";
                }
                x += glyph.advance;
            }
        }
    }

    /// Code points of the block's text before byte `begin`. Lines of a block come in order, so
    /// counting goes on from the line before.
    std::size_t code_points_before(TextBlockId block, std::string_view text,
                                   std::uint32_t begin) {
        if (block != counted_block_ || begin < counted_bytes_) {
            counted_block_ = block;
            counted_bytes_ = 0;
            counted_ = 0;
        }
        counted_ += count_code_points(text.substr(counted_bytes_, begin - counted_bytes_));
        counted_bytes_ = begin;
        return counted_;
    }

    const LaidOut& laid_out_;
    std::string out_;
    std::vector<std::size_t> numbers_;
    std::size_t count_ = 0;
    TextBlockId counted_block_;
    std::uint32_t counted_bytes_ = 0;
    std::size_t counted_ = 0;
};

}  // namespace

std::string dump_lines(const LaidOut& laid_out) {
    return LineDumper(laid_out).dump();
}

}  // namespace cvtex::layout
