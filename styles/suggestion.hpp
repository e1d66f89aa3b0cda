#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cvtex::styles {

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

}  // namespace cvtex::styles
