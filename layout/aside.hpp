#pragma once

#include <cstddef>
#include <vector>

#include "layout/natural_line.hpp"
#include "layout/paragraph.hpp"

namespace cvtex::layout {

/// Least room between first-line text and what stands flush right on that line.
constexpr Em kAsideGap = Em::raw(Em::kOne);

/// Where a paragraph's text stands, for what is set beside it.
struct TextEdges {
    std::size_t lines = 0;   ///< up to the first forced break: the aside is read behind them
    Pt first_end, last_end;  ///< right edges of the room of the first and of the last line
    Pt text_end;             ///< right edge of the last line's text
};

/// What stands at the end of a paragraph's first line, or in a column at its left: dates, page
/// numbers. Measured before the text is broken, placed when its lines are set.
class Aside {
public:
    Aside(Context& context, const styles::Paragraph& paragraph, Pt measure);

    /// What the text and the aside take together more than the text alone.
    [[nodiscard]] Pt taken() const;

    /// Stands on the first line of `full` width if that leaves the text, which begins at
    /// `indent`, enough of it; else on a line of its own.
    void settle(Pt full, Pt indent);

    /// What it takes from the first line.
    [[nodiscard]] Pt room() const { return beside_ ? taken() : Pt{}; }

    /// Adds it to the paragraph's lines; `empty_line` is one of them without content.
    void place(std::vector<Line>& lines, const Line& empty_line, const TextEdges& text,
               TagId tag) const;

private:
    void place_long(std::vector<Line>& lines, std::size_t before, TagId tag) const;
    [[nodiscard]] Color color() const;

    Context& context_;
    const styles::Paragraph& paragraph_;
    Pt measure_;
    InlineText text_;
    NaturalLine line_;
    bool in_column_ = false;  ///< stands left of the text
    bool beside_ = false;     ///< on the first line
};

}  // namespace cvtex::layout
