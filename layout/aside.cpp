#include "layout/aside.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/justify.hpp"
#include "layout/place_line.hpp"
#include "layout/signs.hpp"

namespace cvtex::layout {
namespace {

/// An aside that leaves less than this part of the measure to the text gets its own line.
constexpr std::int64_t kTextShare = 3;

}  // namespace

Aside::Aside(Context& context, const styles::Paragraph& paragraph, Pt measure)
    : context_(context),
      paragraph_(paragraph),
      measure_(measure),
      text_(prepare_inline(context, paragraph.aside, paragraph.style, measure)),
      line_(natural_line(text_, 0, static_cast<std::uint32_t>(text_.items.size()))) {
    report_missing_glyphs(context_, text_.text, text_.shaped);
    in_column_ = !text_.items.empty() && paragraph.aside_column &&
                 line_.width <= *paragraph.aside_column;
}

Pt Aside::taken() const {
    if (text_.items.empty() || in_column_) return {};
    return line_.width + kAsideGap.at(paragraph_.style.size);
}

void Aside::settle(Pt full, Pt indent) {
    beside_ = !text_.items.empty() && (full - indent - taken()) * kTextShare >= full;
}

void Aside::place(std::vector<Line>& lines, const Line& empty_line, const TextEdges& text,
                  TagId tag) const {
    if (text_.items.empty()) return;
    if (line_.width > measure_) return place_long(lines, text.lines, tag);
    const bool own_line = !beside_ || lines.empty();
    const bool alone = lines.size() == 1 && !own_line;
    if (own_line)
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(text.lines), empty_line);
    Frame& frame = lines[own_line ? text.lines : 0].frame;

    BreakOptions options;
    options.em = paragraph_.style.size;
    options.fill = Fill::Ragged;
    const SetLine set =
        set_line(text_.items, line_.from, line_.to, line_.width, options, false, false);
    const Pt right = own_line ? text.last_end : text.first_end;
    const Pt x = in_column_ ? -*paragraph_.aside_column : std::max(Pt{}, right - set.width);
    if (paragraph_.leader && alone) add_leader(frame, text.text_end, x, options.em, color());

    LinePlacement placement;
    placement.origin = {x, frame.baseline};
    const std::size_t first = frame.items.size();
    place_line(context_, text_, register_text(context_, text_.text, tag, measure_), set,
               placement, frame);
    if (own_line) return;
    for (std::size_t i = first; i < frame.items.size(); ++i)
        frame.items[i].after_lines = static_cast<std::uint32_t>(text.lines - 1);
}

/// Wider than the column: broken into lines of its own, flush right.
void Aside::place_long(std::vector<Line>& lines, std::size_t before, TagId tag) const {
    styles::Paragraph own;
    own.style = paragraph_.style;
    own.style.align = styles::Align::End;
    own.style.indent = {};
    own.content = paragraph_.aside;
    LineSet set = set_paragraph(context_, own, measure_, tag);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(before),
                 std::make_move_iterator(set.lines.begin()),
                 std::make_move_iterator(set.lines.end()));
}

Color Aside::color() const {
    for (const styles::InlineItem& item : paragraph_.aside) {
        if (const auto* run = std::get_if<styles::TextRun>(&item))
            return context_.document[run->style].color;
    }
    return {};
}

}  // namespace cvtex::layout
