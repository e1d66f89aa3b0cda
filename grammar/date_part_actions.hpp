#pragma once

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include "grammar/calendar.hpp"
#include "grammar/date_reading.hpp"
#include "grammar/rules/dates.hpp"

/// What the numbers, names and forms of one date mean. For date_actions.hpp alone. An action
/// that returns false makes its rule fail: there is no such day.
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
        reading.spaced_slash = reading.minguo_figures = false;
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

struct keep_minguo_year {
    template <class Input>
    static void apply(const Input& in, DateReading& reading) {
        constexpr int kBefore = 1911;  // the Republic's first year is 1912
        reading.current.date.year = kBefore + read_numeral({in.begin(), in.size()});
    }
};

template <>
struct act<rules::minguo_year> : keep_minguo_year {};

template <>
struct act<rules::minguo_short_year> : keep_minguo_year {};

template <>
struct act<rules::minguo_recent_year> : keep_minguo_year {};

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
struct act<rules::half_or_quarter> : keep_part {};

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
struct act<rules::minguo_date> : form<kWrittenYear> {};

template <>
struct act<rules::short_han_date> : form<kShortYear> {};

template <>
struct act<rules::short_dotted_date> : form<kShortYear> {};

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

}  // namespace cvtex::grammar::dates
