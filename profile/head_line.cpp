#include "profile/head_line.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "profile/head_parts.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// Longer lines are text.
constexpr std::size_t kLongestLine = 480;  // bytes

bool is_column_sign(char32_t c) {
    return std::u32string_view(U"|｜丨│·•‧\t　\u2003").find(c) != std::u32string_view::npos;
}

/// White space and separators on one side of a place in a line.
struct Around {
    std::size_t begin = 0;  ///< where they end, seen from that place
    bool gap = false, sign = false, column = false;
    int spaces = 0;  ///< a wider blank counts as two

    /// Whether `c` is one of them; if so, it is noted.
    bool take(char32_t c) {
        if (is_gap(c)) {
            gap = true;
            spaces += c == U' ' ? 1 : 2;
        } else if (is_sign(c)) {
            sign = true;
        } else {
            return false;
        }
        column = column || is_column_sign(c) || spaces > 1;
        return true;
    }
};

Around gap_before(std::string_view text, std::size_t at) {
    Around around{at};
    while (around.begin > 0) {
        const Decoded c = decode_utf8_before(text, around.begin);
        if (!around.take(c.code_point)) break;
        around.begin -= c.length;
    }
    return around;
}

Around gap_after(std::string_view text, std::size_t at) {
    Around around{at};
    while (around.begin < text.size()) {
        const Decoded c = decode_utf8(text, around.begin);
        if (!around.take(c.code_point)) break;
        around.begin += c.length;
    }
    return around;
}

/// Takes the brackets around `dates` in, if there are any.
bool take_brackets(std::string_view text, Slice& dates) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets{
        {{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}};
    std::size_t begin = dates.begin, end = dates.end;
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    if (text.substr(end).starts_with('.')) ++end;  // as in Korea
    while (end < text.size() && text[end] == ' ') ++end;
    for (const auto& [open, close] : kBrackets)
        for (const auto& other : kBrackets) {
            // （2019.7—2021.8) happens.
            if (!text.substr(0, begin).ends_with(open)) continue;
            if (!text.substr(end).starts_with(other.second)) continue;
            dates = {begin - open.size(), end + other.second.size()};
            return true;
        }
    return false;
}

/// Where the dates stand, or nothing when they are in the middle of words.
std::optional<DateSpot> spot_of(std::string_view text, const grammar::DateRange& range) {
    DateSpot spot;
    spot.range = range;
    spot.text = spot.dates = {range.begin, range.end};
    const bool bracketed = take_brackets(text, spot.text);
    if (text.substr(spot.text.end) == ".") ++spot.text.end;  // as in Korea
    const Around before = gap_before(text, spot.text.begin);
    const Around after = gap_after(text, spot.text.end);
    const bool first = before.begin == 0, last = after.begin == text.size();
    spot.cut = {before.begin, after.begin};
    if (first && last) {
        spot.apart = Apart::Alone;
    } else if (bracketed && (first || last)) {
        const bool apart = first ? after.gap : before.gap || before.sign;
        spot.apart = apart ? Apart::Brackets : Apart::Attached;
    } else if (first || last) {
        const Around& side = first ? after : before;
        if (!side.gap && !side.sign) return std::nullopt;
        spot.apart = side.column ? Apart::Column : Apart::Loose;
    } else if (before.column && after.column) {
        spot.apart = Apart::Column;
    } else if (bracketed && after.column) {
        spot.apart = before.gap ? Apart::Brackets : Apart::Attached;
    } else {
        return std::nullopt;
    }
    return spot;
}

/// All of a line is dates, which is surer than dates among words.
std::optional<DateSpot> whole_spot(std::string_view text) {
    constexpr std::size_t kLongestDates = 64;  // bytes
    if (text.size() > kLongestDates) return std::nullopt;
    const auto range = grammar::match_date(text);
    if (!range || range->confidence < grammar::kDateConfidence) return std::nullopt;
    const Slice all{0, text.size()};
    return DateSpot{*range, all, {range->begin, range->end}, all, Apart::Alone};
}

/// A lone year counts only at the end of a line, set apart by more than a space.
std::optional<DateSpot> year_spot(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ')')) --end;
    if (text.substr(0, text.size()).ends_with("）")) end = text.size() - 3;
    if (end < 4) return std::nullopt;
    const std::string_view year = text.substr(end - 4, 4);
    const auto date = grammar::match_date(year);
    if (!date || date->is_range) return std::nullopt;
    grammar::DateRange range = *date;
    range.begin = static_cast<std::uint32_t>(end - 4);
    range.end = static_cast<std::uint32_t>(end);
    auto spot = spot_of(text, range);
    if (!spot || spot->apart == Apart::Loose) {
        const Around before = gap_before(text, range.begin);
        if (!spot || !before.sign) return std::nullopt;
    }
    return spot;
}

/// Whether dates that are not sure by their form may be an entry's by their place.
bool may_be_dates(const DateSpot& spot) {
    const grammar::DateRange& range = spot.range;
    if (range.confidence >= grammar::kDateConfidence) return true;
    if (range.minguo_figures) return spot.apart != Apart::Loose;
    // A range that ends before it begins is one too, wrong as it is.
    return range.to && range.from.month && range.to->month;
}

/// Ranges count more than dates, and the end of the line more than its start.
int worth(const DateSpot& spot) {
    if (spot.range.minguo_figures) return 0;
    return (spot.range.is_range ? 8 : 0) + (spot.range.from.month ? 4 : 0) +
           (spot.apart != Apart::Loose ? 2 : 0) + (spot.cut.begin > 0 ? 1 : 0);
}

}  // namespace

std::optional<DateSpot> find_date_spot(std::string_view text) {
    if (text.size() > kLongestLine) return std::nullopt;
    if (auto whole = whole_spot(text)) return whole;
    std::optional<DateSpot> best;
    for (const grammar::DateRange& range : grammar::find_dates(text)) {
        auto spot = spot_of(text, range);
        if (!spot || !may_be_dates(*spot)) continue;
        if (!best || worth(*spot) > worth(*best)) best = std::move(spot);
    }
    return best ? best : year_spot(text);
}

void shift(DateSpot& spot, std::size_t by) {
    for (Slice* each : {&spot.text, &spot.dates, &spot.cut}) {
        each->begin += by;
        each->end += by;
    }
}

HeadLine read_head_line(std::string_view text, bool is_title) {
    HeadLine line;
    const std::size_t begin = is_title ? behind_number(text) : 0;
    line.date = find_date_spot(text.substr(begin));
    if (line.date) shift(*line.date, begin);
    if (!line.date) {
        line.parts = parts_of(text, {begin, text.size()});
    } else {
        line.parts = parts_of(text, {begin, line.date->cut.begin});
        const std::vector<Slice> after = parts_of(text, {line.date->cut.end, text.size()});
        line.parts.insert(line.parts.end(), after.begin(), after.end());
    }
    if (is_title) split_brackets(text, line.parts);
    return line;
}

}  // namespace cvtex::profile
