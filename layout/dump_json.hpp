#pragma once

#include <string>
#include <string_view>

namespace cvtex::layout {

/// `text` as a JSON string with its quotes; `text` must be UTF-8.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace cvtex::layout
