#include "profile/entry_roles.hpp"

#include <utility>

#include "profile/head_line.hpp"

namespace cvtex::profile {
namespace {

/// Whether the field alone says that it is a role in a section of this kind.
bool is_role(const std::optional<Field>& field, SectionKind kind) {
    if (!field) return false;
    const PartNature nature = nature_of(field->text);
    if (kind == SectionKind::Education)
        return (nature.degree || nature.subject) && !nature.organisation;
    return nature.person;
}

bool has_roles(SectionKind kind) {
    return kind == SectionKind::Work || kind == SectionKind::Internship ||
           kind == SectionKind::Education || kind == SectionKind::Campus ||
           kind == SectionKind::Volunteer;
}

}  // namespace

bool may_hold_roles(const Entry& entry) {
    return entry.shape == EntryShape::Heading && entry.organisation && has_roles(entry.kind) &&
           !is_role(entry.organisation, entry.kind);
}

bool take_organisation(Entry& above, Entry& entry) {
    if (!may_hold_roles(above) || !entry.dates || !entry.organisation) return false;
    const bool only_names = !above.dates && !above.role;
    std::optional<Field> other;
    if (is_role(entry.organisation, entry.kind))
        other = std::exchange(entry.role, entry.organisation);
    else if (only_names && entry.shape == EntryShape::Heading &&
             is_role(entry.role, entry.kind) &&
             !nature_of(entry.organisation->text).organisation)
        other = entry.organisation;  // a department, where the firm stands above
    else
        return false;
    if (other) entry.details.insert(entry.details.begin(), std::move(*other));
    entry.organisation = above.organisation;
    if (!entry.place) entry.place = above.place;
    above.names_organisation = only_names;
    return true;
}

}  // namespace cvtex::profile
