#pragma once

#include <vector>

#include "grammar/dates.hpp"

/// What the actions on the rules of dates keep while a text is read, and how sure the result
/// is.
namespace cvtex::grammar::dates {

// How sure a single date in running text is, by its form.
inline constexpr int kWritten = 95;         ///< 2020年8月, Sep 2019
inline constexpr int kWrittenYear = 85;     ///< 2020年
inline constexpr int kParted = 75;          ///< 2020 Q3, Summer 2023: also names of events
inline constexpr int kHyphened = 80;        ///< 2020-08
inline constexpr int kSlashed = 75;         ///< 2020/08: also a fraction
inline constexpr int kDotted = 70;          ///< 2020.08: also a price or a version
inline constexpr int kClassYear = 65;       ///< 2020届
inline constexpr int kMonthSlashYear = 65;  ///< 07/2019
inline constexpr int kMonthMarkYear = 50;   ///< 07.2019: also a price or a version
inline constexpr int kShortYear = 45;       ///< 20年8月: also a duration
inline constexpr int kAmbiguousOrder = 40;  ///< 12/08/2020
inline constexpr int kBareYear = 30;
inline constexpr int kWithDay = 10;    ///< more for a day
inline constexpr int kUnpadded = 25;   ///< less for one figure: IntelliJ 2020.3, Unity 2019.4.1
inline constexpr int kAlone = 15;      ///< more for a date that is a whole text
inline constexpr int kYearAlone = 50;  ///< a bare year that is a whole text

// And a range of dates, which hardly anything else looks like.
inline constexpr int kRange = 90;
inline constexpr int kToNow = 95;
inline constexpr int kSinceYear = 80;
inline constexpr int kDashAtEnd = 65;       ///< `2020.08 -`
inline constexpr int kBareYears = 65;       ///< 2015-2019 within the years of a working life
inline constexpr int kOtherYears = 40;      ///< 1900-2000, 2000-2100, `2019 / 2020`, `2020 -`
inline constexpr int kShortLaterYear = 55;  ///< 2015-18
inline constexpr int kLaterNumber = 60;     ///< 2019.09-12: perhaps the twelfth of September
inline constexpr int kCompact = 60;         ///< 202008-202112
inline constexpr int kCompactToNow = 75;    ///< 202008-至今
inline constexpr int kShortYears = 70;      ///< 21年7月-22年6月
inline constexpr int kMinguoFigures = 50;   ///< 103/9 - 105/6: also versions, prices, lengths
inline constexpr int kBackwards = 40;       ///< ends before it begins
inline constexpr int kFirstLikelyYear = 1950;
inline constexpr int kLastLikelyYear = 2050;

/// A date being read and how it was written.
struct DateParts {
    CalendarDate date;
    int certainty = 0;
    int era = 0;  ///< the Gregorian year before the era's first; 0 for the common era
    int leading = 0;
    int middle = 0;
    bool bare = false;
    bool padded = true;
};

/// One attempt at a date or range after another; the good ones end up in `found`.
struct DateReading {
    const char* text = nullptr;
    DateParts current, from, to;
    YearPart part = YearPart::None;  ///< read, but perhaps no part of the date
    DateEvent event = DateEvent::None;
    bool has_to = false;
    bool now = false;
    bool open = false;
    bool since = false;
    bool spaced_slash = false;
    bool minguo_figures = false;  ///< 103/9 - 105/6
    int cap = 100;                ///< the form allows no more confidence
    DateEvent last_event = DateEvent::None;
    bool expected = false;
    std::vector<DateRange> found;
};

/// How sure a single date in running text is.
[[nodiscard]] int certainty(const DateParts& parts);

/// Gives the date that was just read to `parts` if there is such a day.
[[nodiscard]] bool settle(DateReading& reading, DateParts& parts);

/// Settles the end of a range that names only what differs from its beginning; its form allows
/// no confidence above `cap`.
[[nodiscard]] bool settle_later(DateReading& reading, std::optional<int> month,
                                std::optional<int> day, int cap);

/// The date or range that was read from bytes [begin, end).
[[nodiscard]] DateRange result(const DateReading& reading, std::uint32_t begin,
                               std::uint32_t end);

}  // namespace cvtex::grammar::dates
