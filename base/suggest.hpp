#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cvtex {

/// The candidate that `word` was probably meant to be, for "did you mean": fewest insertions,
/// deletions, replacements and swaps of neighbours (Damerau–Levenshtein), case aside, at most
/// one in three characters. The first of equals; none when nothing is near enough.
[[nodiscard]] std::optional<std::string> closest_match(std::string_view word,
                                                       std::span<const std::string> candidates);
[[nodiscard]] std::optional<std::string> closest_match(
    std::string_view word, std::span<const std::string_view> candidates);

/// The hint of an error about an unknown name: the closest of `names`, or all of them after
/// `lead`.
[[nodiscard]] std::string suggest(std::string_view word, const std::vector<std::string>& names,
                                  std::string_view lead = "valid here: ");

/// The keys of an ordered map.
template <class Map>
[[nodiscard]] std::vector<std::string> names_of(const Map& map) {
    std::vector<std::string> names;
    for (const auto& [name, value] : map) names.push_back(name);
    return names;
}

}  // namespace cvtex
