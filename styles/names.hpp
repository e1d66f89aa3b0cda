#pragma once

#include <string>
#include <string_view>

#include "styles/styled.hpp"

namespace cvtex::styles {

// Names of enumerators as dumps print them.
[[nodiscard]] const char* name_of(Align align);
[[nodiscard]] const char* name_of(Punctuation punctuation);
[[nodiscard]] const char* name_of(ContainerKind kind);
[[nodiscard]] const char* name_of(MarkerShape shape);
[[nodiscard]] const char* name_of(Distribute distribute);
[[nodiscard]] const char* name_of(RowAlign align);
[[nodiscard]] const char* name_of(Fit fit);

/// `text` as a string of TOML: in quotation marks, signs escaped.
[[nodiscard]] std::string quoted(std::string_view text);
/// `#rrggbb`.
[[nodiscard]] std::string hex(Color color);

}  // namespace cvtex::styles
