#include "profile/date_checks.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace cvtex::profile {
namespace {

/// Months between two occupations that ask for no explanation.
constexpr int kUsualGap = 3;
/// Months that a handover or a notice may overlap.
constexpr int kUsualOverlap = 1;
constexpr int kOpen = std::numeric_limits<int>::max();

/// Months since year 0; a year alone counts by its first or last month.
int month_of(const grammar::CalendarDate& date, bool last) {
    return date.year * 12 + (date.month ? *date.month - 1 : last ? 11 : 0);
}

struct Period {
    int from = 0, to = 0;
    const Entry* entry = nullptr;
};

bool is_occupation(SectionKind kind) {
    return kind == SectionKind::Work || kind == SectionKind::Internship ||
           kind == SectionKind::Education;
}

std::string name_of_entry(const Entry& entry) {
    return entry.organisation ? "'" + entry.organisation->text + "'" : "an entry";
}

/// `2021-07`.
std::string in_figures(int month) {
    const int number = month % 12 + 1;
    return std::to_string(month / 12) + (number < 10 ? "-0" : "-") + std::to_string(number);
}

void check_order(const Entry& entry, Diagnostics& diagnostics) {
    if (!entry.range || !entry.range->to || !entry.dates) return;
    const grammar::CalendarDate& from = entry.range->from;
    const grammar::CalendarDate& to = *entry.range->to;
    if (month_of(to, true) >= month_of(from, false)) return;
    diagnostics.warning("dates-backwards", entry.dates->span,
                        "'" + entry.dates->text + "' ends before it begins",
                        "exchange the dates, or correct one of them");
}

std::vector<Period> occupations(const Recognized& recognized) {
    std::vector<Period> periods;
    for (const Entry& entry : recognized.entries) {
        if (!is_occupation(entry.kind) || !entry.range || !entry.range->is_range) continue;
        if (entry.range->confidence < grammar::kDateConfidence) continue;
        const int from = month_of(entry.range->from, false);
        const int to = entry.range->to ? month_of(*entry.range->to, true) : kOpen;
        if (to >= from) periods.push_back({from, to, &entry});
    }
    std::stable_sort(periods.begin(), periods.end(),
                     [](const Period& a, const Period& b) { return a.from < b.from; });
    return periods;
}

/// A gap counts from the latest end so far; an overlap only between two jobs.
void check_timeline(const std::vector<Period>& periods, Diagnostics& diagnostics) {
    const Period* latest = nullptr;      // ends last so far
    const Period* latest_job = nullptr;  // the same among jobs
    for (const Period& period : periods) {
        const bool job = period.entry->kind == SectionKind::Work;
        if (latest != nullptr && latest->to != kOpen && period.from - latest->to > kUsualGap) {
            diagnostics.note("dates-gap", period.entry->dates->span,
                             std::to_string(period.from - latest->to - 1) + " months between " +
                                 name_of_entry(*latest->entry) + " (to " +
                                 in_figures(latest->to) + ") and " +
                                 name_of_entry(*period.entry) + " (from " +
                                 in_figures(period.from) + ") are not accounted for");
        }
        // Tables and headings may list the same job twice, a firm's heading its roles.
        const bool same = job && latest_job != nullptr &&
                          (latest_job->from == period.from ||
                           latest_job->entry->organisation == period.entry->organisation);
        if (job && !same && latest_job != nullptr &&
            (latest_job->to == kOpen || latest_job->to - period.from >= kUsualOverlap)) {
            diagnostics.note("dates-overlap", period.entry->dates->span,
                             name_of_entry(*period.entry) + " begins in " +
                                 in_figures(period.from) + ", before " +
                                 name_of_entry(*latest_job->entry) + " ends");
        }
        if (latest == nullptr || period.to > latest->to) latest = &period;
        if (job && (latest_job == nullptr || period.to > latest_job->to)) latest_job = &period;
    }
}

}  // namespace

void check_dates(const Profile& profile, bool timeline, Diagnostics& diagnostics) {
    for (const Entry& entry : profile.recognized.entries) check_order(entry, diagnostics);
    if (timeline) check_timeline(occupations(profile.recognized), diagnostics);
}

}  // namespace cvtex::profile
