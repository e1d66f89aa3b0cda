// How sure it is that a head is an entry's, and which part of it is what.

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "profile/entry_head.hpp"
#include "profile/lines.hpp"
#include "profile/section_kinds.hpp"
#include "profile/source_lines.hpp"

namespace cvtex::profile {
namespace {

// Points. `kEntryConfidence` is 60: a range of months that stands apart under a heading is
// enough by itself; a year in brackets needs a section of a résumé and a word such as 大学.
constexpr int kMonths = 45, kYears = 25, kOneMonth = 20, kOneYear = 10;
constexpr int kDateLine = 15;  ///< one date that is all of a line below a heading
constexpr int kApart = 20, kInBrackets = 15, kLoosely = 10, kAttachedYears = -10;
constexpr int kHeading = 15, kBold = 15, kCells = 10;
constexpr int kEntrySection = 25, kWords = 10, kLabelled = 10;
constexpr int kUndatedTitle = 20;  ///< a short heading of the first level in such a section
constexpr int kSectionLevel = -15, kNested = -15, kNoResume = -20, kAttachedElsewhere = -20,
              kAttachedBelow = -30, kPersonSection = -20;

// Wider titles are sentences.
constexpr std::size_t kWidestTitle = 100, kWidestPart = 64, kWidestUndated = 60;
constexpr std::size_t kMostTitleParts = 5, kMostParts = 9;

std::string_view text_of(const EntryHead& head, const HeadPart& part) {
    return part.slice.of(head.lines[part.line].run.text);
}

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_digit(c) || c == '.' || c == ' ' || c == '-' || c == '/';
    });
}

/// Whether the words alone forbid that this is a head.
bool is_out_of_question(const EntryHead& head) {
    if (head.parts.empty() || head.parts.size() > kMostParts || head.several_ranges)
        return true;
    const std::size_t title_line = head.parts[0].line;
    const std::string_view title =
        head.lines[title_line].line.of(head.lines[title_line].run.text);
    const auto in_title =
        std::count_if(head.parts.begin(), head.parts.end(),
                      [&](const HeadPart& part) { return part.line == title_line; });
    if (head.dress != TitleDress::Cells &&
        in_title > static_cast<std::ptrdiff_t>(kMostTitleParts))
        return true;
    // A title is where a head begins, but for one that is dates alone.
    const bool dated_title = head.date && head.date_line == 0;
    if (title_line > 0 && head.dress != TitleDress::Cells && !dated_title) return true;
    if (is_prose(title) || unicode::display_width(title) > kWidestTitle) return true;
    const std::string_view first = text_of(head, head.parts[0]);
    const bool names_section = section_kind(first) != SectionKind::Generic;
    if (is_number(first) || (names_section && !head.parts[0].nature.person)) return true;
    const bool heading = head.dress == TitleDress::Heading;
    return std::any_of(head.parts.begin(), head.parts.end(), [&](const HeadPart& part) {
        const bool is_name = heading && part.line == title_line;
        return unicode::display_width(text_of(head, part)) >
               (is_name ? kWidestTitle : kWidestPart);
    });
}

bool has_words(const EntryHead& head, SectionKind kind) {
    const bool education = kind == SectionKind::Education;
    return std::any_of(head.parts.begin(), head.parts.end(), [&](const HeadPart& part) {
        return part.nature.organisation || part.nature.role || part.nature.degree ||
               part.label != FactLabel::None || (education && part.nature.subject);
    });
}

int date_points(const DateSpot& spot) {
    const grammar::DateRange& range = spot.range;
    const bool month = range.from.month || (range.to && range.to->month);
    if (range.is_range) return month || range.open_ended ? kMonths : kYears;
    return month ? kOneMonth : kOneYear;
}

int apart_points(const EntryHead& head, const HeadPlace& place) {
    const DateSpot& spot = *head.date;
    if (head.dress == TitleDress::Cells) return kApart;
    // `- Filters, 2023-04 to 2023-05` below a heading of no résumé.
    if (head.date_line > 0)
        return spot.apart == Apart::Loose && !holds_entries(place.kind) ? kLoosely : kApart;
    const bool years = !spot.range.from.month;
    switch (spot.apart) {
        case Apart::Alone:
        case Apart::Column:
            return kApart;
        case Apart::Brackets:
            return kInBrackets;
        case Apart::Attached:
            // `总结（2021-2026）`: part of the title.
            if (!holds_entries(place.kind)) return kInBrackets + kAttachedElsewhere;
            return years ? kAttachedYears : kInBrackets;
        case Apart::Loose:
            return kLoosely;
    }
    return 0;
}

/// `###### 2018.05` below `### 软件设计师`: a line of one date can be nothing else.
bool is_date_line(const EntryHead& head) {
    return head.dress == TitleDress::Heading && head.date_line > 0 &&
           !head.date->range.is_range && head.date->apart == Apart::Alone;
}

int dress_points(TitleDress dress) {
    switch (dress) {
        case TitleDress::Heading:
            return kHeading;
        case TitleDress::Bold:
            return kBold;
        case TitleDress::Cells:
            return kCells;
        case TitleDress::Plain:
            return 0;
    }
    return 0;
}

/// Dates among words in an item below a heading within an entry: what was done then.
bool tells_when(const EntryHead& head, const HeadPlace& place) {
    return place.nested && head.date && head.date_line > 0 &&
           head.date->apart == Apart::Loose && head.dress == TitleDress::Heading;
}

/// Sections of what somebody is and knows, not of what happened.
bool is_about_person(SectionKind kind) {
    return kind == SectionKind::Skills || kind == SectionKind::Languages ||
           kind == SectionKind::Interests || kind == SectionKind::Intention ||
           kind == SectionKind::Personal || kind == SectionKind::Summary;
}

