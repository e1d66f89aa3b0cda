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

bool is_firm(const Entry& entry) {
    return entry.shape == EntryShape::Heading && entry.organisation && !entry.role &&
           !entry.dates && has_roles(entry.kind) && !is_role(entry.organisation, entry.kind);
}

}  // namespace

void take_organisation(Entry& above, Entry& entry) {
    if (!is_firm(above) || entry.shape != EntryShape::Heading || !entry.dates) return;
    // What stands beside the role is no organisation but a department or the like.
    std::optional<Field> other;
    if (is_role(entry.organisation, entry.kind))
        other = std::exchange(entry.role, entry.organisation);
    else if (is_role(entry.role, entry.kind) && entry.organisation &&
             !nature_of(entry.organisation->text).organisation)
        other = entry.organisation;
    else
        return;
    if (other) entry.details.insert(entry.details.begin(), std::move(*other));
    entry.organisation = above.organisation;
    if (!entry.place) entry.place = above.place;
    above.names_organisation = true;
}

}  // namespace cvtex::profile
