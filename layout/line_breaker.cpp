// Dynamic programming over break points: the best way to reach point j is the cheapest line
// i..j after the best way to reach i. Sums make a line's width one subtraction. Costs are
// doubles made of +, * and / only, with contraction off: the same on every machine.

#include "layout/line_breaker.hpp"

#include <algorithm>
#include <limits>

#include "layout/push_in.hpp"

namespace cvtex::layout {
namespace {

/// Weights of TYPOGRAPHY §9, checked there on full-width cases: what using up a level costs. A
/// gap of 1/8 em looks worse than one of 1/3 em, so that squeezing gaps (0.4 there) costs more
/// than stretching them.
constexpr std::array<double, kShrinkLevels> kShrinkWeight = {0.1, 0.1, 0.2, 0.3, 0.8, 1.0};
constexpr std::array<double, kGlueKinds> kStretchWeight = {0.3, 0.6, 4.0};
/// Beyond the soft limits: 10·q² + 5, q in quarter em a boundary.
constexpr double kExcessSquare = 10.0;
constexpr double kExcessBase = 5.0;
/// The least such a line costs, as `demerits` has it.
constexpr double kBeyondLimits = (1.0 + 100.0 * kExcessBase) * (1.0 + 100.0 * kExcessBase);
constexpr double kWorstBadness = 10000.0;  // keeps sums of demerits exact enough to compare

constexpr double kOverfull = 1e13;  // above any number of badly stretched lines
/// Two hyphens in a row, and the rest of a word alone on the last line, are for want of any
/// other way (TYPOGRAPHY §7: never): dearer than a line stretched as far as can be rated.
constexpr double kBadHyphen = 2e12;
/// Fewer than two letters on the last line (CLREQ 3.4.4): worse than any line but one that is
/// hardly set any more, stretched by more than an em a boundary.
constexpr double kOrphan = 3e8;
/// Pushing out what could be squeezed in: dearer than using up all blanks of marks, and not so
/// dear that several other lines are stretched to avoid it.
constexpr double kPushOut = 9000.0;
/// What 。？！ give for that costs no more than what ， gives.
constexpr double kPushedInStop = 0.3;
constexpr double kShortLast = 300.0;  // a last line below two em, of Latin words below four
constexpr std::int64_t kShortHan = 2, kShortLatin = 4;  // em
constexpr double kFitnessJump = 100.0;                  // a tight line beside a loose one

/// A ragged line a quarter of the measure short costs as much as a fairly squeezed one.
constexpr double kRaggedWeight = 8.0;

/// Balanced lines end behind a mark or a space rather than inside a phrase: a heading's second
/// line may be shorter by a quarter of the measure for that.
constexpr double kInsidePhrase = 20000.0;

/// What a line is worth where lines are to be saved: several lines whose marks give nearly all
/// their blanks, but none that is stretched beyond the limits.
constexpr double kSavedLine = 200000.0;

/// Stretching Han boundaries by more than this is beyond the soft limit (§6 stretch 3).
constexpr std::int64_t kHanStretchDivisor = 4;
/// Preformatted text is wrapped between words where that fills this part of the line.
constexpr std::int64_t kWrapShare = 3, kWrapDivisor = 5;
/// Most lines tried for one break: bounds hostile text without width, far above any real line.
constexpr std::size_t kMaxWindow = 4000;
/// Inside a token that is too long any line but a nearly full one is worse: few are tried.
constexpr std::size_t kMaxInNeed = 8;

double ratio(Pt part, Pt whole) {
    return whole > Pt{} ? static_cast<double>(part.units()) / static_cast<double>(whole.units())
                        : 0.0;
}

double cubed(double x) {
    return x * x * x;
}

/// What one line costs and how it looks.
struct Rating {
    double badness = 0;
    int fitness = 1;  ///< 0 tight, 1 decent, 2 loose, 3 beyond the limits
    bool loose = false;
};

double excess_quarters(const Adjustment& adjustment, const Sums& sums, Pt em) {
    const Pt beyond = adjustment.excess + adjustment.slack;
    const double slots = std::max(1, sums.excess_slots());
    return ratio(beyond * kHanStretchDivisor, em) / slots;
}

/// One mark may give its whole half em; a line on which several do looks crowded beside its
/// neighbours, and the more so the more is taken. Gaps and word spaces share theirs evenly.
double crowding(std::size_t level, Pt taken, Pt em) {
    const bool marks = level != static_cast<std::size_t>(ShrinkLevel::WordSpace) &&
                       level != static_cast<std::size_t>(ShrinkLevel::Gap);
    return marks ? std::max(1.0, ratio(taken * 2, em)) : 1.0;
}

/// `pushed_in`: the marks give what they do for others that may not start a line; no crowding.
Rating rate_justified(const Adjustment& adjustment, const Sums& sums, Pt em, bool pushed_in) {
    Rating rating;
    for (std::size_t k = 0; k < kShrinkLevels; ++k) {
        if (adjustment.shrink[k] == Pt{}) continue;
        const double used = cubed(ratio(adjustment.shrink[k], sums.shrink[k]));
        if (pushed_in) {
            const bool stop = k == static_cast<std::size_t>(ShrinkLevel::Stop);
            rating.badness += (stop ? kPushedInStop : kShrinkWeight[k]) * used;
        } else {
            rating.badness += kShrinkWeight[k] * used * crowding(k, adjustment.shrink[k], em);
        }
    }
    if (rating.badness >= 0.3) rating.fitness = 0;
    const Pt han_limit = (em / kHanStretchDivisor) * sums.slots[2];
    const std::array<Pt, kGlueKinds> caps = {sums.stretch[0], sums.stretch[1], han_limit};
    for (std::size_t k = 0; k < kGlueKinds; ++k) {
        if (adjustment.stretch[k] == Pt{}) continue;
        const double used = kStretchWeight[k] * cubed(ratio(adjustment.stretch[k], caps[k]));
        rating.badness += used;
        if (used >= 0.5) rating.fitness = 2;
    }
    if (adjustment.excess + adjustment.slack > Pt{}) {
        const double q = excess_quarters(adjustment, sums, em);
        rating.badness += kExcessSquare * q * q + kExcessBase;
        rating.fitness = 3;
        rating.loose = true;
    }
    rating.badness = std::min(rating.badness, kWorstBadness);
    return rating;
}

class Breaker {
public:
    Breaker(std::span<const BreakPoint> points, const BreakOptions& options)
        : points_(points),
          options_(options),
          push_ins_(find_push_ins(points, options)),
          nodes_(points.size()) {
        nodes_[0].cost = 0;
    }

