#pragma once

#include <string>
#include <string_view>

namespace cvtex::exporting {

/// Appends `text` for an HTML text or a double-quoted attribute.
void escape_html(std::string& out, std::string_view text);
/// Appends `url` for a double-quoted attribute: what a URL cannot hold is percent-encoded,
/// existing escapes stay.
void escape_url(std::string& out, std::string_view url);

/// Whether following `url` only opens a document: relative, or of a scheme known to.
[[nodiscard]] bool is_inert_url(std::string_view url);

}  // namespace cvtex::exporting
