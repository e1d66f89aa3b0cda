#include "layout/items.hpp"

#include <algorithm>
#include <numeric>

namespace cvtex::layout {
namespace {

/// A break in need where a mark would start or end a line: the very last resort.
constexpr std::uint16_t kNeedAgainstMarks = 20000;

void shrink_at(Sums& sums, ShrinkLevel level, Pt amount) {
    if (level != ShrinkLevel::None) sums.shrink[static_cast<std::size_t>(level)] += amount;
}

ShrinkLevel level_of(GlueKind kind) {
    if (kind == GlueKind::WordSpace) return ShrinkLevel::WordSpace;
    return kind == GlueKind::Gap ? ShrinkLevel::Gap : ShrinkLevel::None;
}

/// The least width of items [begin, end) on a line of their own.
Pt least_width(std::span<const Item> items, std::size_t begin, std::size_t end, bool shrinks) {
    while (end > begin && items[end - 1].space) --end;
    if (begin == end) return {};
    Sums sums;
    for (std::size_t i = begin; i < end; ++i) {
        add_item(sums, items[i]);
        if (i + 1 < end) add_glue(sums, items[i].after, 1);
    }
    if (items[begin].trims_start)
        add_blank(sums, items[begin].lead, items[begin].lead_level, -1);
    const Item& last = items[end - 1];
    if (last.trims_end) add_blank(sums, last.trail, last.trail_level, -1);
    return shrinks ? sums.width - sums.total_shrink() : sums.width;
}

bool is_against_marks(std::span<const Item> items, std::size_t k) {
    return items[k].closing || items[k - 1].opening;
}

/// Penalty of wrapping preformatted text inside a word.
constexpr std::uint16_t kInsideWord = 1;

class PlaceFinder {
public:
    PlaceFinder(std::span<const Item> items, std::span<const BreakOpportunity> before,
                const PlaceOptions& options)
        : items_(items), before_(before), options_(options) {}

    std::vector<BreakPlace> run(std::size_t begin, std::size_t end) {
        out_.push_back({static_cast<std::uint32_t>(begin), 0, false});
        std::size_t piece = begin;
        for (std::size_t k = begin + 1; k < end; ++k) {
            if (!is_open(k)) continue;
            finish_piece(piece, k);
            push(k, penalty_at(k), before_[k].hyphen && !options_.anywhere);
            piece = k;
        }
        finish_piece(piece, end);
        push(end, 0, false);
        return std::move(out_);
    }

private:
    using Kind = BreakOpportunity::Kind;

    void push(std::size_t k, std::uint16_t penalty, bool hyphen) {
        out_.push_back({static_cast<std::uint32_t>(k), penalty, hyphen});
    }

    [[nodiscard]] bool is_open(std::size_t k) const {
        if (options_.anywhere) return !items_[k].space;
        const Kind kind = before_[k].kind;
        return kind == Kind::Allowed || kind == Kind::Mandatory ||
               (options_.second_pass && kind == Kind::SecondPass);
    }

    /// Preformatted text may be wrapped anywhere, and is better wrapped between its words.
    [[nodiscard]] std::uint16_t penalty_at(std::size_t k) const {
        const bool between = before_[k].kind == Kind::Allowed;
        return options_.anywhere && !between ? kInsideWord : before_[k].penalty;
    }

    [[nodiscard]] bool fits(std::size_t begin, std::size_t end) const {
        const Pt measure = out_.size() == 1 ? options_.first_measure : options_.measure;
        return least_width(items_, begin, end, options_.shrinks) <= measure;
    }

    /// Opens the piece before item `end` when it is wider than a line: first at its second-pass
    /// opportunities, then anywhere.
    void finish_piece(std::size_t begin, std::size_t end) {
        if (fits(begin, end)) return;
        std::size_t piece = begin;
        for (std::size_t k = begin + 1; k < end; ++k) {
            if (before_[k].kind != Kind::SecondPass && before_[k].kind != Kind::Overlong) {
                continue;
            }
            open_anywhere(piece, k);
            push(k, before_[k].penalty, before_[k].hyphen);
            piece = k;
        }
        open_anywhere(piece, end);
    }

