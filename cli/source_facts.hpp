#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// What the stamp and the metadata say of the source.
namespace cvtex::cli {

/// SHA-256 of `bytes`, hexadecimal.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The day that the environment's SOURCE_DATE_EPOCH names, as "2024-05-01" in universal time;
/// nothing when it is not set, an error when it is no moment of the years 1 to 9999.
[[nodiscard]] Result<std::optional<std::string>> source_date();

}  // namespace cvtex::cli
