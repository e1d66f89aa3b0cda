#include "layout/paragraph.hpp"

#include <algorithm>

#include "layout/aside.hpp"
#include "layout/inline_text.hpp"
#include "layout/justify.hpp"
#include "layout/line_cache.hpp"
#include "layout/natural_line.hpp"
#include "layout/place_line.hpp"
#include "layout/signs.hpp"

namespace cvtex::layout {
namespace {

/// Where the Han em box stands in a line: centred in the leading, .88 em above the baseline
/// (TYPOGRAPHY §11), so that every line of a leading has the same baseline whatever fonts are
/// on it.
constexpr Em kAscent = Em::raw(Em::kOne * 88 / 100);
/// Lines that go on with a line of code stand in by this much, behind an arrow.
constexpr Em kTurnIndent = Em::raw(Em::kOne * 5 / 4);

Fill fill_of(const styles::Paragraph& paragraph) {
    if (paragraph.style.preformatted) return Fill::Greedy;
    if (paragraph.style.align == styles::Align::Justify && paragraph.heading_level == 0) {
        return Fill::Justified;
    }
    const bool balanced =
        paragraph.heading_level > 0 || paragraph.style.align == styles::Align::Center;
    return balanced ? Fill::Balanced : Fill::Ragged;
}

/// The lines of one stretch between forced breaks.
struct BrokenStretch {
    std::vector<BreakPoint> points;
    std::vector<BrokenLine> lines;
};

/// A line's place between the margins.
struct LineRoom {
    Pt left;
    Pt measure;
    bool turned = false;  ///< goes on with the line of code above
};

class ParagraphSetter {
public:
    ParagraphSetter(Context& context, const styles::Paragraph& paragraph, Pt measure, TagId tag,
                    Beside beside)
        : context_(context),
          paragraph_(paragraph),
          measure_(measure),
          tag_(tag),
          beside_(beside),
          aside_(context, paragraph, measure) {
        options_.em = paragraph.style.size;
        options_.fill = fill_of(paragraph);
        options_.fewest_lines = paragraph.style.fewest_lines;
    }

    LineSet run() {
        text_ = prepare_inline(context_, paragraph_.content, paragraph_.style, measure_);
        report_missing_glyphs(context_, text_.text, text_.shaped);
        // An indent wider than the column would leave its first line nothing.
        const Pt full = measure_ - taken_beside(0);
        indent_ = std::min(paragraph_.style.indent, full / 2);
        aside_.settle(full, indent_);
        TextEdges edges;
        if (!text_.text.characters.empty()) edges.lines = set_text();
        edges.first_end = measure_ - taken_beside(0);
        edges.last_end = measure_ - taken_beside(out_.lines.size());
        edges.text_end = text_end_;
        aside_.place(out_.lines, empty_line(), edges, tag_);
        out_.natural_width = widest_stretch(text_) + indent_ + aside_.taken();
        return std::move(out_);
    }

private:
    /// Returns how many lines there are up to the first forced break.
    std::size_t set_text() {
        registration_ = register_text(context_, text_.text, tag_, measure_);
        std::size_t first = 0;
        for (const Stretch& stretch : text_.stretches) {
            set_stretch(stretch);
            if (first == 0) first = out_.lines.size();
        }
        return first;
    }

    /// What something beside the paragraph takes from line `line`.
    [[nodiscard]] Pt taken_beside(std::size_t line) const {
        return line < beside_.lines ? beside_.width : Pt{};
    }

    /// Where line `line` stands, and how wide it is. `turned` marks lines that go on with a
    /// line of preformatted text.
    [[nodiscard]] LineRoom room_of(std::size_t line, bool turned) const {
        LineRoom room{Pt{}, measure_ - taken_beside(line), turned};
        if (line == 0) {
            room.left = indent_;
            room.measure -= indent_ + aside_.room();
        }
        if (turned) {
            room.left = std::min(kTurnIndent.at(options_.em), room.measure / 4);
            room.measure -= room.left;
        }
        return room;
    }

