#include "layout/pages.hpp"

#include <algorithm>
#include <utility>

#include "base/overloaded.hpp"

// Optimum fit by dynamic programming over the break points: best[e] is the least cost of all
// pages up to break point e. Only pages that are not too tall are tried, so each break point
// looks back over one page's lines.

namespace cvtex::layout {
namespace {

/// A page more is dearer than any unfilled page and than parting a kept block, but cheaper than
/// a widow.
constexpr Penalty kPageCost = 100'000;
/// A wholly unfilled page; grows with the square of what is left white.
constexpr Penalty kUnfilledCost = 10'000;
/// A last page of fewer lines than this looks like an accident (TYPOGRAPHY §8). To avoid it the
/// page before may leave up to a quarter of itself white (kUnfilledCost / 4²).
constexpr int kLeastLastLines = 3;
constexpr Penalty kShortLastCost = 625;
/// A footnote that goes on at the foot of the next page: worth half a page left white.
constexpr Penalty kSplitNoteCost = kUnfilledCost / 4;
/// Notes carried over from the page before may fill this part of a page before they are carried
/// on to a further one.
constexpr std::int64_t kCarriedDivisor = 2;
/// Content that cannot be broken and is taller than the page.
constexpr Penalty kOverfullCost = 1'000'000'000'000;
/// Break points looked back over: no real page holds more; keeps zero-height items linear.
constexpr std::size_t kMaxLookBack = 2000;

/// A place where a page may end and the next begin.
struct Node {
    std::size_t item = 0;
    Penalty cost = penalty::kNone;
    Pt end;         ///< foot of what stands before
    Pt start;       ///< head of what comes after
    int lines = 0;  ///< before it
    Pt repeat_top;  ///< padding and table heads repeated on the next page
    Pt repeat_bottom;
    NoteDemand notes;  ///< of all lines before; movable: of the last line that has notes
};

/// Walks the items once and notes where each page could end and start.
class Surveyor {
public:
    Surveyor(const VerticalList& list, Tightness tightness, std::span<const std::size_t> open)
        : list_(list), tightness_(tightness) {
        for (const std::size_t decoration : open) push(decoration);
    }

    std::vector<Node> survey(std::size_t begin, std::size_t end) {
        add_node(begin, penalty::kNone);
        for (std::size_t i = begin; i < end; ++i) {
            std::visit(overloaded{
                           [&](const LineBox& box) { add_box(box); },
                           [&](const Space& space) {
                               y_ += space.size.scaled(tightness_.spaces, 1000);
                           },
                           [&](const Kern& kern) { add_solid(kern.size, 0); },
                           [&](const PageEnd& point) { add_node(i, point.cost); },
                           [&](const OpenBox& box) { push(box.decoration); },
                           [&](const CloseBox&) { pop(); },
                           [&](const Columns& columns) { add_solid(columns.least_height, 1); },
                       },
                       list_.items[i]);
        }
        add_node(end, penalty::kNone);
        settle_starts();
        return std::move(nodes_);
    }

private:
    void add_box(const LineBox& box) {
        add_solid(box.leading ? box.height.scaled(tightness_.lines, 1000) : box.height,
                  box.lines);
        if (box.notes.height == Pt{}) return;
        notes_ = {notes_.height + box.notes.height, box.notes.movable};
    }

    void add_solid(Pt height, int lines) {
        settle_starts();
        y_ += height;
        solid_ = y_;
        lines_ += lines;
    }

    void add_node(std::size_t item, Penalty cost) {
        nodes_.push_back({item, cost, solid_, y_, lines_, repeat_top_, repeat_bottom_, notes_});
    }

    void settle_starts() {
        for (; settled_ < nodes_.size(); ++settled_) nodes_[settled_].start = y_;
    }

    void push(std::size_t decoration) {
        open_.push_back(decoration);
        repeat_top_ += top_of(decoration);
        repeat_bottom_ += list_.decorations[decoration].repeat_bottom;
    }

    void pop() {
        if (open_.empty()) return;
        repeat_top_ -= top_of(open_.back());
        repeat_bottom_ -= list_.decorations[open_.back()].repeat_bottom;
        open_.pop_back();
    }

    [[nodiscard]] Pt top_of(std::size_t decoration) const {
        const Decoration& d = list_.decorations[decoration];
        return d.repeat_top + d.head_height;
    }

    const VerticalList& list_;
    Tightness tightness_;
    std::vector<Node> nodes_;
    std::size_t settled_ = 0;
    Pt y_, solid_;
    int lines_ = 0;
    std::vector<std::size_t> open_;
    Pt repeat_top_, repeat_bottom_;
    NoteDemand notes_;
};

Penalty unfilled_cost(Pt gap, Pt height) {
    if (gap <= Pt{} || height <= Pt{}) return 0;
    const std::int64_t per_mille = std::min<std::int64_t>(
        1000, gap.units() / std::max<std::int64_t>(1, height.units() / 1000));
    return kUnfilledCost * per_mille * per_mille / 1'000'000;
}

/// The least cost of all pages up to a node, and the node where its last page begins.
struct Best {
    Penalty cost = penalty::kForced;
    std::size_t from = 0;
    bool on_next_page = false;
    Pt carried;  ///< height of footnotes that go on after the last page
};

/// How the footnotes of a page fit below its text.
struct NoteFit {
    Pt gap;      ///< left white, or missing when negative
    Pt carried;  ///< moved to the next page
};

class Fitter {
public:
    Fitter(std::vector<Node> nodes, const PageHeights& heights)
        : nodes_(std::move(nodes)), heights_(heights), best_(nodes_.size()) {}

