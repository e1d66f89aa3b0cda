#pragma once

#include <string_view>

#include "grammar/dates.hpp"

/// Numerals and the calendar, for the recognition of dates.
namespace cvtex::grammar {

/// Value of the numeral at the start of `text`: ASCII or full-width figures, Han figures
/// (二〇二〇), 十 and 廿 (二十三). 0 when there is none; the text must be short enough for an
/// int.
[[nodiscard]] int read_numeral(std::string_view text);

/// Whether there is such a year between 1900 and 2100, such a month and such a day.
[[nodiscard]] bool exists(const CalendarDate& date);

/// Whether `to` is surely earlier than `from`: what one of them leaves out is not compared.
[[nodiscard]] bool is_backwards(const CalendarDate& from, const CalendarDate& to);

}  // namespace cvtex::grammar
