#include "layout/justify.hpp"

#include <algorithm>

namespace cvtex::layout {
namespace {

/// Shares `amount` out in proportion to weights that come one by one and sum up to `total`:
/// the parts add up to `amount` exactly, whatever the rounding.
class Share {
public:
    Share(Pt amount, std::int64_t total) : amount_(amount), total_(total) {}

    Pt take(std::int64_t weight) {
        if (total_ == 0 || weight == 0) return {};
        seen_ += weight;
        const Pt upto = amount_.scaled(seen_, total_);
        const Pt part = upto - given_;
        given_ = upto;
        return part;
    }

private:
    Pt amount_;
    std::int64_t total_;
    std::int64_t seen_ = 0;
    Pt given_;
};

class LineSetter {
public:
    LineSetter(const Sums& sums, const Adjustment& adjustment)
        : shrink_{share(adjustment, sums, 0), share(adjustment, sums, 1),
                  share(adjustment, sums, 2), share(adjustment, sums, 3),
                  share(adjustment, sums, 4), share(adjustment, sums, 5)},
          stretch_{Share(adjustment.stretch[0], sums.stretch[0].units()),
                   Share(adjustment.stretch[1], sums.stretch[1].units()),
                   Share(adjustment.stretch[2], sums.slots[2])},
          rigid_(sums.total_slots() == 0),
          excess_(adjustment.excess, sums.excess_slots()) {}

    Pt squeezed(Pt blank, ShrinkLevel level) {
        if (level == ShrinkLevel::None) return blank;
        return blank - shrink_[static_cast<std::size_t>(level)].take(blank.units());
    }

    Pt adjusted(const Glue& glue) {
        Pt out = glue.natural;
        switch (glue.kind) {
            case GlueKind::None:
                return out;
            case GlueKind::Rigid:
                return rigid_ ? out + excess_.take(1) : out;
            case GlueKind::WordSpace:
                out -= take(ShrinkLevel::WordSpace, glue.shrink);
                out += stretch_[0].take(glue.stretch.units());
                break;
            case GlueKind::Gap:
                out -= take(ShrinkLevel::Gap, glue.shrink);
                out += stretch_[1].take(glue.stretch.units());
                break;
            case GlueKind::Han:
                out += stretch_[2].take(1);
                break;
        }
        return out + excess_.take(1);
    }

private:
    static Share share(const Adjustment& adjustment, const Sums& sums, std::size_t k) {
        return {adjustment.shrink[k], sums.shrink[k].units()};
    }

    Pt take(ShrinkLevel level, Pt capacity) {
        return shrink_[static_cast<std::size_t>(level)].take(capacity.units());
    }

    std::array<Share, kShrinkLevels> shrink_;
    std::array<Share, kGlueKinds> stretch_;
    bool rigid_;  ///< the line has nothing else to stretch
    Share excess_;
};

}  // namespace

SetLine set_line(std::span<const Item> items, const BreakPoint& from, const BreakPoint& to,
                 Pt measure, const BreakOptions& options, bool stretches, bool hung) {
    SetLine line;
    Sums sums = to.end - from.start;
    sums.width += to.hyphen;
    if (hung) hang_end(sums, to);
    const Adjustment adjustment = adjust_line(sums, measure, options, stretches);
    if (!adjustment.fits) line.overfull = -adjustment.slack;
    LineSetter setter(sums, adjustment);
    Pt x;
    for (std::uint32_t i = from.place.item; i < to.last; ++i) {
        const Item& item = items[i];
        const bool first = i == from.place.item;
        const bool last = i + 1 == to.last;
        const Pt lead =
            first && item.trims_start ? Pt{} : setter.squeezed(item.lead, item.lead_level);
        const Pt trail =
            last && item.trims_end ? Pt{} : setter.squeezed(item.trail, item.trail_level);
        SetItem set;
        set.item = i;
        set.x = x;
        set.width = lead + item.body + trail;
        set.offset = item.offset - (item.mirrored ? item.trail - trail : item.lead - lead);
        const bool rigid = hung && to.hang_rigid && i + 2 == to.last;
        set.after = last ? Pt{} : rigid ? item.after.natural : setter.adjusted(item.after);
        x += set.width + set.after;
        line.items.push_back(set);
    }
    line.width = x;
    return line;
}

}  // namespace cvtex::layout