    void open_anywhere(std::size_t begin, std::size_t end) {
        if (fits(begin, end)) return;
        for (std::size_t k = begin + 1; k < end; ++k) {
            if (items_[k].space) continue;
            push(k, is_against_marks(items_, k) ? kNeedAgainstMarks : kNeed, false);
        }
    }

    std::span<const Item> items_;
    std::span<const BreakOpportunity> before_;
    const PlaceOptions& options_;
    std::vector<BreakPlace> out_;
};

}  // namespace

Pt Sums::total_shrink() const {
    return std::accumulate(shrink.begin(), shrink.end(), Pt{});
}

Sums operator-(const Sums& a, const Sums& b) {
    Sums out;
    out.width = a.width - b.width;
    for (std::size_t k = 0; k < kShrinkLevels; ++k) out.shrink[k] = a.shrink[k] - b.shrink[k];
    for (std::size_t k = 0; k < a.stretch.size(); ++k) {
        out.stretch[k] = a.stretch[k] - b.stretch[k];
    }
    for (std::size_t k = 0; k < kGlueKinds; ++k) out.slots[k] = a.slots[k] - b.slots[k];
    out.rigid = a.rigid - b.rigid;
    out.letters = a.letters - b.letters;
    return out;
}

void add_blank(Sums& sums, Pt blank, ShrinkLevel level, int sign) {
    sums.width += blank * sign;
    shrink_at(sums, level, blank * sign);
}

void add_item(Sums& sums, const Item& item) {
    sums.width += item.body;
    add_blank(sums, item.lead, item.lead_level, 1);
    add_blank(sums, item.trail, item.trail_level, 1);
    sums.letters += item.letter ? 1 : 0;
}

void add_glue(Sums& sums, const Glue& glue, int sign) {
    sums.width += glue.natural * sign;
    shrink_at(sums, level_of(glue.kind), glue.shrink * sign);
    if (glue.kind == GlueKind::None) return;
    if (glue.kind == GlueKind::Rigid) {
        sums.rigid += sign;
        return;
    }
    const auto kind = static_cast<std::size_t>(glue.kind);
    if (kind < sums.stretch.size()) sums.stretch[kind] += glue.stretch * sign;
    sums.slots[kind] += sign;
}

void hang_end(Sums& sums, const BreakPoint& to) {
    sums.width -= to.hang;
    if (to.hang_rigid) --sums.slots[static_cast<std::size_t>(GlueKind::Han)];
}

std::vector<BreakPlace> find_places(std::span<const Item> items,
                                    std::span<const BreakOpportunity> before, std::size_t begin,
                                    std::size_t end, const PlaceOptions& options) {
    return PlaceFinder(items, before, options).run(begin, end);
}

std::vector<BreakPoint> measure_places(std::span<const Item> items,
                                       std::span<const BreakPlace> places) {
    std::vector<BreakPoint> points;
    points.reserve(places.size());
    Sums all;      // everything before the current item
    Sums visible;  // up to the last item that is not a space, its line-end edge taken off
    std::uint32_t last = places.empty() ? 0 : places.front().item;
    Pt core;
    Pt hang;
    bool hang_rigid = false;
    GlueKind before = GlueKind::None;  // of the glue before the current item
    std::size_t i = last;
    for (const BreakPlace& place : places) {
        for (; i < place.item; ++i) {
            add_item(all, items[i]);
            if (!items[i].space) {
                visible = all;
                if (items[i].trims_end) {
                    add_blank(visible, items[i].trail, items[i].trail_level, -1);
                }
                if (!items[i].closing) core = visible.width;
                last = static_cast<std::uint32_t>(i + 1);
                hang = items[i].hang;
                hang_rigid = hang > Pt{} && before == GlueKind::Han;
            }
            add_glue(all, items[i].after, 1);
            before = items[i].after.kind;
        }
        BreakPoint point;
        point.place = place;
        point.end = visible;
        point.start = all;
        point.core = core;
        point.hang = hang;
        point.hang_rigid = hang_rigid;
        point.last = last;
        if (i < items.size() && items[i].trims_start) {
            // Counted as gone already: neither width nor anything to squeeze.
            add_blank(point.start, items[i].lead, items[i].lead_level, 1);
        }
        points.push_back(point);
    }
    return points;
}

}  // namespace cvtex::layout
