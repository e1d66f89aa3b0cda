#pragma once

#include <string>

#include "grammar/ast.hpp"
#include "profile/profile.hpp"

/// The document in other forms. ("export" is a C++ keyword, hence the namespace's name.)
namespace cvtex::exporting {

/// The blocks as the CommonMark reference renders them; raw HTML is passed through.
[[nodiscard]] std::string to_html_fragment(const ast::Document& document);
/// One self-contained page around the fragment.
[[nodiscard]] std::string to_html_page(const ast::Document& document, const std::string& title,
                                       const std::string& lang);
/// Plain text in reading order, for online forms.
[[nodiscard]] std::string to_text(const ast::Document& document);
/// The same of a profile: repaired text, and the header that front matter alone holds.
[[nodiscard]] std::string to_text(const profile::Profile& profile);
/// JSON Resume (https://jsonresume.org/schema): what was recognised, and all other sections
/// under `x-` keys.
[[nodiscard]] std::string to_json(const profile::Profile& profile);

}  // namespace cvtex::exporting
