#include "grammar/dates.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/utf8.hpp"
#include "grammar/rules/dates.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

// How sure a single date in running text is, by its form.
constexpr int kWritten = 95;        ///< 2020年8月, Sep 2019
constexpr int kWrittenYear = 85;    ///< 2020年
constexpr int kParted = 75;         ///< 2020 Q3, Summer 2023: also names of events
constexpr int kHyphened = 80;       ///< 2020-08
constexpr int kSlashed = 75;        ///< 2020/08: also a fraction
constexpr int kDotted = 70;         ///< 2020.08: also a price or a version
constexpr int kClassYear = 65;      ///< 2020届
constexpr int kMonthSlashYear = 65; ///< 07/2019
constexpr int kMonthMarkYear = 50;  ///< 07.2019: also a price or a version
constexpr int kShortYear = 45;      ///< 20年8月: also a duration
constexpr int kAmbiguousOrder = 40; ///< 12/08/2020
constexpr int kBareYear = 30;
constexpr int kWithDay = 10;        ///< more for a day
constexpr int kUnpadded = 25;       ///< less for one figure: IntelliJ 2020.3, Unity 2019.4.1
constexpr int kAlone = 15;          ///< more for a date that is a whole text
constexpr int kYearAlone = 50;      ///< a bare year that is a whole text

// And a range of dates, which hardly anything else looks like.
constexpr int kRange = 90;
constexpr int kToNow = 95;
constexpr int kSinceYear = 80;
constexpr int kDashAtEnd = 65;      ///< `2020.08 -`
constexpr int kBareYears = 65;      ///< 2015-2019 within the years of a working life
constexpr int kOtherYears = 40;     ///< 1900-2000, 2000-2100, `2019 / 2020`, `2020 -`
constexpr int kShortLaterYear = 55; ///< 2015-18
constexpr int kLaterNumber = 60;    ///< 2019.09-12: perhaps the twelfth of September
constexpr int kCompact = 60;        ///< 202008-202112
constexpr int kShortYears = 70;     ///< 21年7月-22年6月
constexpr int kBackwards = 40;      ///< ends before it begins
constexpr int kFirstLikelyYear = 1950;
constexpr int kLastLikelyYear = 2050;

/// A date being read and how it was written.
struct Parts {
    CalendarDate date;
    int certainty = 0;
    int era = 0;  ///< the Gregorian year before the era's first; 0 for the common era
    int leading = 0;
    int middle = 0;
    bool bare = false;
    bool padded = true;
};

struct Reading {
    const char* text = nullptr;
    Parts current, from, to;
    YearPart part = YearPart::None;  ///< read, but perhaps no part of the date
    DateEvent event = DateEvent::None;
    bool has_to = false;
    bool now = false;
    bool open = false;
    bool since = false;
    bool spaced_slash = false;
    int cap = 100;  ///< the form allows no more confidence
    DateEvent last_event = DateEvent::None;
    bool expected = false;
    std::vector<DateRange> found;
};

/// Value of a numeral: ASCII or full-width figures, Han figures, 十 and 廿. Reads up to the
/// first other character.
int read_number(std::string_view text) {
    static constexpr std::u32string_view kHan = U"〇一二三四五六七八九";
    int value = 0;
    bool after_ten = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        at += c.length;
        int figure = -1;
        if (c.code_point >= '0' && c.code_point <= '9')
            figure = static_cast<int>(c.code_point - '0');
        else if (c.code_point >= 0xFF10 && c.code_point <= 0xFF19)
            figure = static_cast<int>(c.code_point - 0xFF10);
        else if (c.code_point == U'○' || c.code_point == U'零')
            figure = 0;
        else if (const auto han = kHan.find(c.code_point); han != std::u32string_view::npos)
            figure = static_cast<int>(han);
        if (figure >= 0) {
            value = after_ten ? value + figure : value * 10 + figure;
        } else if (c.code_point == U'十' || c.code_point == U'廿') {
            value = c.code_point == U'廿' ? 20 : std::max(value, 1) * 10;
            after_ten = true;
        } else {
            break;
        }
    }
    return value;
}

