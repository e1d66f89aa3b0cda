#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// Dates and ranges of dates as people type them in Chinese, Japanese, Korean and English
/// résumés: `2020.08 - 至今`, `2016年08月～2020年05月`, `Sep 2019 – Present`, `07/2019 to
/// date`, `令和2年4月〜現在`, `2022.04 ~ 재직중`, `Summer 2023`. Digits may be full width,
/// spaces stray.
namespace cvtex::grammar {

/// A part of the smallest unit that is given: of the month if there is one, else of the year.
enum class YearPart : std::uint8_t {
    None,
    FirstQuarter,
    SecondQuarter,
    ThirdQuarter,
    FourthQuarter,
    FirstHalf,
    SecondHalf,
    Spring,
    Summer,
    Autumn,
    Winter,
    Early,
    Middle,
    Late,
};

/// A day, month or year of the Gregorian calendar (1900–2100); always one that exists.
struct CalendarDate {
    int year = 0;
    std::optional<int> month;        ///< 1–12
    std::optional<int> day;          ///< 1–31, only with a month
    YearPart part = YearPart::None;  ///< `2020 Q3`, `Summer 2023`, `8月中旬`
    bool operator==(const CalendarDate&) const = default;
};

/// What happened on the (last) date, from a word such as 入学 or 毕业 that belongs to it.
enum class DateEvent : std::uint8_t { None, Enrolment, Graduation };

/// One date, or two with what joins them.
struct DateRange {
    CalendarDate from;
    std::optional<CalendarDate> to;  ///< only of a range that ends
    bool open_ended = false;         ///< 至今, now, 起, or nothing after the dash
    bool is_range = false;           ///< `to` is there or `open_ended`
    bool expected = false;           ///< 预计, (expected)
    /// Years of the Republic of China in figures alone (`103/9 - 105/6`), which only the place
    /// tells from versions and prices; the confidence is below `kDateConfidence`.
    bool minguo_figures = false;
    DateEvent event = DateEvent::None;
    std::uint32_t begin = 0;  ///< bytes [begin, end) of the text: the dates, the words that
    std::uint32_t end = 0;  ///< belong to them (至今, 毕业, since), no brackets around them
    /// 0–100, how sure it is that these are dates, and these ones. 90 and more: nothing else is
    /// written so. 60–89: what else it might be (a version, a price, a fraction) is rare in a
    /// résumé. Below `kDateConfidence`: a year alone, a date in an ambiguous order, a range
    /// that ends before it begins; to be reported or shown as written, never rewritten.
    int confidence = 0;
    bool operator==(const DateRange&) const = default;
};

/// Callers must leave text alone that was recognised with less confidence.
inline constexpr int kDateConfidence = 60;

/// All dates and ranges in running text, in order, not overlapping; a bare year counts only as
/// part of a range. Linear in the text's length.
[[nodiscard]] std::vector<DateRange> find_dates(std::string_view text);

/// The date or range that is the whole of `text`, spaces and one pair of brackets around it
/// aside. What stands alone is surer to be a date, and a year alone is one too (confidence 50).
[[nodiscard]] std::optional<DateRange> match_date(std::string_view text);

}  // namespace cvtex::grammar
