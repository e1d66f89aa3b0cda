#pragma once

#include <span>
#include <vector>

#include "layout/items.hpp"

namespace cvtex::layout {

enum class Fill : std::uint8_t {
    Justified,  ///< lines are squeezed and stretched to the measure; the last one is not
    Ragged,     ///< lines keep their natural width
    Balanced,   ///< ragged, and lines of similar length: headings, centred text
    Greedy,     ///< as much on each line as fits: preformatted text
};

/// A last line with fewer letters, digits or Han is lonely (CLREQ 3.4.4).
constexpr std::int32_t kOrphanLetters = 2;

struct BreakOptions {
    Pt measure;
    Pt first_measure;  ///< of the line that starts at the first point
    Pt em;             ///< the paragraph's font size, for limits stated in em
    Fill fill = Fill::Justified;
    bool fewest_lines = false;  ///< what saves a line may look a good deal tighter
    bool formal = false;        ///< never squeeze 。？！ (TYPOGRAPHY §6, level 6)
};

/// How a line reaches its measure: what is taken at each shrink level or added to each kind of
/// glue, and `excess` beyond all soft limits, shared equally by all glue.
struct Adjustment {
    std::array<Pt, kShrinkLevels> shrink;
    std::array<Pt, kGlueKinds> stretch;
    Pt excess;
    Pt slack;          ///< left over at the line's end: ragged lines, or nothing to stretch
    bool fits = true;  ///< false: the line is wider than the measure whatever is squeezed
};

/// Fills levels in order until the line of `sums` is `measure` wide. With `stretches` false the
/// line only shrinks.
[[nodiscard]] Adjustment adjust_line(const Sums& sums, Pt measure, const BreakOptions& options,
                                     bool stretches);

struct BrokenLine {
    std::uint32_t from = 0, to = 0;  ///< indices of its break points
    bool hung = false;               ///< the last mark stands outside
    bool loose = false;              ///< stretched beyond what is tolerable
};

/// Total fit (Knuth and Plass 1981) with levelled shrink and stretch inside the cost
/// (TYPOGRAPHY §9). Breaks at the first and last of `points`. Linear time: the active window is
/// pruned to the lines that can be set.
[[nodiscard]] std::vector<BrokenLine> break_lines(std::span<const BreakPoint> points,
                                                  const BreakOptions& options);

/// The cost of `lines`, which `break_lines` makes as small as can be; infinite when one of them
/// cannot be set.
[[nodiscard]] double cost_of(std::span<const BreakPoint> points,
                             std::span<const BrokenLine> lines, const BreakOptions& options);

}  // namespace cvtex::layout
