#pragma once

#include <algorithm>

#include "grammar/calendar.hpp"
#include "grammar/date_part_actions.hpp"
#include "grammar/date_reading.hpp"
#include "grammar/rules/dates.hpp"

/// What ranges of dates and the words around them mean; date_part_actions.hpp has the dates'
/// own rules. For dates.cpp alone.
namespace cvtex::grammar::dates {

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
struct act<rules::minguo_short_date> : take_first {};

template <>
struct act<rules::minguo_end> : take_last {};

template <>
struct act<rules::minguo_first> : take_first {};

template <>
struct act<rules::minguo_last> : take_last {};

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

template <>
struct act<rules::minguo_range> {
    static bool apply0(DateReading& reading) {
        reading.minguo_figures = true;
        return !reading.has_to || !is_backwards(reading.from.date, reading.to.date);
    }
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
struct act<rules::class_of> : happen<DateEvent::Graduation> {};

template <>
struct act<rules::expected_event> {
    static void apply0(DateReading& reading) { reading.last_event = reading.event; }
};

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
