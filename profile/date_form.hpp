#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammar/dates.hpp"

/// Dates in one form, whatever they were written in.
namespace cvtex::profile {

enum class DateForm : std::uint8_t {
    Keep,       ///< as written
    Dotted,     ///< 2021.07
    Hyphened,   ///< 2021-07
    Slashed,    ///< 2021/07
    Han,        ///< 2021年7月; 2021년 7월 in Korean
    MonthYear,  ///< Jul 2021
    FullMonth,  ///< July 2021
    Numeric,    ///< 07/2021
    Year,       ///< 2021
};

/// The form called `name`: `keep`, `yyyy.mm`, `yyyy-mm`, `yyyy/mm`, `yyyy年m月`, `mmm yyyy`,
/// `mmmm yyyy`, `mm/yyyy`, `yyyy`.
[[nodiscard]] std::optional<DateForm> date_form(std::string_view name);

/// The names, between commas, for messages.
[[nodiscard]] std::string_view date_form_names();

/// `range` in `form`, its open end in the words of `lang` (BCP 47): 至今, 現在, 현재, Present.
/// `Keep` has no form of its own.
[[nodiscard]] std::string format_dates(const grammar::DateRange& range, DateForm form,
                                       std::string_view lang);

}  // namespace cvtex::profile
