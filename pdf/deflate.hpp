#pragma once

#include <string>
#include <string_view>

namespace cvtex::pdf {

/// `bytes` in zlib format, as /FlateDecode expects. Deterministic. Safe in several threads.
[[nodiscard]] std::string deflate(std::string_view bytes);

}  // namespace cvtex::pdf