int days_in_month(int year, int month) {
    static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(const CalendarDate& date) {
    if (date.year < 1900 || date.year > 2100) return false;
    if (!date.month) return !date.day;
    return *date.month >= 1 && *date.month <= 12 &&
           (!date.day || (*date.day >= 1 && *date.day <= days_in_month(date.year, *date.month)));
}

/// Whether `to` is surely earlier than `from`: what one of them leaves out is not compared.
bool is_backwards(const CalendarDate& from, const CalendarDate& to) {
    if (from.year != to.year) return to.year < from.year;
    if (!from.month || !to.month) return false;
    if (*from.month != *to.month) return *to.month < *from.month;
    return from.day && to.day && *to.day < *from.day;
}

int certainty(const Parts& parts) {
    const bool dotted_or_so = parts.certainty >= kMonthSlashYear && parts.certainty < kWritten;
    int result = parts.certainty;
    if (parts.date.month && dotted_or_so) {
        if (parts.date.day) result += kWithDay;
        if (!parts.padded) result -= kUnpadded;
    }
    return result;
}

int range_confidence(const Reading& reading) {
    const Parts& from = reading.from;
    if (reading.now) return std::min(reading.cap == kCompact ? 75 : kToNow, 100);
    if (reading.since) return from.bare ? kSinceYear : kRange;
    if (reading.open) return from.bare ? kOtherYears : kDashAtEnd;
    const Parts& to = reading.to;
    if (is_backwards(from.date, to.date)) return kBackwards;
    if (from.bare && to.bare) {
        const bool likely = from.date.year >= kFirstLikelyYear && to.date.year <= kLastLikelyYear;
        return std::min(likely && !reading.spaced_slash ? kBareYears : kOtherYears, reading.cap);
    }
    if (std::max(from.certainty, to.certainty) == kShortYear) return kShortYears;
    return std::min(std::max({kRange, certainty(from), certainty(to)}), reading.cap);
}

/// Gives the date that was read to `parts` if there is such a day.
bool settle(Reading& reading, Parts& parts) {
    if (!exists(reading.current.date)) return false;
    parts = reading.current;
    return true;
}

/// Settles the end of a range that names only what differs from its beginning.
bool settle_later(Reading& reading, std::optional<int> month, std::optional<int> day, int cap) {
    reading.current.date = {reading.from.date.year, month, day, reading.current.date.part};
    reading.current.certainty = kRange;
    if (!settle(reading, reading.to)) return false;
    reading.has_to = true;
    reading.cap = std::min(reading.cap, cap);
    return true;
}

// Actions: what each rule means. `base` of those that only set a field.
template <class Rule>
struct act : tao::pegtl::nothing<Rule> {};

template <int Certainty>
struct form {
    static void apply0(Reading& reading) { reading.current.certainty = Certainty; }
};

template <>
struct act<rules::dated_start> {
    static void apply0(Reading& reading) { reading.expected = false; }
};

template <>
struct act<rules::range_start> {
    static void apply0(Reading& reading) {
        reading.from = reading.to = {};
        reading.has_to = reading.now = reading.open = reading.since = false;
        reading.spaced_slash = false;
        reading.cap = 100;
        reading.last_event = DateEvent::None;
    }
};

template <>
struct act<rules::form_start> {
    static void apply0(Reading& reading) { reading.current = {}; }
};

// Numbers and names.
template <int CalendarDate::*Field>
struct keep_year {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        reading.current.date.*Field = read_number({in.begin(), in.size()});
    }
};

template <>
struct act<rules::year_digits> : keep_year<&CalendarDate::year> {};
template <>
struct act<rules::han_year> : keep_year<&CalendarDate::year> {};

template <int Before, rules::literal... Names>
struct act<rules::era<Before, Names...>> {
    static void apply0(Reading& reading) { reading.current.era = Before; }
};

