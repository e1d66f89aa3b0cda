#include "grammar/calendar.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cvtex::grammar {
namespace {

int days_in_month(int year, int month) {
    static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

int read_numeral(std::string_view text) {
    static constexpr std::u32string_view kHan = U"〇一二三四五六七八九";
    int value = 0;
    bool after_ten = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode_utf8(text, at);
        at += c.length;
        int figure = -1;
        if (ascii::is_digit(c.code_point))
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

bool exists(const CalendarDate& date) {
    if (date.year < 1900 || date.year > 2100) return false;
    if (!date.month) return !date.day;
    return *date.month >= 1 && *date.month <= 12 &&
           (!date.day ||
            (*date.day >= 1 && *date.day <= days_in_month(date.year, *date.month)));
}

bool is_backwards(const CalendarDate& from, const CalendarDate& to) {
    if (from.year != to.year) return to.year < from.year;
    if (!from.month || !to.month) return false;
    if (*from.month != *to.month) return *to.month < *from.month;
    return from.day && to.day && *to.day < *from.day;
}

}  // namespace cvtex::grammar
