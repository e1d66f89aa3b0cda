#include "profile/date_form.hpp"

#include <algorithm>
#include <array>

namespace cvtex::profile {
namespace {

using grammar::CalendarDate;
using grammar::YearPart;

struct Named {
    std::string_view name;
    DateForm form;
};

constexpr std::array kForms{
    Named{"keep", DateForm::Keep},           Named{"yyyy.mm", DateForm::Dotted},
    Named{"yyyy-mm", DateForm::Hyphened},    Named{"yyyy/mm", DateForm::Slashed},
    Named{"yyyy年m月", DateForm::Han},       Named{"mmm yyyy", DateForm::MonthYear},
    Named{"mmmm yyyy", DateForm::FullMonth}, Named{"mm/yyyy", DateForm::Numeric},
    Named{"yyyy", DateForm::Year},
};

constexpr std::array<std::string_view, 12> kMonths{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

enum class Tongue : std::uint8_t { Simplified, Traditional, Japanese, Korean, Other };

Tongue tongue_of(std::string_view lang) {
    if (lang.starts_with("zh-TW") || lang.starts_with("zh-HK") || lang.starts_with("zh-Hant"))
        return Tongue::Traditional;
    if (lang.starts_with("zh")) return Tongue::Simplified;
    if (lang.starts_with("ja")) return Tongue::Japanese;
    return lang.starts_with("ko") ? Tongue::Korean : Tongue::Other;
}

std::string_view now_in(Tongue tongue) {
    switch (tongue) {
        case Tongue::Simplified:
        case Tongue::Traditional:
            return "至今";
        case Tongue::Japanese:
            return "現在";
        case Tongue::Korean:
            return "현재";
        case Tongue::Other:
            return "Present";
    }
    return "Present";
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string parted(const CalendarDate& date, char sign) {
    std::string text = std::to_string(date.year);
    if (date.month) text += sign + two_digits(*date.month);
    if (date.day) text += sign + two_digits(*date.day);
    return text;
}

std::string in_han(const CalendarDate& date, Tongue tongue) {
    const bool korean = tongue == Tongue::Korean;
    std::string text = std::to_string(date.year) + (korean ? "년" : "年");
    if (date.month)
        text += (korean ? " " : "") + std::to_string(*date.month) + (korean ? "월" : "月");
    if (date.day)
        text += (korean ? " " : "") + std::to_string(*date.day) + (korean ? "일" : "日");
    return text;
}

std::string in_words(const CalendarDate& date, bool full) {
    const std::string year = std::to_string(date.year);
    if (!date.month) return year;
    const std::string_view name = kMonths[static_cast<std::size_t>(*date.month - 1)];
    const std::string month(full ? name : name.substr(0, 3));
    if (date.day) return month + " " + std::to_string(*date.day) + ", " + year;
    return month + " " + year;
}

std::string numeric(const CalendarDate& date) {
    const std::string year = std::to_string(date.year);
    if (!date.month) return year;
    const std::string month = two_digits(*date.month);
    return date.day ? month + "/" + two_digits(*date.day) + "/" + year : month + "/" + year;
}

std::string format(const CalendarDate& date, DateForm form, Tongue tongue) {
    switch (form) {
        case DateForm::Keep:
        case DateForm::Year:
            return std::to_string(date.year);
        case DateForm::Dotted:
            return parted(date, '.');
        case DateForm::Hyphened:
            return parted(date, '-');
        case DateForm::Slashed:
            return parted(date, '/');
        case DateForm::Han:
            return in_han(date, tongue);
        case DateForm::MonthYear:
            return in_words(date, false);
        case DateForm::FullMonth:
            return in_words(date, true);
        case DateForm::Numeric:
            return numeric(date);
    }
    return {};
}

}  // namespace

std::optional<DateForm> date_form(std::string_view name) {
    const auto* const found = std::find_if(
        kForms.begin(), kForms.end(), [&](const Named& each) { return each.name == name; });
    if (found == kForms.end()) return std::nullopt;
    return found->form;
}

std::string_view date_form_names() {
    return "keep, yyyy.mm, yyyy-mm, yyyy/mm, yyyy年m月, mmm yyyy, mmmm yyyy, mm/yyyy, yyyy";
}

std::string format_dates(const grammar::DateRange& range, DateForm form,
                         std::string_view lang) {
    const Tongue tongue = tongue_of(lang);
    const std::string from = format(range.from, form, tongue);
    if (!range.is_range) return from;
    const std::string to =
        range.to ? format(*range.to, form, tongue) : std::string(now_in(tongue));
    return from == to ? from : from + " – " + to;
}

}  // namespace cvtex::profile
