#include "layout/signs.hpp"

namespace cvtex::layout {
namespace {

/// Between dots, and at least between a dot and the words it leads from and to.
constexpr Em kStep = Em::raw(Em::kOne / 2);
constexpr Em kRoom = Em::raw(Em::kOne / 2);
constexpr Em kDot = Em::raw(Em::kOne / 12);
/// The middle of a full stop of Latin text above the baseline.
constexpr Em kRaise = Em::raw(Em::kOne / 20);
/// A shorter row leads nowhere.
constexpr std::int64_t kFewestDots = 3;

constexpr Em kTurnSize = Em::raw(Em::kOne * 6 / 10);
constexpr std::int64_t kTurnStrokeDivisor = 9;

/// Halfway to white.
Color faint(Color color) {
    const auto half = [](std::uint8_t part) {
        return static_cast<std::uint8_t>((part + 255) / 2);
    };
    return {half(color.red), half(color.green), half(color.blue)};
}

}  // namespace

void add_leader(Frame& line, Pt from, Pt to, Pt em, Color color) {
    const Pt step = kStep.at(em), dot = kDot.at(em);
    if (step <= Pt{} || dot <= Pt{}) return;
    const Pt begin = from + kRoom.at(em), end = to - kRoom.at(em);
    // Counted from the right edge, which lines of any indent share: dots stand in columns.
    const Pt right = line.size.width;
    const std::int64_t first = (right - end).units() / step.units() + 1;
    const std::int64_t last = (right - begin).units() / step.units();
    if (last - first + 1 < kFewestDots) return;
    const Pt y = line.baseline - kRaise.at(em) - dot / 2;
    for (std::int64_t i = last; i >= first; --i) {
        line.push({right - step * i, y}, TagId{},
                  ShapeItem{ShapeKind::Disc, {dot, dot}, faint(color), Pt{}});
    }
}

void add_turn(Frame& line, Pt em, Color color) {
    const Pt size = kTurnSize.at(em);
    line.push(
        {size / 4, line.baseline - size}, TagId{},
        ShapeItem{ShapeKind::Turn, {size, size}, faint(color), size / kTurnStrokeDivisor});
}

}  // namespace cvtex::layout
