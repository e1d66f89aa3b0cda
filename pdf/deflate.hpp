#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cvtex::pdf {

/// `bytes` in zlib format, as /FlateDecode expects. Deterministic. Safe in several threads.
[[nodiscard]] std::string deflate(std::string_view bytes);

/// About how large `deflate` makes `bytes`, in a tenth of the time: to choose between two ways
/// to write the same.
[[nodiscard]] std::size_t quick_size(std::string_view bytes);

/// zlib data unpacked; nothing when they are broken or hold more than `most` bytes.
[[nodiscard]] std::optional<std::string> inflate(std::string_view bytes, std::size_t most);

}  // namespace cvtex::pdf