template <>
struct act<rules::era_year> {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        // 元年 is the first year.
        const int number = std::max(read_number({in.begin(), in.size()}), 1);
        reading.current.date.year = reading.current.era + number;
    }
};

template <>
struct act<rules::short_year> {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        const int number = read_number({in.begin(), in.size()});
        reading.current.date.year = number < kLastLikelyYear - 2000 ? 2000 + number
                                                                    : 1900 + number;
    }
};

struct keep_month {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        const std::string_view text{in.begin(), in.size()};
        reading.current.date.month = read_number(text);
        reading.current.padded = text.size() > 1;
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
    static void apply0(Reading& reading) { reading.current.date.month = Month; }
};

struct keep_day {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        reading.current.date.day = read_number({in.begin(), in.size()});
    }
};

template <>
struct act<rules::day> : keep_day {};
template <>
struct act<rules::signed_day> : keep_day {};

template <>
struct act<rules::leading_number> {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        reading.current.leading = read_number({in.begin(), in.size()});
    }
};

template <>
struct act<rules::middle_number> {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        reading.current.middle = read_number({in.begin(), in.size()});
    }
};

template <YearPart Part, rules::literal... Names>
struct act<rules::part<Part, Names...>> {
    static void apply0(Reading& reading) { reading.part = Part; }
};

struct keep_part {
    static void apply0(Reading& reading) { reading.current.date.part = reading.part; }
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
    static void apply0(Reading& reading) {
        reading.current.certainty = reading.current.date.month ? kWritten : kWrittenYear;
    }
};

template <>
struct act<rules::bare_year> {
    static void apply0(Reading& reading) {
        reading.current.certainty = kBareYear;
        reading.current.bare = true;
    }
};

template <>
struct act<rules::class_year> {
    static void apply0(Reading& reading) {
        reading.current.certainty = kClassYear;
        reading.last_event = reading.event;
    }
};

