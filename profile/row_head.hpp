#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/span.hpp"
#include "profile/entry_head.hpp"

namespace cvtex::profile {

/// A head in a table or a definition list.
struct RowHead {
    EntryHead head;
    Span span;
    std::size_t item = 0;  ///< the row or item that it begins with
};

/// Dates, if all of `text` is dates.
[[nodiscard]] std::optional<DateSpot> whole_date(std::string_view text);

}  // namespace cvtex::profile
