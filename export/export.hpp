#pragma once

#include <functional>
#include <string>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "grammar/ast.hpp"
#include "profile/profile.hpp"
#include "styles/styled.hpp"

/// The document in other forms. ("export" is a C++ keyword, hence the namespace's name.)
namespace cvtex::exporting {

/// The blocks as the CommonMark reference renders them; raw HTML is passed through.
[[nodiscard]] std::string to_html_fragment(const ast::Document& document);

/// Reads a picture that the document names; cli/ provides it and decides where paths may lead.
using PictureReader = std::function<Result<std::string>(const std::string& path)>;

/// One page that holds all it needs, in the style's fonts, sizes, colours and arrangement:
/// pictures as data, nothing that runs or loads, for screen and paper. Pictures that can't be
/// used are warnings.
[[nodiscard]] std::string to_html_page(const styles::StyledDocument& document,
                                       const PictureReader& read_picture,
                                       Diagnostics& diagnostics);
/// A source for XeLaTeX and ctexart, to be edited on: sections, entries with their dates at the
/// right, lists, tables, links, footnotes, pictures by their paths. The style decides only what
/// is a heading and where dates stand.
[[nodiscard]] std::string to_latex(const styles::StyledDocument& document);
/// Plain text in reading order, for online forms.
[[nodiscard]] std::string to_text(const ast::Document& document);
/// The same of a profile: repaired text, and the header that front matter alone holds.
[[nodiscard]] std::string to_text(const profile::Profile& profile);
/// JSON Resume (https://jsonresume.org/schema): what was recognised, and all other sections
/// under `x-` keys.
[[nodiscard]] std::string to_json(const profile::Profile& profile);

}  // namespace cvtex::exporting
