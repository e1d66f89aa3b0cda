#include "profile/date_style.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "base/ascii.hpp"
#include "grammar/dates.hpp"

namespace cvtex::profile {
namespace {

/// Longer ones before those they begin with.
constexpr std::array<std::string_view, 12> kDashes{"--", "——", "–", "—",  "―",  "−",
                                                   "－", "-",  "~", "～", "〜", "∼"};
constexpr std::array<std::string_view, 3> kUnits{"年", "月", "日"};

/// The same day or days, however they are written.
bool means_the_same(const std::string& before, const std::string& after) {
    const auto a = grammar::match_date(before);
    const auto b = grammar::match_date(after);
    return a && b && a->from == b->from && a->to == b->to && a->open_ended == b->open_ended &&
           a->is_range == b->is_range && a->expected == b->expected && a->event == b->event &&
           b->confidence >= grammar::kDateConfidence;
}

// ---- spaces ---------------------------------------------------------------------------------

/// A run of spaces, with what stands on both sides.
struct Gap {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view before;
    std::string_view after;
};

std::vector<Gap> gaps_of(std::string_view date) {
    std::vector<Gap> gaps;
    for (std::size_t at = date.find(' '); at != std::string_view::npos;) {
        const std::size_t end = std::min(date.find_first_not_of(' ', at), date.size());
        gaps.push_back({at, end, date.substr(0, at), date.substr(end)});
        at = date.find(' ', end);
    }
    return gaps;
}

bool begins_with_unit(std::string_view text) {
    return std::any_of(kUnits.begin(), kUnits.end(),
                       [&](std::string_view unit) { return text.starts_with(unit); });
}

bool ends_with_unit(std::string_view text) {
    return std::any_of(kUnits.begin(), kUnits.end(),
                       [&](std::string_view unit) { return text.ends_with(unit); });
}

bool before_unit(const Gap& gap) {
    return !gap.before.empty() && ascii::is_digit(gap.before.back()) &&
           begins_with_unit(gap.after);
}

bool after_unit(const Gap& gap) {
    return !gap.after.empty() && ascii::is_digit(gap.after.front()) &&
           ends_with_unit(gap.before);
}

/// `2020. 08`, `2020 .08`.
bool beside_point(const Gap& gap) {
    if (gap.before.empty() || gap.after.empty()) return false;
    const bool opens = gap.before.back() == '.' && ascii::is_digit(gap.after.front());
    return opens || (gap.after.front() == '.' && ascii::is_digit(gap.before.back()));
}

/// Whether some digit stands right before 年, 月 or 日.
bool has_close_unit(std::string_view date) {
    for (std::size_t at = 1; at < date.size(); ++at)
        if (ascii::is_digit(date[at - 1]) && begins_with_unit(date.substr(at))) return true;
    return false;
}

// ---- dashes ---------------------------------------------------------------------------------

/// Bytes [begin, end) of a range: the dash between its ends, and the spaces around it.
struct Joint {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A dash before which stands the date that the range begins with.
std::optional<Joint> joint_of(const std::string& date) {
    const auto range = grammar::match_date(date);
    if (!range || !range->is_range) return std::nullopt;
    const std::string_view text = date;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const auto* const dash =
            std::find_if(kDashes.begin(), kDashes.end(),
                         [&](std::string_view d) { return text.substr(at).starts_with(d); });
        if (dash == kDashes.end()) continue;
        Joint joint{at, at + dash->size()};
        while (joint.begin > 0 && text[joint.begin - 1] == ' ') --joint.begin;
        while (joint.end < text.size() && text[joint.end] == ' ') ++joint.end;
        const auto first = grammar::match_date(text.substr(0, joint.begin));
        if (first && !first->is_range && first->from == range->from && joint.end < text.size())
            return joint;
        at += dash->size() - 1;
    }
    return std::nullopt;
}

}  // namespace

std::string without_stray_spaces(const std::string& date) {
    const bool close = has_close_unit(date);
    std::string out;
    std::size_t at = 0;
    for (const Gap& gap : gaps_of(date)) {
        if (!beside_point(gap) && !(close && (before_unit(gap) || after_unit(gap)))) continue;
        out.append(date, at, gap.begin - at);
        at = gap.end;
    }
    out.append(date, at);
    return means_the_same(date, out) ? out : date;
}

std::string usual_dash(const std::vector<std::string>& dates) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> seen;
    for (const std::string& date : dates) {
        const auto joint = joint_of(date);
        if (!joint) continue;
        const std::string dash = date.substr(joint->begin, joint->end - joint->begin);
        if (counts[dash]++ == 0) seen.push_back(dash);
    }
    const auto most =
        std::max_element(seen.begin(), seen.end(),
                         [&](const auto& a, const auto& b) { return counts[a] < counts[b]; });
    return most == seen.end() ? "" : *most;
}

std::string with_dash(const std::string& date, const std::string& dash) {
    const auto joint = dash.empty() ? std::nullopt : joint_of(date);
    if (!joint) return date;
    const std::string first = date.substr(0, joint->begin);
    const std::string last = date.substr(joint->end);
    const bool hyphened = (first + last).find('-') != std::string::npos;
    if (dash == "-" && hyphened) return date;
    const std::string out = first + dash + last;
    return means_the_same(date, out) ? out : date;
}

}  // namespace cvtex::profile
