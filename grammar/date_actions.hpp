#pragma once

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include "grammar/calendar.hpp"
#include "grammar/date_reading.hpp"
#include "grammar/rules/dates.hpp"

/// What each rule of dates means. For dates.cpp alone. An action that returns false makes its
/// rule fail: there is no such day.
namespace cvtex::grammar::dates {

template <class Rule>
struct act : tao::pegtl::nothing<Rule> {};

template <int Certainty>
struct form {
    static void apply0(DateReading& reading) { reading.current.certainty = Certainty; }
};

template <>
struct act<rules::dated_start> {
    static void apply0(DateReading& reading) { reading.expected = false; }
};

template <>
struct act<rules::range_start> {
    static void apply0(DateReading& reading) {
        reading.from = reading.to = {};
        reading.has_to = reading.now = reading.open = reading.since = false;
        reading.spaced_slash = false;
        reading.cap = 100;
        reading.last_event = DateEvent::None;
    }
};

template <>
struct act<rules::form_start> {
    static void apply0(DateReading& reading) { reading.current = {}; }
};

// Numbers and names.
struct keep_year {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        reading.current.date.year = read_numeral({in.begin(), in.size()});
    }
};

template <>
struct act<rules::year_digits> : keep_year {};

template <>
struct act<rules::han_year> : keep_year {};

template <int Before, rules::literal... Names>
struct act<rules::era<Before, Names...>> {
    static void apply0(DateReading& reading) { reading.current.era = Before; }
};

template <>
struct act<rules::era_year> {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        // 元年 is the first year.
        const int number = std::max(read_numeral({in.begin(), in.size()}), 1);
        reading.current.date.year = reading.current.era + number;
    }
};

template <>
struct act<rules::short_year> {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        const int number = read_numeral({in.begin(), in.size()});
        reading.current.date.year =
            number < kLastLikelyYear - 2000 ? 2000 + number : 1900 + number;
    }
};

struct keep_month {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        const std::string_view text{in.begin(), in.size()};
        const int number = read_numeral(text);
        reading.current.date.month = number;
        reading.current.padded = number > 9 || text.starts_with('0') || text.starts_with("０");
    }
};

template <>
struct act<rules::month> : keep_month {};

template <>
struct act<rules::compact_month_digits> : keep_month {};

template <>
struct act<rules::signed_month> : keep_month {};

template <int Month, rules::literal... Names>
struct act<rules::month_name<Month, Names...>> {
    static void apply0(DateReading& reading) { reading.current.date.month = Month; }
};

struct keep_day {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        reading.current.date.day = read_numeral({in.begin(), in.size()});
    }
};

template <>
struct act<rules::day> : keep_day {};

template <>
struct act<rules::signed_day> : keep_day {};

template <>
struct act<rules::dotted_day> : keep_day {};

template <>
struct act<rules::leading_number> {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        reading.current.leading = read_numeral({in.begin(), in.size()});
    }
};

template <>
struct act<rules::middle_number> {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        reading.current.middle = read_numeral({in.begin(), in.size()});
    }
};

template <YearPart Part, rules::literal... Names>
struct act<rules::part<Part, Names...>> {
    static void apply0(DateReading& reading) { reading.part = Part; }
};

struct keep_part {
    static void apply0(DateReading& reading) { reading.current.date.part = reading.part; }
};

template <>
struct act<rules::latin_part> : keep_part {};

template <>
struct act<rules::season_name> : keep_part {};

template <>
struct act<rules::free_season> : keep_part {};

template <>
struct act<rules::part_of_year> : keep_part {};

template <>
struct act<rules::part_of_month> : keep_part {};

// Forms of a date.
template <class Mark>
constexpr int kMarked = kHyphened;
template <>
constexpr int kMarked<rules::slash> = kSlashed;
template <>
constexpr int kMarked<rules::dot> = kDotted;

template <class Mark>
struct act<rules::year_month_day<Mark>> : form<kMarked<Mark>> {};

template <class Mark>
struct act<rules::year_month<Mark>> : form<kMarked<Mark>> {};

template <>
struct act<rules::loose_date> : form<kMonthMarkYear> {};

template <>
struct act<rules::korean_date> : form<kWritten> {};

template <>
struct act<rules::english_date> : form<kWritten> {};

template <>
struct act<rules::parted_date> : form<kParted> {};

template <>
struct act<rules::short_han_date> : form<kShortYear> {};

template <>
struct act<rules::month_slash_year> : form<kMonthSlashYear> {};

template <>
struct act<rules::month_mark_year> : form<kMonthMarkYear> {};

template <>
struct act<rules::compact_month> : form<kMonthMarkYear> {};

template <>
struct act<rules::compact_day> : form<kMonthMarkYear> {};

template <>
struct act<rules::han_date> {
    static void apply0(DateReading& reading) {
        reading.current.certainty = reading.current.date.month ? kWritten : kWrittenYear;
    }
};

template <>
struct act<rules::bare_year> {
    static void apply0(DateReading& reading) {
        reading.current.certainty = kBareYear;
        reading.current.bare = true;
    }
};

template <>
struct act<rules::class_year> {
    static void apply0(DateReading& reading) {
        reading.current.certainty = kClassYear;
        reading.last_event = reading.event;
    }
};

