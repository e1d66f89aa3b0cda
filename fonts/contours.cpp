#include "fonts/contours.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace cvtex::fonts {
namespace {

constexpr double kMaxCoordinate = 16000;
/// Finding the nearest contour looks at all points for each contour: only drawings are larger.
constexpr std::size_t kMaxLookups = 200'000;

std::int64_t on_grid(double value) {
    if (std::isnan(value)) return 0;
    return std::llround(std::clamp(value, -kMaxCoordinate, kMaxCoordinate) * kGridUnit);
}

/// Operands of a move or a line: a zero is left out.
int way_cost(GridPoint from, GridPoint to) {
    const std::int64_t dx = to.x - from.x, dy = to.y - from.y;
    if (dx == 0 || dy == 0) return operand_cost(dx + dy);
    return operand_cost(dx) + operand_cost(dy);
}

/// Whether `b` is on the straight way from `a` to `c`. The clamped differences have 32 bits, so
/// that products fit.
bool between(GridPoint a, GridPoint b, GridPoint c) {
    const auto within = [](std::int64_t x, std::int64_t y, std::int64_t z) {
        return std::min(x, z) <= y && y <= std::max(x, z);
    };
    return (b.x - a.x) * (c.y - a.y) == (b.y - a.y) * (c.x - a.x) && within(a.x, b.x, c.x) &&
           within(a.y, b.y, c.y);
}

/// A contour under construction.
class OpenContour {
public:
    void move(GridPoint to) { start_ = pen_ = to; }

    /// A line; it becomes part of the one before it where that goes the same way.
    void line(GridPoint to) {
        if (to == pen_) return;
        if (!segments_.empty() && !segments_.back().curve && between(before_, pen_, to)) {
            segments_.back().to = pen_ = to;
        } else {
            add({false, {}, {}, to});
        }
    }

    void curve(GridPoint c1, GridPoint c2, GridPoint to) {
        const bool straight = between(pen_, c1, to) && between(pen_, c2, to);
        if (straight) return line(to);
        add({true, c1, c2, to});
    }

    /// Closes the path with a line, and keeps it if it has any length.
    void close(std::vector<Contour>& out) {
        if (segments_.empty()) return;
        line(start_);
        // Where the path started on a straight line, that point goes too.
        const bool goes_on = segments_.size() > 2 && !segments_.back().curve &&
                             !segments_.front().curve &&
                             between(before_, start_, segments_.front().to);
        if (goes_on) segments_.pop_back();
        out.push_back({std::move(segments_)});
        segments_.clear();
        pen_ = start_;
    }

private:
    void add(const PathSegment& segment) {
        segments_.push_back(segment);
        before_ = pen_;
        pen_ = segment.to;
    }

    std::vector<PathSegment> segments_;
    GridPoint start_, before_, pen_;  ///< `before_`: where the last segment begins
};

/// A line that is not stated often saves its operator, too.
constexpr int kLineOperator = 8;
/// A contour that begins with a curve: its lines stay together.
constexpr int kCurveFirst = 2;

/// A contour, and for each segment that it may start with, what that saves: the line that
/// closes it then need not be stated.
struct Candidate {
    std::size_t contour = 0;
    std::vector<int> saved;
};

Candidate weigh(const Contour& contour, std::size_t index) {
    const auto& segments = contour.segments;
    const std::size_t count = segments.size();
    Candidate out{index, std::vector<int>(count)};
    const PathSegment* last = &segments.back();
    GridPoint before = segments[(2 * count - 2) % count].to;
    for (std::size_t i = 0; i < count; ++i) {
        if (!last->curve) out.saved[i] = way_cost(before, last->to) + kLineOperator;
        if (segments[i].curve) out.saved[i] += kCurveFirst;
        before = last->to;
        last = &segments[i];
    }
    return out;
}

struct Start {
    std::size_t candidate = 0, segment = 0;
    int cost = INT32_MAX;
};

/// The cheapest start among `candidates`: the way there, less what is saved.
Start cheapest_start(const std::vector<Contour>& contours,
                     std::span<const Candidate> candidates, GridPoint pen) {
    Start best;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const auto& segments = contours[candidates[c].contour].segments;
        GridPoint start = segments.back().to;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const int cost = way_cost(pen, start) - candidates[c].saved[i];
            if (cost < best.cost) best = {c, i, cost};
            start = segments[i].to;
        }
    }
    return best;
}

}  // namespace

std::vector<Contour> closed_contours(const Outline& outline) {
    std::vector<Contour> out;
    OpenContour open;
    for (const PathCommand& command : outline) {
        const GridPoint to{on_grid(command.x), on_grid(command.y)};
        switch (command.verb) {
            case PathCommand::Verb::Move:
                open.close(out);
                open.move(to);
                break;
            case PathCommand::Verb::Line:
                open.line(to);
                break;
            case PathCommand::Verb::Cubic:
                open.curve({on_grid(command.x1), on_grid(command.y1)},
                           {on_grid(command.x2), on_grid(command.y2)}, to);
                break;
            case PathCommand::Verb::Close:
                open.close(out);
                break;
        }
    }
    open.close(out);
    return out;
}

GridPoint Contour::end() const {
    if (segments.back().curve || segments.size() < 2) return start();
    return segments[segments.size() - 2].to;
}

void arrange(std::vector<Contour>& contours) {
    std::vector<Candidate> candidates;
    std::size_t segments = 0;
    for (std::size_t i = 0; i < contours.size(); ++i) {
        candidates.push_back(weigh(contours[i], i));
        segments += contours[i].segments.size();
    }
    const bool any_order = segments * contours.size() <= kMaxLookups;
    std::vector<Contour> out;
    out.reserve(contours.size());
    GridPoint pen;
    for (std::size_t done = 0; done < candidates.size(); ++done) {
        const std::span open = std::span(candidates).subspan(done);
        const Start best = cheapest_start(contours, any_order ? open : open.first(1), pen);
        std::swap(open.front(), open[best.candidate]);
        Contour& chosen = out.emplace_back(std::move(contours[open.front().contour]));
        std::rotate(chosen.segments.begin(),
                    chosen.segments.begin() + static_cast<std::ptrdiff_t>(best.segment),
                    chosen.segments.end());
        pen = chosen.end();
    }
    contours = std::move(out);
}

}  // namespace cvtex::fonts
