#include "profile/head_line.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

/// Longer lines are text.
constexpr std::size_t kLongestLine = 480;  // bytes
/// Parts of a list with commas or single spaces between are at most this wide.
constexpr std::size_t kWidestPart = 44;
constexpr std::size_t kMostParts = 5;

constexpr std::array<std::string_view, 10> kColumnSigns{"||", "|", "｜", "丨", "│",
                                                        "•",  "‧", "\t", "　", "  "};
/// These part only with a space on either side.
constexpr std::array<std::string_view, 9> kSpacedSigns{" · ", " / ", " // ", " - ", " – ",
                                                       " — ", " -- ", " @ ",  "——"};

/// The separator at `at`: its length, or 0.
std::size_t separator_at(std::string_view text, std::size_t at) {
    for (const std::string_view sign : kColumnSigns)
        if (text.substr(at).starts_with(sign)) return sign.size();
    for (const std::string_view sign : kSpacedSigns)
        if (text.substr(at).starts_with(sign)) return sign.size();
    // Chinese text often has no spaces around its middle dots.
    constexpr std::string_view kDot = "·";
    if (text.substr(at).starts_with(kDot) && at > 0 && at + kDot.size() < text.size()) {
        const char32_t before = decode_utf8_before(text, at).code_point;
        const char32_t after = decode_utf8(text, at + kDot.size()).code_point;
        if (unicode::is_han(before) || unicode::is_han(after) || before == U' ' ||
            after == U' ')
            return kDot.size();
    }
    return 0;
}

bool is_gap(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'　' || c == U'\u00a0' || c == U'\u2003';
}

bool is_sign(char32_t c) {
    return std::u32string_view(U"|｜丨│·•‧/,，、:：;-–—@").find(c) !=
           std::u32string_view::npos;
}

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

void push_part(std::string_view text, Slice slice, std::vector<Slice>& parts) {
    while (!slice.empty()) {
        const Decoded c = decode_utf8(text, slice.begin);
        if (!is_gap(c.code_point) && !is_sign(c.code_point)) break;
        slice.begin += c.length;
    }
    while (!slice.empty()) {
        const Decoded c = decode_utf8_before(text, slice.end);
        if (!is_gap(c.code_point) && !is_sign(c.code_point)) break;
        slice.end -= c.length;
    }
    if (!slice.empty()) parts.push_back(slice);
}

/// What the bracket at `at` adds to the depth.
int bracket_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with('(') || rest.starts_with("（")) return 1;
    return rest.starts_with(')') || rest.starts_with("）") ? -1 : 0;
}

/// Splits at separators outside brackets.
template <class LengthAt>
std::vector<Slice> split(std::string_view text, Slice slice, LengthAt length_at) {
    std::vector<Slice> parts;
    std::size_t begin = slice.begin;
    int depth = 0;
    for (std::size_t at = slice.begin; at < slice.end;) {
        depth = std::max(depth + bracket_at(text, at), 0);
        const std::size_t length = at > slice.begin && depth == 0 ? length_at(at) : 0;
        if (length == 0) {
            at += decode_utf8(text, at).length;
            continue;
        }
        push_part(text, {begin, at}, parts);
        at += length;
        begin = at;
    }
    push_part(text, {begin, slice.end}, parts);
    return parts;
}

bool all_short(std::string_view text, const std::vector<Slice>& parts) {
    return parts.size() <= kMostParts &&
           std::all_of(parts.begin(), parts.end(), [&](const Slice& part) {
               return unicode::display_width(part.of(text)) <= kWidestPart;
           });
}

