#include "grammar/dates.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/date_actions.hpp"
#include "grammar/rules/match.hpp"

namespace cvtex::grammar {
namespace {

/// `text` without the white space around it.
std::string_view trim(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kSpaces{" ",  "\t",     "\n",
                                                             "\r", "\u00A0", "\u3000"};
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
    dates::DateReading reading;
    reading.text = text.data();
    static_cast<void>(rules::match<rules::dates_in_text, dates::act>(text, reading));
    return std::move(reading.found);
}

std::optional<DateRange> match_date(std::string_view text) {
    const std::string_view inner = without_brackets(trim(text));
    dates::DateReading reading;
    reading.text = text.data();
    if (rules::match<rules::dated_whole, dates::act>(inner, reading) == 0) return std::nullopt;
    DateRange range = reading.found.back();
    if (range.is_range) return range;
    range.confidence = reading.from.bare
                           ? dates::kYearAlone
                           : std::min(range.confidence + dates::kAlone, dates::kWritten);
    return range;
}

}  // namespace cvtex::grammar
