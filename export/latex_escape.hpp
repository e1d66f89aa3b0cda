#pragma once

#include <string>
#include <string_view>

namespace cvtex::exporting {

/// Appends `text` so that XeLaTeX sets these characters, in any argument. Line ends count as
/// spaces; what is invisible or can't be set is left out.
void escape_latex(std::string& out, std::string_view text);
/// The same, with every space kept and no line broken at it.
void escape_latex_code(std::string& out, std::string_view text);
/// Appends `url` for \href, in any argument.
void escape_latex_url(std::string& out, std::string_view url);
/// `anchor` as the name of a \hypertarget: letters, digits and hyphens.
[[nodiscard]] std::string latex_anchor(std::string_view anchor);

}  // namespace cvtex::exporting
