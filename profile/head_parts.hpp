#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "profile/head_line.hpp"

/// What stands between the separators of a line.
namespace cvtex::profile {

/// A blank between words.
[[nodiscard]] bool is_gap(char32_t c);

/// A sign that parts words: bars, dots, commas, dashes.
[[nodiscard]] bool is_sign(char32_t c);

/// Where a title begins behind its number: `1. `, `2、`, `三、`, `（四）`.
[[nodiscard]] std::size_t behind_number(std::string_view text);

/// The parts of one side of the dates.
[[nodiscard]] std::vector<Slice> parts_of(std::string_view text, Slice side);

/// `Example (Platform Engineer)`: a role or place in brackets at the end of the first part
/// becomes a part of its own.
void split_brackets(std::string_view text, std::vector<Slice>& parts);

}  // namespace cvtex::profile