/// Where a title begins behind its number: `1. `, `2、`, `三、`, `（四）`.
std::size_t behind_number(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kOpen{"(", "（", "[", "【"};
    static constexpr std::array<std::string_view, 7> kClose{"、", "．", ".",
                                                            ")",  "）", "]", "】"};
    constexpr std::size_t kMostFigures = 3;
    std::size_t at = 0, figures = 0;
    const auto skip = [&](const auto& signs) {
        for (const std::string_view sign : signs)
            if (text.substr(at).starts_with(sign)) return sign.size();
        return std::size_t{0};
    };
    const std::size_t open = skip(kOpen);
    at += open;
    while (at < text.size() && figures < kMostFigures) {
        const Decoded c = decode_utf8(text, at);
        const bool numeral = std::u32string_view(U"一二三四五六七八九十").find(c.code_point) !=
                             std::u32string_view::npos;
        if (!numeral && (c.code_point < U'0' || c.code_point > U'9')) break;
        at += c.length;
        ++figures;
    }
    const std::size_t close = skip(kClose);
    if (figures == 0 || close == 0) return 0;
    at += close;
    while (at < text.size() && text[at] == ' ') ++at;
    // 2.0 is a version.
    const bool goes_on = at >= text.size() || (text[at - 1] != ' ' && ascii::is_digit(text[at]));
    return goes_on ? 0 : at;
}

/// A comma between a role and what it was at: `Data Engineer, Quillstone`.
void split_role(std::string_view text, std::vector<Slice>& parts) {
    std::vector<Slice> finer;
    for (const Slice& part : parts) {
        std::vector<Slice> halves = split(text, part, [&](std::size_t at) {
            const std::string_view rest = text.substr(at);
            return rest.starts_with("，") ? std::string_view("，").size()
                                          : std::size_t{rest.starts_with(", ") ? 2U : 0U};
        });
        const auto is_beside = [&](std::size_t role, std::size_t other) {
            return nature_of(halves[role].of(text)).person && !nature_of(halves[other].of(text)).role;
        };
        if (halves.size() == 2 && all_short(text, halves) && (is_beside(0, 1) || is_beside(1, 0)))
            finer.insert(finer.end(), halves.begin(), halves.end());
        else
            finer.push_back(part);
    }
    if (finer.size() <= kMostParts) parts = std::move(finer);
}

std::size_t comma_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("，") || rest.starts_with("、")) return std::string_view("，").size();
    if (rest.starts_with(" at ")) return 4;
    if (rest.starts_with("; ")) return 2;
    return rest.starts_with(", ") ? 2 : 0;
}

/// A space between two Han characters, which text has no use for.
std::size_t wide_space_at(std::string_view text, std::size_t at) {
    if (text[at] != ' ' || at + 1 >= text.size()) return 0;
    const auto is_wide = [](char32_t c) { return unicode::is_han(c) || c == U')' || c == U'）'; };
    return is_wide(decode_utf8_before(text, at).code_point) &&
                   unicode::is_han(decode_utf8(text, at + 1).code_point)
               ? 1
               : 0;
}

/// `Example (Platform Engineer)`: a role or place in brackets at the end is a part of its own.
void split_brackets(std::string_view text, std::vector<Slice>& parts) {
    if (parts.empty()) return;
    const Slice part = parts.front();
    const std::string_view words = part.of(text);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                      {"（", "）"},
                                      {"[", "]"},
                                      {"【", "】"}}) {
        const std::size_t at = words.rfind(open);
        if (!words.ends_with(close) || at == std::string_view::npos || at == 0) continue;
        const Slice inner{part.begin + at + open.size(), part.end - close.size()};
        const PartNature nature = nature_of(inner.of(text));
        if (!nature.role && !nature.place) return;
        std::vector<Slice> outer;
        push_part(text, {part.begin, part.begin + at}, outer);
        if (outer.empty()) return;
        parts.front() = outer.front();
        parts.insert(parts.begin() + 1, inner);
        return;
    }
}

/// The parts of one side of the dates.
std::vector<Slice> parts_of(std::string_view text, Slice side) {
    std::vector<Slice> parts =
        split(text, side, [&](std::size_t at) { return separator_at(text, at); });
    if (parts.size() == 1) {
        std::vector<Slice> finer =
            split(text, parts[0], [&](std::size_t at) { return comma_at(text, at); });
        if (finer.size() > 1 && all_short(text, finer)) parts = std::move(finer);
    }
    if (parts.size() == 1) {
        std::vector<Slice> finer =
            split(text, parts[0], [&](std::size_t at) { return wide_space_at(text, at); });
        if (finer.size() > 1 && all_short(text, finer)) parts = std::move(finer);
    } else {
        split_role(text, parts);
    }
    return parts;
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
