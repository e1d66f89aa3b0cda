#include "layout/push_in.hpp"

#include <algorithm>

namespace cvtex::layout {
namespace {

class Finder {
public:
    Finder(std::span<const BreakPoint> points, const BreakOptions& options)
        : points_(points), options_(options) {}

    [[nodiscard]] std::vector<std::uint32_t> run() const {
        std::vector<std::uint32_t> out(points_.size());
        std::size_t over = 1;
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            // Starts trim their own blanks, so that the first point out of reach may step back.
            while (over > i + 1 && !is_reached(i, over - 1)) --over;
            over = std::max(over, i + 1);
            while (over < points_.size() && is_reached(i, over)) ++over;
            if (over < points_.size() && over > i + 1 && wants_in(i, over)) {
                out[i] = static_cast<std::uint32_t>(over);
            }
        }
        return out;
    }

private:
    [[nodiscard]] Pt measure_from(std::size_t i) const {
        return i == 0 ? options_.first_measure : options_.measure;
    }

    /// Whether a line from point i reaches to point j as it is.
    [[nodiscard]] bool is_reached(std::size_t i, std::size_t j) const {
        return points_[j].end.width - points_[i].start.width + points_[j].hyphen -
                   points_[j].hang <=
               measure_from(i);
    }

    [[nodiscard]] bool wants_in(std::size_t i, std::size_t j) const {
        const Sums sums = points_[j].end - points_[i].start;
        const bool marks_alone = points_[j].core - points_[i].start.width <= measure_from(i);
        const std::int32_t left_over = points_[j].end.letters - points_[j - 1].start.letters;
        const bool orphan = j + 1 == points_.size() && left_over < kOrphanLetters;
        if (!marks_alone && !orphan) return false;
        const Pt kept =
            options_.formal ? sums.shrink[static_cast<std::size_t>(ShrinkLevel::Stop)] : Pt{};
        return sums.width + points_[j].hyphen - (sums.total_shrink() - kept) <= measure_from(i);
    }

    std::span<const BreakPoint> points_;
    const BreakOptions& options_;
};

}  // namespace

std::vector<std::uint32_t> find_push_ins(std::span<const BreakPoint> points,
                                         const BreakOptions& options) {
    if (options.fill != Fill::Justified) return std::vector<std::uint32_t>(points.size());
    return Finder(points, options).run();
}

}  // namespace cvtex::layout
