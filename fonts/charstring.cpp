#include "fonts/charstring.hpp"

#include <algorithm>
#include <array>
#include <span>

// A path operator takes as many segments of its kind as the stack holds, and some leave out
// zeros: hlineto takes lines that turn at right angles, hvcurveto curves that begin and end
// along the axes. Which segments share an operator is decided by total cost: for each number of
// segments and each operator that may be open behind them, the least that leads there costs.

namespace cvtex::fonts {
namespace {

/// Operands that the stack holds (appendix B).
constexpr int kMaxOperands = 48;

/// A segment by its differences: dx dy, or those of both control points and the end.
struct Step {
    bool curve = false;
    std::array<std::int64_t, 6> d{};
};

/// The operator that is open, and what it takes next.
enum Open : unsigned char {
    kLines,     // rlineto
    kHLine,     // hlineto or vlineto; a horizontal line comes next
    kVLine,     // a vertical one
    kCurves,    // rrcurveto
    kHHCurves,  // hhcurveto
    kVVCurves,  // vvcurveto
    kHCurve,    // hvcurveto or vhcurveto; a curve that begins horizontally comes next
    kVCurve,    // one that begins vertically
    kClosed,    // nothing
    kOpenCount,
};

/// The cheapest way to write some segments such that an operator is left open.
struct Way {
    int cost = INT32_MAX / 2;  ///< as `operand_cost` counts
    int operands = 0;
    Open before = kClosed;
    bool begins = false;  ///< the last segment has begun an operator
};

using Ways = std::array<Way, kOpenCount>;

Open cheapest(const Ways& ways) {
    const auto found = std::min_element(
        ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.cost < b.cost; });
    return static_cast<Open>(found - ways.begin());
}

/// Extends the ways behind some segments by one segment.
class Extension {
public:
    Extension(const Ways& from, const Step& step, Ways& out)
        : from_(from), best_(cheapest(from)), d_(step.d), ways_(out) {
        for (std::size_t i = 0; i < (step.curve ? 6U : 2U); ++i)
            costs_[i] = operand_cost(step.d[i]);
        if (step.curve) {
            curve();
        } else {
            line();
        }
    }

private:
    void line() {
        const int both = cost({0, 1});
        go_on(kLines, kLines, 2, both);
        begin(kLines, 2, both);
        go_on(kCurves, kClosed, 2, both);
        if (d_[1] == 0) {
            go_on(kHLine, kVLine, 1, cost({0}));
            begin(kVLine, 1, cost({0}));
        }
        if (d_[0] == 0) {
            go_on(kVLine, kHLine, 1, cost({1}));
            begin(kHLine, 1, cost({1}));
        }
    }

    void curve() {
        const int all = cost({0, 1, 2, 3, 4, 5});
        go_on(kCurves, kCurves, 6, all);
        begin(kCurves, 6, all);
        go_on(kLines, kClosed, 6, all);
        along(kHHCurves, 0, 1, 4, 5);
        along(kVVCurves, 1, 0, 5, 4);
        across(kHCurve, kVCurve, 0, 1, 5, 4);
        across(kVCurve, kHCurve, 1, 0, 4, 5);
    }

    /// A curve that ends along the axis of its difference `end`; only the first of an operator
    /// may begin off it.
    void along(Open open, int start, int off_start, int end, int off_end) {
        if (at(off_end) != 0) return;
        const int needed = cost({start, 2, 3, end});
        if (at(off_start) == 0) {
            go_on(open, open, 4, needed);
            begin(open, 4, needed);
        } else {
            begin(open, 5, needed + cost({off_start}));
        }
    }

    /// A curve that begins along one axis and ends along the other; only the last of an
    /// operator may end off it.
    void across(Open open, Open next, int start, int off_start, int end, int off_end) {
        if (at(off_start) != 0) return;
        const bool ends = at(off_end) != 0;
        const int needed = cost({start, 2, 3, end}) + (ends ? cost({off_end}) : 0);
        go_on(open, ends ? kClosed : next, ends ? 5 : 4, needed);
        begin(ends ? kClosed : next, ends ? 5 : 4, needed);
    }

    void go_on(Open open, Open next, int operands, int needed) {
        const Way& way = from_[open];
        if (way.operands + operands > kMaxOperands) return;
        offer(next, {way.cost + needed, way.operands + operands, open, false});
    }

    void begin(Open next, int operands, int needed) {
        offer(next, {from_[best_].cost + needed + kOperatorCost, operands, best_, true});
    }

    void offer(Open next, const Way& way) {
        if (way.cost < ways_[next].cost) ways_[next] = way;
    }