    /// Lines beside something are broken first, at their own measure; the rest then at its.
    void set_stretch(Stretch stretch) {
        if (stretch.begin == stretch.end) {
            out_.lines.push_back(empty_line());
            out_.lines.back().blank = true;
            return;
        }
        const bool turns = options_.fill == Fill::Greedy;
        for (bool turned = false; stretch.begin < stretch.end; turned = turns) {
            const std::size_t line = out_.lines.size();
            const std::size_t most = line < beside_.lines ? beside_.lines - line : SIZE_MAX;
            options_.first_measure = room_of(line, turned).measure;
            options_.measure = measure_ - taken_beside(line);
            if (turns) options_.measure -= room_of(line + 1, true).left;
            stretch.begin = set_part(stretch, most, turned);
        }
    }

    /// Sets at most `most` lines of a stretch; returns the item where the next one begins.
    std::uint32_t set_part(const Stretch& stretch, std::size_t most, bool turned) {
        BrokenStretch broken = break_stretch(stretch, false);
        if (broken.lines.size() > 1 && squeeze_onto_one_line(stretch)) {
            return stretch.end;
        }
        const bool bad = std::any_of(broken.lines.begin(), broken.lines.end(),
                                     [](const BrokenLine& line) { return line.loose; });
        // Only when nothing is good: hyphens, long tokens (TYPOGRAPHY §9).
        if (bad && has_second_pass(stretch)) {
            broken = {};
            broken = break_stretch(stretch, true);
        }
        for (const BrokenLine& line : broken.lines) {
            if (most-- == 0) return broken.points[line.from].place.item;
            const bool last = line.to + 1 == broken.points.size();
            const bool turns = turned || (options_.fill == Fill::Greedy && line.from > 0);
            set_line_of(broken.points[line.from], broken.points[line.to], line.hung, last,
                        room_of(out_.lines.size(), turns));
        }
        return stretch.end;
    }

    [[nodiscard]] bool has_second_pass(const Stretch& stretch) const {
        if (options_.fill == Fill::Greedy) return false;
        return std::any_of(text_.before.begin() + stretch.begin,
                           text_.before.begin() + stretch.end, [](const auto& opportunity) {
                               return opportunity.kind == BreakOpportunity::Kind::SecondPass;
                           });
    }

    /// Ragged text that is wider than one line by an em at most is set on it when narrower gaps
    /// and word spaces are enough (TYPOGRAPHY §8).
    bool squeeze_onto_one_line(const Stretch& stretch) {
        if (options_.fill != Fill::Ragged && options_.fill != Fill::Balanced) return false;
        NaturalLine line = natural_line(text_, stretch.begin, stretch.end);
        const Pt excess = line.width - options_.first_measure;
        if (excess > options_.em) return false;
        const Sums sums = line.to.end - line.from.start;
        const auto offered = [&](ShrinkLevel level) {
            return sums.shrink[static_cast<std::size_t>(level)];
        };
        if (offered(ShrinkLevel::WordSpace) + offered(ShrinkLevel::Gap) < excess) return false;
        for (std::size_t k = 0; k < kShrinkLevels; ++k) {
            const auto level = static_cast<ShrinkLevel>(k);
            if (level == ShrinkLevel::WordSpace || level == ShrinkLevel::Gap) continue;
            line.to.end.shrink[k] = line.from.start.shrink[k];
        }
        const Fill fill = options_.fill;
        options_.fill = Fill::Justified;
        set_line_of(line.from, line.to, false, true, room_of(out_.lines.size(), false));
        options_.fill = fill;
        return true;
    }

    BrokenStretch break_stretch(const Stretch& stretch, bool second_pass) {
        PlaceOptions places;
        places.second_pass = second_pass;
        places.anywhere = options_.fill == Fill::Greedy;
        places.measure = options_.measure;
        places.first_measure = options_.first_measure;
        places.shrinks = options_.fill == Fill::Justified;
        BrokenStretch broken;
        broken.points = measure_places(
            text_.items,
            find_places(text_.items, text_.before, stretch.begin, stretch.end, places));
        for (BreakPoint& point : broken.points) {
            if (!point.place.hyphen) continue;
            point.hyphen = hyphen_width(hyphen_of(context_, text_, point.place.item - 1));
        }
        broken.lines = break_lines(broken.points, options_);
        return broken;
    }

    [[nodiscard]] Line empty_line() const {
        Line line;
        line.frame.size = {measure_, paragraph_.style.leading};
        line.frame.baseline = baseline_of(paragraph_.style);
        return line;
    }

