#pragma once

#include <string>
#include <string_view>

namespace cvtex::exporting {

/// The media type of a picture that browsers show, by its first bytes; empty for others.
[[nodiscard]] std::string_view picture_type(std::string_view bytes);

/// Appends `data:TYPE;base64,…`.
void append_data_url(std::string& out, std::string_view type, std::string_view bytes);

}  // namespace cvtex::exporting
