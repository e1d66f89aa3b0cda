#include "profile/make_entry.hpp"

#include <algorithm>
#include <utility>

namespace cvtex::profile {
namespace {

Field field_of(const EntryHead& head, const HeadPart& part) {
    const RunText& run = head.lines[part.line].run;
    Field field{std::string(part.slice.of(run.text)),
                run.span_of(part.slice.begin, part.slice.end)};
    std::replace(field.text.begin(), field.text.end(), '\n', ' ');
    return field;
}

}  // namespace

Entry make_entry(const EntryHead& head, SectionKind kind) {
    Entry entry;
    entry.shape = head.shape;
    entry.kind = kind;
    const Roles roles = assign_roles(head, kind);
    for (std::size_t i = 0; i < head.parts.size(); ++i) {
        Field field = field_of(head, head.parts[i]);
        if (roles.organisation == i)
            entry.organisation = std::move(field);
        else if (roles.role == i)
            entry.role = std::move(field);
        else if (roles.place == i)
            entry.place = std::move(field);
        else
            entry.details.push_back(std::move(field));
    }
    if (head.date) {
        const RunText& run = head.lines[head.date_line].run;
        const Slice dates = head.date->dates;
        entry.dates = Field{std::string(dates.of(run.text)),
                            run.span_of(dates.begin, dates.end)};
        entry.range = head.date->range;
        // An entry's head is a place that makes them sure.
        if (entry.range->minguo_figures) entry.range->confidence = grammar::kDateConfidence;
    }
    return entry;
}

}  // namespace cvtex::profile
