#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "fonts/fonts.hpp"

/// An outline as closed contours on the grid that charstrings count in.
namespace cvtex::fonts {

/// In 1/65536 of a font unit, the finest a charstring can state.
struct GridPoint {
    std::int64_t x = 0, y = 0;
    bool operator==(const GridPoint&) const = default;
};

inline constexpr std::int64_t kGridUnit = 65536;

/// A line or a cubic from where the segment before it ends.
struct PathSegment {
    bool curve = false;
    GridPoint c1, c2;  ///< control points of a curve
    GridPoint to;
};

/// A closed path: it starts where its last segment ends.
struct Contour {
    std::vector<PathSegment> segments;

    [[nodiscard]] GridPoint start() const { return segments.back().to; }

    /// Where its statement ends: a line that closes it is left out.
    [[nodiscard]] GridPoint end() const;
};

/// Bytes of a charstring's operand (TN 5177, 3.2).
[[nodiscard]] inline int operand_size(std::int64_t grid_units) {
    if (grid_units % kGridUnit != 0) return 5;
    const std::int64_t units = (grid_units < 0 ? -grid_units : grid_units) / kGridUnit;
    return units <= 107 ? 1 : units <= 1131 ? 2 : 3;
}

/// What an operand costs, in half bits of the packed program. Two bytes take more than twice
/// one, because second bytes are evenly spread and Flate saves nothing on them. This and
/// `kOperatorCost` are what made the programs of seeds and samples smallest: 0.3 % less than
/// by bytes.
[[nodiscard]] inline int operand_cost(std::int64_t grid_units) {
    constexpr std::array<int, 6> kCosts{0, 16, 35, 50, 65, 80};  // by bytes
    return kCosts[static_cast<std::size_t>(operand_size(grid_units))];
}

/// What an operator costs: there are few, so that they pack better than operands.
inline constexpr int kOperatorCost = 14;

/// The contours of `outline`, without those that enclose nothing, and without points on
/// straight lines. Coordinates are clamped to ±16000 units, so that every difference is an
/// operand.
[[nodiscard]] std::vector<Contour> closed_contours(const Outline& outline);

/// Brings contours into the order, and turns each to the start, that cost the least: the
/// shortest ways from one contour to the next, and each closed by its longest line, which need
/// not be stated. The area is the same by the nonzero rule, in which charstrings are filled.
void arrange(std::vector<Contour>& contours);

}  // namespace cvtex::fonts
