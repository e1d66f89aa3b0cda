#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "grammar/block_tree.hpp"

namespace cvtex::grammar {

/// The text of one leaf block, joined from its lines, that knows where each byte came from.
/// Lines that follow each other in the source are not copied. Reused from block to block.
class LeafText {
public:
    LeafText(std::string_view source, FileId file) : source_(source), file_(file) {}

    /// Joins `slices` by line ends; blanks at the end are dropped (paragraphs, headings).
    void assign_lines(std::span<const LineSlice> slices);
    /// Joins `slices` without anything between (table cells without their `\` before `|`).
    void assign_pieces(std::span<const LineSlice> slices);

    [[nodiscard]] std::string_view text() const { return text_; }

    [[nodiscard]] FileId file() const { return file_; }

    /// Source span of bytes [begin, end) of `text()`.
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;
    /// How far bytes from `begin` on are one contiguous slice of the source, at most to `end`.
    [[nodiscard]] std::uint32_t contiguous_end(std::uint32_t begin, std::uint32_t end) const;

private:
    /// Bytes of the text from `text` on are those of the source from `source` on.
    struct Segment {
        std::uint32_t text = 0;
        std::uint32_t source = 0;
    };

    void append(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::size_t segment_at(std::uint32_t offset) const;

    std::string_view source_;
    FileId file_;
    std::string_view text_;
    std::string buffer_;
    std::vector<Segment> segments_;
};

}  // namespace cvtex::grammar
