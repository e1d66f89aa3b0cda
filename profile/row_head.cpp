#include "profile/row_head.hpp"

#include <utility>

namespace cvtex::profile {

std::optional<DateSpot> whole_date(std::string_view text) {
    auto spot = find_date_spot(text);
    return spot && spot->apart == Apart::Alone ? std::move(spot) : std::nullopt;
}

}  // namespace cvtex::profile