    std::vector<BrokenLine> run() {
        for (std::size_t j = 1; j < points_.size(); ++j) {
            options_.fill == Fill::Greedy ? reach_greedily(j) : reach(j);
            if (nodes_[j].cost == kUnreached) force(j);
        }
        std::vector<BrokenLine> lines;
        for (std::size_t j = points_.size() - 1; j > 0; j = nodes_[j].from) {
            lines.push_back({nodes_[j].from, static_cast<std::uint32_t>(j), nodes_[j].hung,
                             nodes_[j].loose});
        }
        std::reverse(lines.begin(), lines.end());
        return lines;
    }

    /// Walks along `lines` as if there were no others.
    double follow(std::span<const BrokenLine> lines) {
        for (const BrokenLine& line : lines) {
            nodes_[line.to] = {};
            try_lines(line.from, line.to);
        }
        return nodes_.back().cost;
    }

private:
    static constexpr double kUnreached = std::numeric_limits<double>::infinity();

    struct Node {
        double cost = kUnreached;
        std::uint32_t from = 0;
        int fitness = 1;
        bool hung = false;
        bool loose = false;
    };

    [[nodiscard]] bool is_last(std::size_t j) const { return j + 1 == points_.size(); }

    [[nodiscard]] bool is_need(std::size_t i) const {
        return points_[i].place.penalty >= kNeed;
    }

    [[nodiscard]] bool ends_with_mark(std::size_t j) const {
        return points_[j].core < points_[j].end.width;
    }

