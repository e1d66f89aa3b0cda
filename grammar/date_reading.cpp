#include "grammar/date_reading.hpp"

#include <algorithm>

#include "grammar/calendar.hpp"

namespace cvtex::grammar::dates {
namespace {

int range_confidence(const DateReading& reading) {
    const DateParts& from = reading.from;
    if (reading.minguo_figures) return kMinguoFigures;
    if (reading.now) return reading.cap == kCompact ? kCompactToNow : kToNow;
    if (reading.since) return from.bare ? kSinceYear : kRange;
    if (reading.open) return from.bare ? kOtherYears : kDashAtEnd;
    const DateParts& to = reading.to;
    if (is_backwards(from.date, to.date)) return kBackwards;
    if (from.bare && to.bare) {
        const bool likely =
            from.date.year >= kFirstLikelyYear && to.date.year <= kLastLikelyYear;
        return std::min(likely && !reading.spaced_slash ? kBareYears : kOtherYears,
                        reading.cap);
    }
    // 2020-2021-1 is the first term of a school year.
    if (from.bare && to.date.month && to.certainty == kHyphened) return kOtherYears;
    if (std::max(from.certainty, to.certainty) == kShortYear) return kShortYears;
    return std::min(std::max({kRange, certainty(from), certainty(to)}), reading.cap);
}

}  // namespace

int certainty(const DateParts& parts) {
    const bool dotted_or_so = parts.certainty >= kMonthSlashYear && parts.certainty < kWritten;
    int result = parts.certainty;
    if (parts.date.month && dotted_or_so) {
        if (parts.date.day) result += kWithDay;
        if (!parts.padded) result -= kUnpadded;
    }
    return result;
}

bool settle(DateReading& reading, DateParts& parts) {
    if (!exists(reading.current.date)) return false;
    parts = reading.current;
    return true;
}

bool settle_later(DateReading& reading, std::optional<int> month, std::optional<int> day,
                  int cap) {
    reading.current.date = {reading.from.date.year, month, day, reading.current.date.part};
    reading.current.certainty = kRange;
    if (!settle(reading, reading.to)) return false;
    reading.has_to = true;
    reading.cap = std::min(reading.cap, cap);
    return true;
}

DateRange result(const DateReading& reading, std::uint32_t begin, std::uint32_t end) {
    DateRange range;
    range.from = reading.from.date;
    range.open_ended = reading.now || reading.open || reading.since;
    if (reading.has_to && !range.open_ended) range.to = reading.to.date;
    range.is_range = range.open_ended || range.to;
    range.expected = reading.expected;
    range.minguo_figures = range.is_range && reading.minguo_figures;
    range.event = reading.last_event;
    range.begin = begin;
    range.end = end;
    range.confidence = range.is_range ? range_confidence(reading) : certainty(reading.from);
    return range;
}

}  // namespace cvtex::grammar::dates