    [[nodiscard]] std::int64_t at(int index) const {
        return d_[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] int cost(std::initializer_list<int> differences) const {
        int sum = 0;
        for (const int index : differences) sum += costs_[static_cast<std::size_t>(index)];
        return sum;
    }

    const Ways& from_;
    Open best_;
    const std::array<std::int64_t, 6>& d_;
    std::array<int, 6> costs_{};  ///< of the differences as operands
    Ways& ways_;
};

// ---- writing ------------------------------------------------------------------------------

/// The operator of segments of which the first leaves `open` behind.
CharstringOperator operator_of(std::span<const Step> steps, Open open) {
    const bool curve = steps.front().curve;
    if (steps.back().curve != curve) return curve ? kRCurveLine : kRLineCurve;
    switch (open) {
        case kLines:
            return kRLineTo;
        case kVLine:
            return kHLineTo;
        case kHLine:
            return kVLineTo;
        case kCurves:
            return kRRCurveTo;
        case kHHCurves:
            return kHHCurveTo;
        case kVVCurves:
            return kVVCurveTo;
        case kVCurve:
            return kHVCurveTo;
        case kHCurve:
            return kVHCurveTo;
        default:  // a single curve that ends off the axis
            return steps.front().d[1] == 0 ? kHVCurveTo : kVHCurveTo;
    }
}

void append_all(std::string& out, const Step& step) {
    for (std::size_t i = 0; i < (step.curve ? 6U : 2U); ++i) append_operand(out, step.d[i]);
}

/// hhcurveto or vvcurveto.
void append_along(std::string& out, std::span<const Step> steps, bool horizontal) {
    const std::size_t axis = horizontal ? 0 : 1;
    if (steps.front().d[1 - axis] != 0) append_operand(out, steps.front().d[1 - axis]);
    for (const Step& step : steps) {
        for (const std::size_t i : {axis, std::size_t{2}, std::size_t{3}, 4 + axis})
            append_operand(out, step.d[i]);
    }
}

/// Lines or curves that change between the axes.
void append_across(std::string& out, std::span<const Step> steps, bool horizontal) {
    for (std::size_t k = 0; k < steps.size(); ++k, horizontal = !horizontal) {
        const auto& d = steps[k].d;
        append_operand(out, d[horizontal ? 0 : 1]);
        if (!steps[k].curve) continue;
        append_operand(out, d[2]);
        append_operand(out, d[3]);
        append_operand(out, d[horizontal ? 5 : 4]);
        const std::int64_t off = d[horizontal ? 4 : 5];
        if (k + 1 == steps.size() && off != 0) append_operand(out, off);
    }
}

void append_steps(std::string& out, std::span<const Step> steps, Open open) {
    const CharstringOperator op = operator_of(steps, open);
    if (op == kHHCurveTo || op == kVVCurveTo) {
        append_along(out, steps, op == kHHCurveTo);
    } else if (op == kHLineTo || op == kVLineTo || op == kHVCurveTo || op == kVHCurveTo) {
        append_across(out, steps, op == kHLineTo || op == kHVCurveTo);
    } else {
        for (const Step& step : steps) append_all(out, step);
    }
    out += static_cast<char>(op);
}

void append_path(std::string& out, std::span<const Step> steps) {
    std::vector<Ways> ways(steps.size() + 1);
    ways[0][kClosed].cost = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) Extension(ways[i], steps[i], ways[i + 1]);
    // Back from the end: which operator is open behind each segment, and which ones begin one.
    std::vector<Open> open(steps.size() + 1);
    std::vector<std::size_t> begins{steps.size()};
    open.back() = cheapest(ways.back());
    for (std::size_t i = steps.size(); i > 0; --i) {
        const Way& way = ways[i][open[i]];
        if (way.begins) begins.push_back(i - 1);
        open[i - 1] = way.before;
    }
    for (std::size_t k = begins.size() - 1; k > 0; --k) {
        append_steps(out, steps.subspan(begins[k], begins[k - 1] - begins[k]),
                     open[begins[k] + 1]);
    }
}

/// The segments to state: a line that closes the contour is implied (4.1).
std::vector<Step> steps_of(const Contour& contour) {
    std::vector<Step> steps;
    steps.reserve(contour.segments.size());
    GridPoint pen = contour.start();
    const std::size_t count = contour.segments.size() - (contour.segments.back().curve ? 0 : 1);
    for (std::size_t i = 0; i < count; ++i) {
        const PathSegment& segment = contour.segments[i];
        Step& step = steps.emplace_back();
        step.curve = segment.curve;
        if (segment.curve) {
            const auto& [curve, c1, c2, to] = segment;
            step.d = {c1.x - pen.x, c1.y - pen.y, c2.x - c1.x,
                      c2.y - c1.y,  to.x - c2.x,  to.y - c2.y};
        } else {
            step.d = {segment.to.x - pen.x, segment.to.y - pen.y};
        }
        pen = segment.to;
    }
    return steps;
}

}  // namespace

void append_operand(std::string& out, std::int64_t grid_units) {
    std::array<char, 5> bytes{};
    std::size_t count = 0;
    const auto byte = [&](std::int64_t value) {
        bytes[count++] = static_cast<char>(value & 0xFF);
    };
    const std::int64_t value = grid_units / kGridUnit;
    if (grid_units % kGridUnit != 0) {
        byte(255);
        for (int shift = 24; shift >= 0; shift -= 8) byte(grid_units >> shift);
    } else if (value >= -107 && value <= 107) {
        byte(value + 139);
    } else if (value >= 108 && value <= 1131) {
        byte(247 + ((value - 108) >> 8));
        byte(value - 108);
    } else if (value >= -1131 && value <= -108) {
        byte(251 + ((-value - 108) >> 8));
        byte(-value - 108);
    } else {
        byte(28);
        byte(value >> 8);
        byte(value);
    }
    out.append(bytes.data(), count);
}

void append_move(std::string& out, std::int64_t dx, std::int64_t dy) {
    if (dx != 0 || dy == 0) append_operand(out, dx);
    if (dy != 0) append_operand(out, dy);
    out += static_cast<char>(dy == 0 ? kHMoveTo : dx == 0 ? kVMoveTo : kRMoveTo);
}

Charstring encode_outline(const Outline& outline) {
    std::vector<Contour> contours = closed_contours(outline);
    arrange(contours);
    constexpr std::size_t kUsualBytes = 300;
    Charstring out;
    out.operators.reserve(kUsualBytes);
    GridPoint pen;
    for (std::size_t i = 0; i < contours.size(); ++i) {
        const GridPoint start = contours[i].start();
        if (i == 0) {
            out.start = start;
        } else {
            append_move(out.operators, start.x - pen.x, start.y - pen.y);
        }
        append_path(out.operators, steps_of(contours[i]));
        pen = contours[i].end();
    }
    out.operators += static_cast<char>(kEndChar);
    return out;
}

}  // namespace cvtex::fonts
