#pragma once

#include <string_view>

#include "grammar/ast.hpp"
#include "profile/date_form.hpp"
#include "profile/profile.hpp"

namespace cvtex::profile {

/// What a style asks of the entries before it dresses them.
struct Arrangement {
    bool heads = false;  ///< each entry's head becomes one line, its dates at the right end
    DateForm dates = DateForm::Keep;
};

/// Classes of the inline elements (`span`) in an arranged head.
inline constexpr std::string_view kOrganisationClass = "cv-organisation";
inline constexpr std::string_view kSeparatorClass = "cv-separator";  ///< before the role
inline constexpr std::string_view kRoleClass = "cv-role";
inline constexpr std::string_view kDatesClass = "cv-dates";

/// Arranges the heads of the entries in `profile.blocks`: the title, what parts it from the
/// role in an element of `kSeparatorClass`, the role and other facts in elements of
/// `kRoleClass`, then the dates in one of `kDatesClass` that floats right. Separators and
/// brackets that set the dates apart, and labels of facts, go. A paragraph's title is an
/// element of `kOrganisationClass`. Facts that would make the line too long follow as a
/// paragraph of `kRoleClass` alone. Rows of tables keep their form. The numbers of blocks in
/// `profile.recognized` mean nothing afterwards: it is emptied of entries. Outermost blocks
/// above the first entry keep their places.
void arrange_entries(Profile& profile, const Arrangement& arrangement);

/// Whether `element` has the class.
[[nodiscard]] bool has_class(const ast::Attributes& attributes, std::string_view name);

}  // namespace cvtex::profile