    /// Grows the line for images taller than its part above the baseline.
    void make_room(const InlineText& inline_text, const SetLine& set, Frame& frame) const {
        Pt tallest;
        for (const SetItem& item : set.items) {
            const Cluster& cluster = inline_text.shaped.clusters[item.item];
            if (cluster.run != kObjectRun) continue;
            tallest = std::max(tallest, inline_text.text.objects[cluster.glyph].size.height);
        }
        if (tallest <= frame.baseline) return;
        frame.size.height += tallest - frame.baseline;
        frame.baseline = tallest;
    }

    /// The width by which a line is placed: lines of preformatted text are placed as one, so
    /// that what is aligned in them stays so.
    [[nodiscard]] Pt shared_width(Pt width, Pt measure) const {
        if (!paragraph_.style.preformatted || paragraph_.style.align == styles::Align::Start)
            return width;
        return std::min(widest_stretch(text_), measure);
    }

    /// Where a line of `width` stands; an indent is at the side where lines begin.
    [[nodiscard]] Pt left_of(Pt measure, Pt width, Pt indent) const {
        const bool mirrored = text_.text.right_to_left;
        const Pt left = mirrored ? Pt{} : indent;
        switch (paragraph_.style.align) {
            case styles::Align::Center:
                return left + (measure - width) / 2;
            case styles::Align::End:
                return left + (mirrored ? Pt{} : measure - width);
            case styles::Align::Start:
            case styles::Align::Justify:
                return left + (mirrored ? measure - width : Pt{});
        }
        return left;
    }

    void set_line_of(const BreakPoint& from, const BreakPoint& to, bool hung, bool last,
                     const LineRoom& room) {
        const bool stretches = options_.fill == Fill::Justified && !last;
        const SetLine set =
            set_line(text_.items, from, to, room.measure, options_, stretches, hung);
        Line line = empty_line();
        make_room(text_, set, line.frame);
        LinePlacement placement;
        placement.number = static_cast<std::uint32_t>(out_.lines.size());
        const Pt width = set.width + to.hyphen - (hung ? to.hang : Pt{});
        placement.origin = {left_of(room.measure, shared_width(width, room.measure), room.left),
                            line.frame.baseline};
        if (room.turned) {
            const StyleSpan& span = text_.text.spans[span_of(text_, from.place.item)];
            const styles::TextStyle& style = context_.document[span.style];
            add_turn(line.frame, style.size, style.color);
        }
        if (to.place.hyphen && to.hyphen > Pt{}) {
            placement.hyphen = &hyphen_of(context_, text_, to.place.item - 1);
        }
        text_end_ = placement.origin.x + width;
        place_line(context_, text_, registration_, set, placement, line.frame);
        if (set.overfull > Pt{}) report_overfull(from, to, set.overfull, line);
        out_.lines.push_back(std::move(line));
    }

    void report_overfull(const BreakPoint& from, const BreakPoint& to, Pt amount, Line& line) {
        line.overfull = true;
        const std::vector<Cluster>& clusters = text_.shaped.clusters;
        context_.diagnostics.warning(
            "overfull-line",
            source_span(text_.text, clusters[from.place.item].begin, clusters[to.last - 1].end),
            "line is " + format_short(amount, 1) + " pt wider than the " +
                format_short(options_.measure, 1) + " pt it has",
            "shorten the text or make room for it");
    }

    Context& context_;
    const styles::Paragraph& paragraph_;
    Pt measure_;
    TagId tag_;
    Beside beside_;
    Aside aside_;
    BreakOptions options_;
    InlineText text_;
    Registration registration_;
    Pt indent_;
    Pt text_end_;  ///< right edge of the text's last line
    LineSet out_;
};

}  // namespace

Pt baseline_of(const styles::ParagraphStyle& style) {
    return (style.leading - style.size) / 2 + kAscent.at(style.size);
}

LineSet set_paragraph(Context& context, const styles::Paragraph& paragraph, Pt measure,
                      TagId tag, Beside beside) {
    LineCache* cache = context.lines;
    if (!cache) return ParagraphSetter(context, paragraph, measure, tag, beside).run();
    if (auto known = cache->find(paragraph, measure, beside)) return std::move(*known);
    LineSet set = ParagraphSetter(context, paragraph, measure, tag, beside).run();
    cache->add(context, paragraph, measure, beside, set);
    return set;
}

}  // namespace cvtex::layout