    /// A space that is left out at the line's end parts phrases as a mark does.
    [[nodiscard]] bool ends_with_space(std::size_t j) const {
        return points_[j].last < points_[j].place.item;
    }

    [[nodiscard]] Pt measure_from(std::size_t i) const {
        return i == 0 ? options_.first_measure : options_.measure;
    }

    [[nodiscard]] bool justifies() const { return options_.fill == Fill::Justified; }

    /// Whether items from point i on can end at point j at all, the hyphen not counted.
    [[nodiscard]] bool can_fit(std::size_t i, std::size_t j, Pt width) const {
        const Pt least = width - points_[j].hang;
        if (least <= measure_from(i)) return true;
        if (!justifies()) return false;
        const Pt shrink = (points_[j].end - points_[i].start).total_shrink();
        return least - shrink <= measure_from(i);
    }

    void reach(std::size_t j) {
        if (j - low_ > kMaxWindow) low_ = j - kMaxWindow;
        std::size_t in_need = 0;
        bool beyond = false;  // lines from i on are stretched beyond the limits
        for (std::size_t i = low_; i < j; ++i) {
            const Pt width = points_[j].end.width - points_[i].start.width;
            if (!can_fit(i, j, width)) {
                // Longer lines only get longer: point i is of no more use.
                if (i == low_) ++low_;
                continue;
            }
            // No line is free: a dearer start cannot lead to a cheaper end.
            const double least = beyond ? kBeyondLimits + line_cost() : 0;
            if (nodes_[i].cost + least < nodes_[j].cost) beyond = try_lines(i, j) || beyond;
            if (is_need(i) && is_need(j)) ++in_need;
            const bool short_line = width * 2 < measure_from(i) || in_need > kMaxInNeed;
            if (short_line && !is_last(j) && nodes_[j].cost != kUnreached) break;
        }
    }

    /// Whether the line is stretched beyond the limits: shorter ones are all the more.
    bool try_lines(std::size_t i, std::size_t j) {
        const Sums sums = points_[j].end - points_[i].start;
        const bool beyond = try_line(i, j, sums, false);
        if (points_[j].hang > Pt{}) try_line(i, j, sums, true);
        return beyond;
    }

    bool try_line(std::size_t i, std::size_t j, const Sums& natural, bool hung) {
        Sums sums = natural;
        sums.width += points_[j].hyphen;
        if (hung) hang_end(sums, points_[j]);
        const bool stretches = justifies() && !is_last(j);
        const Adjustment adjustment = adjust_line(sums, measure_from(i), options_, stretches);
        if (!adjustment.fits) return false;
        const Rating rating = rate(adjustment, sums, i, j);
        const Node& before = nodes_[i];
        double cost = before.cost + demerits(rating, j) + line_cost();
        if (std::max(before.fitness, rating.fitness) -
                std::min(before.fitness, rating.fitness) >
            1) {
            cost += kFitnessJump;
        }
        cost += edge_demerits(natural, i, j);
        if (cost < nodes_[j].cost) {
            nodes_[j] = {cost, static_cast<std::uint32_t>(i), rating.fitness, hung,
                         rating.loose};
        }
        return stretches && adjustment.excess + adjustment.slack > Pt{};
    }

    [[nodiscard]] Rating rate(const Adjustment& adjustment, const Sums& sums, std::size_t i,
                              std::size_t j) const {
        const bool pushed_in = push_ins_[i] == j;
        Rating rating;
        if (justifies() && !is_last(j)) {
            rating = rate_justified(adjustment, sums, options_.em, pushed_in);
        } else if (justifies()) {
            Adjustment squeezed = adjustment;
            squeezed.slack = {};
            rating = rate_justified(squeezed, sums, options_.em, pushed_in);
        } else if (!is_last(j) || options_.fill == Fill::Balanced) {
            const double r = ratio(adjustment.slack, measure_from(i));
            rating.badness = kRaggedWeight * r * r;
        }
        return rating;
    }

    [[nodiscard]] double demerits(const Rating& rating, std::size_t j) const {
        const double sum = 1.0 + 100.0 * rating.badness + points_[j].place.penalty;
        return sum * sum;
    }