/// Day and month are told apart by size; else by habit: the day first with dots, the month
/// first with the marks that Americans use.
template <class Mark>
struct act<rules::year_last<Mark>> {
    static bool apply0(Reading& reading) {
        Parts& parts = reading.current;
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
    static bool apply0(Reading& reading) { return settle(reading, reading.from); }
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
    static bool apply0(Reading& reading) {
        return reading.has_to = settle(reading, reading.to);
    }
};

template <>
struct act<rules::last_date> : take_last {};
template <>
struct act<rules::compact_last> : take_last {};

template <>
struct act<rules::later_month> {
    static bool apply0(Reading& reading) {
        const CalendarDate end = reading.current.date;
        return reading.from.date.month && settle_later(reading, end.month, end.day, kWritten);
    }
};

template <>
struct act<rules::later_day> {
    static bool apply0(Reading& reading) {
        return reading.from.date.day && settle_later(reading, reading.from.date.month,
                                                     reading.current.date.day, kWritten);
    }
};

template <>
struct act<rules::later_numbers> {
    static bool apply0(Reading& reading) {
        const CalendarDate end = reading.current.date;
        return reading.from.date.day && settle_later(reading, end.month, end.day, kRange);
    }
};

template <>
struct act<rules::later_number> {
    static bool apply0(Reading& reading) {
        const CalendarDate& from = reading.from.date;
        const int month = reading.current.date.month.value_or(0);
        return from.month && !from.day && month > *from.month &&
               settle_later(reading, month, std::nullopt, kLaterNumber);
    }
};

template <>
struct act<rules::later_year> {
    static bool apply0(Reading& reading) {
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
    static bool apply0(Reading& reading) {
        reading.current.certainty = kWritten;
        return settle(reading, reading.from);
    }
};

template <>
struct act<rules::span_end> {
    static bool apply0(Reading& reading) {
        return settle_later(reading, reading.current.date.month, std::nullopt, kWritten);
    }
};

template <>
struct act<rules::lone_month> {
    static void apply0(Reading& reading) { reading.from = reading.current; }
};

template <>
struct act<rules::shared_year> {
    static bool apply0(Reading& reading) {
        reading.from.date.year = reading.to.date.year;
        reading.from.certainty = kWritten;
        return reading.to.date.month.has_value();
    }
};

template <>
struct act<rules::compact_range> {
    static void apply0(Reading& reading) { reading.cap = kCompact; }
};

// What stands around the dates.
template <bool Reading::*Flag>
struct mark {
    static void apply0(Reading& reading) { reading.*Flag = true; }
};

template <>
struct act<rules::now> : mark<&Reading::now> {};
template <>
struct act<rules::onward> : mark<&Reading::now> {};
template <>
struct act<rules::open_tail> : mark<&Reading::open> {};
template <>
struct act<rules::since_range> : mark<&Reading::since> {};
template <>
struct act<rules::slash_joiner> : mark<&Reading::spaced_slash> {};
template <>
struct act<rules::expected_before> : mark<&Reading::expected> {};
template <>
struct act<rules::expected_after> : mark<&Reading::expected> {};

template <DateEvent Event>
struct happen {
    static void apply0(Reading& reading) { reading.event = Event; }
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
    static void apply0(Reading& reading) { reading.last_event = reading.event; }
};

/// 2019-2015 is a subtraction.
template <>
struct act<rules::plain_range> {
    static bool apply0(Reading& reading) {
        return !reading.has_to || !reading.from.bare || !reading.to.bare ||
               !is_backwards(reading.from.date, reading.to.date);
    }
};

template <class... Dates>
struct act<rules::dated<Dates...>> {
    template <class Input>
    static void apply(const Input& in, Reading& reading) {
        DateRange range;
        range.from = reading.from.date;
        range.open_ended = reading.now || reading.open || reading.since;
        if (reading.has_to && !range.open_ended) range.to = reading.to.date;
        range.is_range = range.open_ended || range.to;
        range.expected = reading.expected;
        range.event = reading.last_event;
        range.begin = static_cast<std::uint32_t>(in.begin() - reading.text);
        range.end = range.begin + static_cast<std::uint32_t>(in.size());
        range.confidence = range.is_range ? range_confidence(reading) : certainty(reading.from);
        reading.found.push_back(range);
    }
};

/// `text` without white space around it, and where that begins.
std::string_view trim(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kSpaces{" ", "\t", "\n", "\r", "\u00A0",
                                                             "\u3000"};
    const auto* space = kSpaces.begin();
    const auto begins = [&](std::string_view s) { return text.starts_with(s); };
    const auto ends = [&](std::string_view s) { return text.ends_with(s); };
    while ((space = std::find_if(kSpaces.begin(), kSpaces.end(), begins)) != kSpaces.end())
        text.remove_prefix(space->size());
    while ((space = std::find_if(kSpaces.begin(), kSpaces.end(), ends)) != kSpaces.end())
        text.remove_suffix(space->size());
    return text;
}

std::string_view without_brackets(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBrackets{
        {{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"［", "］"}}};
    for (const auto& [open, close] : kBrackets) {
        if (!text.starts_with(open) || !text.ends_with(close)) continue;
        return trim(text.substr(open.size(), text.size() - open.size() - close.size()));
    }
    return text;
}

}  // namespace

std::vector<DateRange> find_dates(std::string_view text) {
    Reading reading;
    reading.text = text.data();
    static_cast<void>(rules::match<rules::dates_in_text, act>(text, reading));
    return std::move(reading.found);
}

std::optional<DateRange> match_date(std::string_view text) {
    const std::string_view inner = without_brackets(trim(text));
    Reading reading;
    reading.text = text.data();
    if (rules::match<rules::dated_whole, act>(inner, reading) == 0) return std::nullopt;
    DateRange range = reading.found.back();
    if (range.is_range) return range;
    range.confidence = reading.from.bare ? kYearAlone
                                         : std::min(range.confidence + kAlone, kWritten);
    return range;
}

}  // namespace cvtex::grammar
