#include "styles/suggestion.hpp"

#include "base/suggest.hpp"

namespace cvtex::styles {

std::string suggest(std::string_view word, const std::vector<std::string>& names,
                    std::string_view lead) {
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    if (const auto match = closest_match(word, candidates))
        return "did you mean '" + *match + "'?";
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? std::string(lead) : std::string(", ")) + name;
    return list;
}

}  // namespace cvtex::styles