/// Day and month are told apart by size; else by habit: the day first with dots, the month
/// first with the marks that Americans use.
template <class Mark>
struct act<rules::year_last<Mark>> {
    static bool apply0(DateReading& reading) {
        DateParts& parts = reading.current;
        int day = parts.leading, month = parts.middle;
        const bool clear = day > 12 || month > 12 || day == month;
        const bool month_first = clear ? month > 12 : !std::is_same_v<Mark, rules::dot>;
        if (month_first) std::swap(day, month);
        parts.date.day = day;
        parts.date.month = month;
        parts.certainty = clear ? kMonthSlashYear : kAmbiguousOrder;
        if (!clear) reading.cap = std::min(reading.cap, kShortLaterYear);
        return month <= 12;
    }
};

// Single dates and the two ends of a range.
struct take_first {
    static bool apply0(DateReading& reading) { return settle(reading, reading.from); }
};

template <>
struct act<rules::first_date> : take_first {};

template <>
struct act<rules::lone_date> : take_first {};

template <>
struct act<rules::year_alone> : take_first {};

template <>
struct act<rules::compact_first> : take_first {};

struct take_last {
    static bool apply0(DateReading& reading) {
        return reading.has_to = settle(reading, reading.to);
    }
};

template <>
struct act<rules::last_date> : take_last {};

template <>
struct act<rules::compact_last> : take_last {};

template <>
struct act<rules::later_month> {
    static bool apply0(DateReading& reading) {
        const CalendarDate end = reading.current.date;
        return reading.from.date.month && settle_later(reading, end.month, end.day, kWritten);
    }
};

template <>
struct act<rules::later_day> {
    static bool apply0(DateReading& reading) {
        return reading.from.date.day && settle_later(reading, reading.from.date.month,
                                                     reading.current.date.day, kWritten);
    }
};

template <>
struct act<rules::later_numbers> {
    static bool apply0(DateReading& reading) {
        const CalendarDate end = reading.current.date;
        return reading.from.date.day && settle_later(reading, end.month, end.day, kRange);
    }
};

template <>
struct act<rules::later_number> {
    static bool apply0(DateReading& reading) {
        const CalendarDate& from = reading.from.date;
        const int month = reading.current.date.month.value_or(0);
        return from.month && !from.day && month > *from.month &&
               settle_later(reading, month, std::nullopt, kLaterNumber);
    }
};

template <>
struct act<rules::later_year> {
    static bool apply0(DateReading& reading) {
        // 2015-12 is December: only a number that is no month can be a year.
        const int number = reading.current.date.year % 100, from = reading.from.date.year;
        if (!reading.from.bare || number <= std::max(from % 100, 12)) return false;
        reading.current.date.year = from - from % 100 + number;
        reading.current.bare = true;
        reading.cap = std::min(reading.cap, kShortLaterYear);
        return reading.has_to = settle(reading, reading.to);
    }
};

template <>
struct act<rules::span_month> {
    static bool apply0(DateReading& reading) {
        reading.current.certainty = kWritten;
        return settle(reading, reading.from);
    }
};

template <>
struct act<rules::span_end> {
    static bool apply0(DateReading& reading) {
        return settle_later(reading, reading.current.date.month, std::nullopt, kWritten);
    }
};

template <>
struct act<rules::lone_month> {
    static void apply0(DateReading& reading) { reading.from = reading.current; }
};

template <>
struct act<rules::shared_year> {
    static bool apply0(DateReading& reading) {
        reading.from.date.year = reading.to.date.year;
        reading.from.certainty = kWritten;
        return reading.to.date.month.has_value();
    }
};

template <>
struct act<rules::compact_range> {
    static void apply0(DateReading& reading) { reading.cap = kCompact; }
};

// What stands around the dates.
template <bool DateReading::*Flag>
struct mark {
    static void apply0(DateReading& reading) { reading.*Flag = true; }
};

template <>
struct act<rules::now> : mark<&DateReading::now> {};

template <>
struct act<rules::onward> : mark<&DateReading::now> {};

template <>
struct act<rules::open_tail> : mark<&DateReading::open> {};

template <>
struct act<rules::since_range> : mark<&DateReading::since> {};

template <>
struct act<rules::slash_joiner> : mark<&DateReading::spaced_slash> {};

template <>
struct act<rules::expected_before> : mark<&DateReading::expected> {};

template <>
struct act<rules::expected_after> : mark<&DateReading::expected> {};

template <DateEvent Event>
struct happen {
    static void apply0(DateReading& reading) { reading.event = Event; }
};

template <>
struct act<rules::enrolment> : happen<DateEvent::Enrolment> {};

template <>
struct act<rules::enrolment_sign> : happen<DateEvent::Enrolment> {};

template <>
struct act<rules::graduation> : happen<DateEvent::Graduation> {};

template <>
struct act<rules::graduation_sign> : happen<DateEvent::Graduation> {};

template <>
struct act<rules::last_event> {
    static void apply0(DateReading& reading) { reading.last_event = reading.event; }
};

/// 2019-2015 is a subtraction.
template <>
struct act<rules::plain_range> {
    static bool apply0(DateReading& reading) {
        return !reading.has_to || !reading.from.bare || !reading.to.bare ||
               !is_backwards(reading.from.date, reading.to.date);
    }
};

template <class... Dates>
struct act<rules::dated<Dates...>> {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        const auto begin = static_cast<std::uint32_t>(in.begin() - reading.text);
        const auto size = static_cast<std::uint32_t>(in.size());
        reading.found.push_back(result(reading, begin, begin + size));
    }
};

}  // namespace cvtex::grammar::dates