/// A row of a table outside such sections: its words must say that it is one.
bool lacks_words(const EntryHead& head, const HeadPlace& place) {
    return head.dress == TitleDress::Cells && !holds_entries(place.kind) && !place.is_resume &&
           std::none_of(head.parts.begin(), head.parts.end(), [](const HeadPart& part) {
               return part.nature.organisation || part.nature.role || part.nature.degree;
           });
}

/// `**Firm** | 2020.03 - 2022.08` alone in a row.
bool is_bold_row(const EntryHead& head, const HeadPlace& place) {
    return head.shape == EntryShape::Row && head.date->range.is_range &&
           head.date->range.from.month && holds_entries(place.kind) &&
           starts_bold(*head.lines[head.parts[0].line].inlines);
}

/// Lines that nothing but their words set apart from text must say more.
bool says_enough(const EntryHead& head, const HeadPlace& place) {
    const bool plain = head.dress == TitleDress::Plain || place.in_list;
    if (!plain && head.date)
        return head.dress != TitleDress::Cells || head.parts.size() > 1 ||
               has_words(head, place.kind) || is_bold_row(head, place);
    if (!head.date) return head.dress == TitleDress::Heading;
    if (!head.date->range.is_range) return false;
    return holds_entries(place.kind) &&
           (has_words(head, place.kind) || head.dress == TitleDress::Bold);
}

}  // namespace

int score_of(const EntryHead& head, const HeadPlace& place) {
    if (is_out_of_question(head) || !says_enough(head, place)) return 0;
    if (tells_when(head, place) || lacks_words(head, place)) return 0;
    int points = dress_points(head.dress);
    if (head.date) {
        // `103/9 - 105/6` beside a school or a position only.
        if (head.date->range.minguo_figures &&
            (!holds_entries(place.kind) || !has_words(head, place.kind)))
            return 0;
        points += date_points(*head.date) + apart_points(head, place);
        if (is_date_line(head)) points += kDateLine;
        if (head.labelled_date) points += kLabelled;
    } else {
        const std::string_view title = head.lines[0].line.of(head.lines[0].run.text);
        if (!place.first_level || unicode::display_width(title) > kWidestUndated) return 0;
        points += kUndatedTitle;
    }
    if (holds_entries(place.kind)) points += kEntrySection;
    if (is_about_person(place.kind)) points += kPersonSection;
    if (has_words(head, place.kind)) points += kWords;
    if (place.section_level) points += kSectionLevel;
    if (place.nested) points += kNested;
    // `我的工作（2022.01 - 2022.03）` below an entry is a part of it.
    if (place.nested && head.date && head.date->apart == Apart::Attached &&
        !has_words(head, place.kind))
        points += kAttachedBelow;
    if (!place.is_resume) points += kNoResume;
    return std::clamp(points, 0, 100);
}

namespace {

std::optional<std::size_t> find_part(const EntryHead& head, FactLabel label) {
    for (std::size_t i = 0; i < head.parts.size(); ++i)
        if (head.parts[i].label == label) return i;
    return std::nullopt;
}

/// The first part that `accepts`, those in `taken` aside.
template <class Accepts>
std::optional<std::size_t> find_part(const EntryHead& head, const Roles& taken,
                                     Accepts accepts) {
    for (std::size_t i = 0; i < head.parts.size(); ++i) {
        const bool used = taken.organisation == i || taken.role == i || taken.place == i;
        if (!used && head.parts[i].label == FactLabel::None && accepts(head.parts[i].nature))
            return i;
    }
    return std::nullopt;
}

}  // namespace

Roles assign_roles(const EntryHead& head, SectionKind kind) {
    Roles roles;
    roles.organisation = find_part(head, FactLabel::Organisation);
    const bool education = kind == SectionKind::Education;
    roles.role = find_part(head, FactLabel::Role);
    // 专业 and 学历 are labels of a role both: the degree counts.
    if (education)
        for (std::size_t i = 0; i < head.parts.size(); ++i)
            if (head.parts[i].label == FactLabel::Role && head.parts[i].nature.degree)
                roles.role = i;
    roles.place = find_part(head, FactLabel::Place);
    const bool project = kind == SectionKind::Project || kind == SectionKind::OpenSource;
    if (!roles.place)
        roles.place = find_part(head, roles, [](const PartNature& nature) {
            return nature.place && !nature.organisation && !nature.role;
        });
    if (!roles.organisation && !project)
        roles.organisation = find_part(head, roles, [&](const PartNature& nature) {
            return nature.organisation && (education || !nature.role);
        });
    // Two parts without a word that tells: the organisation comes first.
    if (!roles.organisation && !project && !education) {
        const auto role = find_part(head, roles, [](const PartNature& n) { return n.role; });
        const auto other = find_part(head, roles, [](const PartNature& n) { return !n.role; });
        if (role && other && *other == *role + 1 && head.parts[*other].line == 0)
            roles.organisation = other;
    }
    if (!roles.organisation)
        roles.organisation = find_part(head, roles, [](const PartNature&) { return true; });
    if (!roles.role)
        roles.role = find_part(head, roles, [&](const PartNature& nature) {
            return education ? nature.degree : nature.role;
        });
    if (!roles.role && education)
        roles.role = find_part(head, roles, [](const PartNature& n) { return n.subject; });
    if (!roles.role && !project)
        roles.role = find_part(head, roles, [](const PartNature&) { return true; });
    return roles;
}

}  // namespace cvtex::profile