    [[nodiscard]] double line_cost() const {
        const bool saves = options_.fewest_lines && options_.fill != Fill::Balanced;
        return saves ? kSavedLine : 0;
    }

    /// Two hyphens in a row; marks pushed out that could be squeezed in; a lonely last line.
    [[nodiscard]] double edge_demerits(const Sums& sums, std::size_t i, std::size_t j) const {
        double cost = 0;
        if (points_[i].place.hyphen && points_[j].place.hyphen) cost += kBadHyphen;
        if (j < push_ins_[i]) cost += kPushOut;
        const bool parts_phrases = ends_with_mark(j) || ends_with_space(j);
        if (options_.fill == Fill::Balanced && !is_last(j) && !parts_phrases) {
            cost += kInsidePhrase;
        }
        if (is_last(j) && i > 0) {
            if (points_[i].place.hyphen) cost += kBadHyphen;
            if (sums.letters < kOrphanLetters) cost += kOrphan;
            const bool latin = sums.slots[static_cast<std::size_t>(GlueKind::Han)] == 0;
            const Pt least = options_.em * (latin ? kShortLatin : kShortHan);
            if (sums.width < least) cost += kShortLast;
        }
        return cost;
    }

    void reach_greedily(std::size_t j) {
        Sums sums = points_[j].end - points_[low_].start;
        // The line begun at low_ is full: the next one begins where it last fitted.
        if (sums.width > measure_from(low_)) {
            low_ = good_ > low_ ? good_ : j - 1;
            sums = points_[j].end - points_[low_].start;
        }
        // Between words, unless that leaves too much of the line white.
        const bool between = points_[j].place.penalty == 0;
        if (between && sums.width * kWrapDivisor >= measure_from(low_) * kWrapShare) good_ = j;
        nodes_[j] = {nodes_[low_].cost + 1, static_cast<std::uint32_t>(low_), 1, false, false};
    }

    /// Nothing fits: the shortest line there is, too wide as it may be.
    void force(std::size_t j) {
        const std::size_t i = j - 1;
        nodes_[j] = {nodes_[i].cost + kOverfull, static_cast<std::uint32_t>(i), 3, false, true};
    }

    std::span<const BreakPoint> points_;
    const BreakOptions& options_;
    std::vector<std::uint32_t> push_ins_;
    std::vector<Node> nodes_;
    std::size_t low_ = 0;
    std::size_t good_ = 0;  ///< of preformatted text: the last point between words
};

}  // namespace

Adjustment adjust_line(const Sums& sums, Pt measure, const BreakOptions& options,
                       bool stretches) {
    Adjustment out;
    Pt rest = measure - sums.width;
    if (rest < Pt{}) {
        Pt need = -rest;
        const std::size_t levels = options.formal ? kShrinkLevels - 1 : kShrinkLevels;
        for (std::size_t k = 0; k < levels && options.fill == Fill::Justified; ++k) {
            out.shrink[k] = std::min(need, sums.shrink[k]);
            need -= out.shrink[k];
        }
        out.fits = need == Pt{};
        out.slack = -need;
        return out;
    }
    if (stretches) {
        const Pt han_limit = (options.em / kHanStretchDivisor) * sums.slots[2];
        const std::array<Pt, kGlueKinds> caps = {sums.stretch[0], sums.stretch[1], han_limit};
        for (std::size_t k = 0; k < kGlueKinds; ++k) {
            out.stretch[k] = std::min(rest, caps[k]);
            rest -= out.stretch[k];
        }
        if (sums.excess_slots() > 0) {
            out.excess = rest;
            rest = {};
        }
    }
    out.slack = rest;
    return out;
}

std::vector<BrokenLine> break_lines(std::span<const BreakPoint> points,
                                    const BreakOptions& options) {
    if (points.size() < 2) return {};
    return Breaker(points, options).run();
}

double cost_of(std::span<const BreakPoint> points, std::span<const BrokenLine> lines,
               const BreakOptions& options) {
    return points.size() < 2 ? 0 : Breaker(points, options).follow(lines);
}

}  // namespace cvtex::layout
