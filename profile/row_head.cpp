#include "profile/row_head.hpp"

#include <utility>

namespace cvtex::profile {

std::optional<DateSpot> whole_date(std::string_view text) {
    auto spot = find_date_spot(text);
    return spot && spot->apart == Apart::Alone ? std::move(spot) : std::nullopt;
}

std::optional<DateSpot> cell_date(std::string_view text) {
    if (auto spot = whole_date(text)) return spot;
    // It knows what stands alone better.
    const auto range = grammar::match_date(text);
    if (!range || range->confidence < grammar::kDateConfidence) return std::nullopt;
    const Slice all{0, text.size()};
    return DateSpot{*range, all, {range->begin, range->end}, all, Apart::Alone};
}

}  // namespace cvtex::profile
