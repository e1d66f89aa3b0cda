#include "layout/paragraph.hpp"

#include <algorithm>

#include "layout/inline_text.hpp"
#include "layout/justify.hpp"
#include "layout/leader.hpp"
#include "layout/line_cache.hpp"
#include "layout/place_line.hpp"

namespace cvtex::layout {
namespace {

/// Where the Han em box stands in a line: centred in the leading, .88 em above the baseline
/// (TYPOGRAPHY §11), so that every line of a leading has the same baseline whatever fonts are
/// on it.
constexpr Em kAscent = Em::raw(Em::kOne * 88 / 100);
/// Least room between first-line text and what stands flush right on that line.
constexpr Em kAsideGap = Em::raw(Em::kOne);
/// An aside that leaves less than this part of the measure to the text gets its own line.
constexpr std::int64_t kTextShare = 3;

/// Lines that go on with a line of code stand in by this much, behind an arrow.
constexpr Em kTurnIndent = Em::raw(Em::kOne * 5 / 4);
constexpr Em kTurnSize = Em::raw(Em::kOne * 6 / 10);
constexpr std::int64_t kTurnStrokeDivisor = 9;

/// Halfway to white: for signs that need not be read.
Color faint(Color color) {
    const auto half = [](std::uint8_t part) {
        return static_cast<std::uint8_t>((part + 255) / 2);
    };
    return {half(color.red), half(color.green), half(color.blue)};
}

Fill fill_of(const styles::Paragraph& paragraph) {
    if (paragraph.style.preformatted) return Fill::Greedy;
    if (paragraph.style.align == styles::Align::Justify && paragraph.heading_level == 0) {
        return Fill::Justified;
    }
    const bool balanced =
        paragraph.heading_level > 0 || paragraph.style.align == styles::Align::Center;
    return balanced ? Fill::Balanced : Fill::Ragged;
}

/// Text set on one line at its natural width: asides, measuring.
struct NaturalLine {
    BreakPoint from, to;
    Pt width;
};

NaturalLine natural_line(const InlineText& inline_text, std::uint32_t begin,
                         std::uint32_t end) {
    const std::vector<BreakPlace> places = {{begin, 0, false}, {end, 0, false}};
    const std::vector<BreakPoint> points = measure_places(inline_text.items, places);
    NaturalLine line{points.front(), points.back(), {}};
    if (line.to.last > begin) line.width = (line.to.end - line.from.start).width;
    return line;
}

Pt widest_stretch(const InlineText& inline_text) {
    Pt width;
    for (const Stretch& stretch : inline_text.stretches) {
        width = std::max(width, natural_line(inline_text, stretch.begin, stretch.end).width);
    }
    return width;
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
          beside_(beside) {
        options_.em = paragraph.style.size;
        options_.fill = fill_of(paragraph);
        options_.fewest_lines = paragraph.style.fewest_lines;
    }

    LineSet run() {
        text_ = prepare_inline(context_, paragraph_.content, paragraph_.style, measure_);
        aside_ = prepare_inline(context_, paragraph_.aside, paragraph_.style, measure_);
        aside_line_ = natural_line(aside_, 0, static_cast<std::uint32_t>(aside_.items.size()));
        report_missing_glyphs(context_, text_.text, text_.shaped);
        report_missing_glyphs(context_, aside_.text, aside_.shaped);
        const bool has_aside = !aside_.items.empty();
        // An indent wider than the column would leave its first line nothing.
        const Pt full = measure_ - taken_beside(0);
        indent_ = std::min(paragraph_.style.indent, full / 2);
        in_column_ = has_aside && paragraph_.aside_column &&
                     aside_line_.width <= *paragraph_.aside_column;
        const Pt taken =
            has_aside && !in_column_ ? aside_line_.width + kAsideGap.at(options_.em) : Pt{};
        aside_beside_ = has_aside && (full - indent_ - taken) * kTextShare >= full;
        aside_room_ = aside_beside_ ? taken : Pt{};
        if (!text_.text.characters.empty()) set_text();
        if (has_aside) set_aside();
        out_.natural_width = widest_stretch(text_) + indent_ + taken;
        return std::move(out_);
    }

private:
    void set_text() {
        registration_ = register_text(context_, text_.text, tag_, measure_);
        for (const Stretch& stretch : text_.stretches) set_stretch(stretch);
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
            room.measure -= indent_ + aside_room_;
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
            return;
        }
        const bool turns = options_.fill == Fill::Greedy;
        for (bool turned = false; stretch.begin < stretch.end; turned = turns) {
            const std::size_t line = out_.lines.size();
            const std::size_t most =
                line < beside_.lines ? beside_.lines - line : SIZE_MAX;
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
        set_line_of(line.from, line.to, false, true,
                    room_of(out_.lines.size(), false));
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
        const SetLine set = set_line(text_.items, from, to, room.measure, options_, stretches, hung);
        Line line = empty_line();
        make_room(text_, set, line.frame);
        LinePlacement placement;
        placement.number = static_cast<std::uint32_t>(out_.lines.size());
        const Pt width = set.width + to.hyphen - (hung ? to.hang : Pt{});
        placement.origin = {left_of(room.measure, width, room.left), line.frame.baseline};
        if (room.turned) {
            const StyleSpan& span = text_.text.spans[span_of(text_, from.place.item)];
            mark_turn(context_.document[span.style], line.frame);
        }
        if (to.place.hyphen && to.hyphen > Pt{}) {
            placement.hyphen = &hyphen_of(context_, text_, to.place.item - 1);
        }
        text_end_ = placement.origin.x + width;
        place_line(context_, text_, registration_, set, placement, line.frame);
        if (set.overfull > Pt{}) report_overfull(from, to, set.overfull, line);
        out_.lines.push_back(std::move(line));
    }

    /// The arrow that tells a line break of ours from one of the code: an artifact.
    void mark_turn(const styles::TextStyle& style, Frame& frame) const {
        const Pt size = kTurnSize.at(style.size);
        frame.push({kTurnSize.at(style.size) / 4, frame.baseline - size}, TagId{},
                   ShapeItem{ShapeKind::Turn,
                             {size, size},
                             faint(style.color),
                             size / kTurnStrokeDivisor});
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

    /// An aside wider than the column is broken into lines of its own, flush right.
    void set_long_aside() {
        styles::Paragraph own;
        own.style = paragraph_.style;
        own.style.align = styles::Align::End;
        own.style.indent = {};
        own.content = paragraph_.aside;
        for (Line& line : set_paragraph(context_, own, measure_, tag_).lines) {
            out_.lines.push_back(std::move(line));
        }
    }

    /// Flush right on the first line, or on a line of its own when that would squeeze the text.
    void set_aside() {
        if (aside_line_.width > measure_) return set_long_aside();
        Registration registration = register_text(context_, aside_.text, tag_, measure_);
        const bool own_line = !aside_beside_ || out_.lines.empty();
        if (own_line) out_.lines.push_back(empty_line());
        Frame& frame = own_line ? out_.lines.back().frame : out_.lines.front().frame;
        BreakOptions options = options_;
        options.fill = Fill::Ragged;
        const SetLine set = set_line(aside_.items, aside_line_.from, aside_line_.to,
                                     aside_line_.width, options, false, false);
        LinePlacement placement;
        const Pt right = measure_ - taken_beside(own_line ? out_.lines.size() - 1 : 0);
        const Pt x = in_column_ ? -*paragraph_.aside_column : std::max(Pt{}, right - set.width);
        if (paragraph_.leader && out_.lines.size() == 1) {
            add_leader(frame, text_end_, x, options_.em, leader_color());
        }
        placement.origin = {x, frame.baseline};
        place_line(context_, aside_, registration, set, placement, frame);
    }

    /// As quiet as signs that need not be read.
    [[nodiscard]] Color leader_color() const {
        for (const styles::InlineItem& item : paragraph_.aside) {
            const auto* run = std::get_if<styles::TextRun>(&item);
            if (run) return faint(context_.document[run->style].color);
        }
        return {};
    }

    Context& context_;
    const styles::Paragraph& paragraph_;
    Pt measure_;
    TagId tag_;
    Beside beside_;
    BreakOptions options_;
    InlineText text_, aside_;
    NaturalLine aside_line_;
    Registration registration_;
    Pt indent_;
    bool aside_beside_ = false;
    bool in_column_ = false;  ///< the aside stands left of the text
    Pt text_end_;             ///< right edge of the text's last line
    Pt aside_room_;  ///< that the aside takes from the first line
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

namespace {

ContentWidths find_widths(Context& context, const styles::Paragraph& paragraph) {
    // Wide enough for any image; page layout caps it again.
    const Pt page = context.document.page.size.width;
    const InlineText text = prepare_inline(context, paragraph.content, paragraph.style, page);
    const InlineText aside = prepare_inline(context, paragraph.aside, paragraph.style, page);
    ContentWidths widths;
    const Pt indent = paragraph.style.indent;
    widths.natural = widest_stretch(text) + indent;
    PlaceOptions options;
    options.anywhere = paragraph.style.preformatted;
    // Nothing is opened in need here: the widest piece is what is asked for.
    options.measure = options.first_measure = Pt::raw(INT64_MAX / 4);
    for (const Stretch& stretch : text.stretches) {
        const std::vector<BreakPoint> points = measure_places(
            text.items,
            find_places(text.items, text.before, stretch.begin, stretch.end, options));
        for (std::size_t i = 1; i < points.size(); ++i) {
            widths.minimum =
                std::max(widths.minimum, (points[i].end - points[i - 1].start).width);
        }
    }
    if (!aside.items.empty()) {
        const Pt width = widest_stretch(aside);
        widths.natural += width + kAsideGap.at(paragraph.style.size);
        widths.minimum = std::max(widths.minimum, width);
    }
    return widths;
}

}  // namespace

ContentWidths measure_paragraph(Context& context, const styles::Paragraph& paragraph) {
    LineCache* cache = context.lines;
    if (!cache) return find_widths(context, paragraph);
    if (const auto known = cache->find_widths(paragraph)) return *known;
    const ContentWidths widths = find_widths(context, paragraph);
    cache->add_widths(paragraph, widths);
    return widths;
}

}  // namespace cvtex::layout