    PageBreaks fit() {
        best_[0].cost = 0;
        for (std::size_t e = 1; e < nodes_.size(); ++e) find_best(e);
        PageBreaks result;
        std::size_t at = nodes_.size() - 1;
        result.last_lines = nodes_[at].lines - nodes_[best_[at].from].lines;
        while (best_[at].from != 0) {
            at = best_[at].from;
            result.breaks.push_back(nodes_[at].item);
        }
        result.on_next_page = best_[at].on_next_page;
        std::reverse(result.breaks.begin(), result.breaks.end());
        return result;
    }

private:
    void find_best(std::size_t e) {
        const std::size_t least = e > kMaxLookBack ? e - kMaxLookBack : 0;
        for (std::size_t b = e; b-- > least;) {
            const bool shortest = b + 1 == e;
            if (!shortest && nodes_[e].end - nodes_[b].start > heights_.full) break;
            if (b == 0 && !heights_.fresh) try_first_page(e);
            try_page(b, e, shortest);
        }
    }

    /// The page that runs from node `b` to node `e`; too tall it may be only when `shortest`.
    void try_page(std::size_t b, std::size_t e, bool shortest) {
        const Pt height = heights_.full - nodes_[b].repeat_top - nodes_[e].repeat_bottom;
        const NoteFit fit =
            fit_notes(b, e, height - (nodes_[e].end - nodes_[b].start), best_[b].carried, {});
        if (fit.gap < Pt{} && !shortest) return;
        const bool turns = b == 0 && !heights_.fresh;
        Penalty cost = best_[b].cost + page_cost(b, e, fit) + (turns ? kPageCost : 0);
        if (fit.gap < Pt{}) cost += kOverfullCost;
        keep_if_better(e, {cost, b, turns, fit.carried});
    }

    /// What is left of the page where the list starts. Node 0's own end is the list's top: the
    /// space before the first box counts.
    void try_first_page(std::size_t e) {
        const Pt height = heights_.first - nodes_[e].repeat_bottom;
        const NoteFit fit = fit_notes(0, e, height - (nodes_[e].end - nodes_[0].end), Pt{},
                                      heights_.first_notes);
        if (fit.gap >= Pt{}) keep_if_better(e, {page_cost(0, e, fit), 0, false, fit.carried});
    }

    /// Below text that leaves `room`: notes carried over, those the page has already, its own.
    [[nodiscard]] NoteFit fit_notes(std::size_t b, std::size_t e, Pt room, Pt carried,
                                    Pt present) const {
        const Pt own = nodes_[e].notes.height - nodes_[b].notes.height;
        const Pt all = own + carried + present;
        if (all == Pt{}) return {room, Pt{}};
        const Pt gap = room - heights_.notes.separator - all;
        if (gap >= Pt{}) return {gap, Pt{}};
        Pt movable = std::max(Pt{}, carried - heights_.full / kCarriedDivisor);
        if (own > Pt{}) movable += nodes_[e].notes.movable;
        if (-gap > movable) return {gap, Pt{}};
        return {Pt{}, std::min(all, heights_.notes.slack - gap)};
    }

    [[nodiscard]] Penalty page_cost(std::size_t b, std::size_t e, const NoteFit& fit) const {
        const Penalty split = fit.carried > Pt{} ? kSplitNoteCost : 0;
        if (e + 1 < nodes_.size()) {
            return kPageCost + nodes_[e].cost + unfilled_cost(fit.gap, heights_.full) + split;
        }
        // What is carried beyond the last page needs one more.
        if (split > 0) return kPageCost + split;
        const bool is_short = nodes_[e].lines - nodes_[b].lines < kLeastLastLines;
        return b != 0 && is_short ? kShortLastCost : 0;
    }

    void keep_if_better(std::size_t e, const Best& candidate) {
        if (candidate.cost < best_[e].cost) best_[e] = candidate;
    }

    std::vector<Node> nodes_;
    PageHeights heights_;
    std::vector<Best> best_;
};

}  // namespace

PageBreaks choose_breaks(const VerticalList& list, std::size_t begin, std::size_t end,
                         std::span<const std::size_t> open, const PageHeights& heights,
                         Tightness tightness) {
    return Fitter(Surveyor(list, tightness, open).survey(begin, end), heights).fit();
}

Pt natural_height(const VerticalList& list) {
    const std::vector<Node> nodes = Surveyor(list, {}, {}).survey(0, list.items.size());
    return std::max(Pt{}, nodes.back().end - nodes.front().start);
}

}  // namespace cvtex::layout
