#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cvtex {

/// The candidate that `word` was probably meant to be, for "did you mean": fewest insertions,
/// deletions, replacements and swaps of neighbours (Damerau–Levenshtein), case aside, at most
/// one in three characters. The first of equals; none when nothing is near enough.
[[nodiscard]] std::optional<std::string> closest_match(std::string_view word,
                                                       std::span<const std::string> candidates);
[[nodiscard]] std::optional<std::string> closest_match(
    std::string_view word, std::span<const std::string_view> candidates);

}  // namespace cvtex
