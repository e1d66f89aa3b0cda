#pragma once

#include <string_view>

#include "grammar/ast.hpp"
#include "profile/date_form.hpp"
#include "profile/recognized.hpp"

namespace cvtex::profile {

/// What a style asks of the entries before it dresses them.
struct Arrangement {
    bool heads = false;  ///< each entry's head becomes one line, its dates at the right end
    DateForm dates = DateForm::Keep;
};

/// Classes of the inline elements (`span`) in an arranged head.
inline constexpr std::string_view kOrganisationClass = "cv-organisation";
inline constexpr std::string_view kRoleClass = "cv-role";
inline constexpr std::string_view kDatesClass = "cv-dates";

/// `blocks`, in which `recognized` was found, with their entries' heads arranged: the title, then
/// role and other facts in elements of `kRoleClass`, then the dates in one of `kDatesClass` that
/// floats right. Separators and brackets that set the dates apart, and labels of facts, go. A
/// paragraph's title is an element of `kOrganisationClass`. Facts that would make the line too
/// long follow as a paragraph of `kRoleClass` alone. Rows of tables keep their form. Numbers of
/// blocks mean nothing afterwards; outermost blocks above the first entry keep their places.
[[nodiscard]] ast::Blocks arrange_entries(ast::Blocks blocks, const Recognized& recognized,
                                          const Arrangement& arrangement,
                                          std::string_view lang);

/// Whether `element` has the class.
[[nodiscard]] bool has_class(const ast::Attributes& attributes, std::string_view name);

}  // namespace cvtex::profile
