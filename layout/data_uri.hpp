#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace cvtex::layout {

[[nodiscard]] bool is_data_uri(std::string_view path);

/// The bytes in `data:[type][;base64],…` (RFC 2397): base64 with or without padding and white
/// space, or percent escapes. The type is not believed.
[[nodiscard]] Result<std::string> decode_data_uri(std::string_view uri);

}  // namespace cvtex::layout
