#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "layout/frame.hpp"
#include "styles/styled.hpp"

namespace cvtex::pdf {

/// Standards the file says it keeps. Claimed only when everything they ask for is there.
struct Claims {
    bool ua1 = false;   ///< ISO 14289-1: PDF/UA-1
    char a2_level = 0;  ///< ISO 19005-2: 'A', 'U' or 'B'; 0 for no claim
    bool operator==(const Claims&) const = default;
};

/// The standards a file shall keep.
struct WantedStandards {
    Claims claims{true, 'A'};
    bool by_name = false;  ///< somebody asked for these: less is an error, not a warning
};

/// Reads a list such as "a-2a,ua-1", or "none".
[[nodiscard]] Result<Claims> parse_standards(std::string_view list);

/// What writing the pages has found out.
struct PageFacts {
    bool tagged = false;              ///< there is a structure tree
    bool all_links_tagged = true;     ///< every annotation belongs to a link element
    bool cmyk = false;                ///< colours that an sRGB output intent does not describe
    bool private_characters = false;  ///< text in the private use areas
    bool encrypted = false;           ///< the file will be
};

/// What stands against a claim, in words; empty: nothing.
struct Obstacles {
    std::vector<std::string> ua1;
    std::vector<std::string> a2;       ///< at every level
    std::vector<std::string> a2_tags;  ///< at level A
};

[[nodiscard]] Obstacles find_obstacles(const layout::LaidOut& laid_out,
                                       const styles::Metadata& metadata,
                                       const PageFacts& facts);

/// As much of `wanted` as can be claimed. What can't is an error when it was asked for by name,
/// else a warning.
[[nodiscard]] Claims grant(const WantedStandards& wanted, const Obstacles& obstacles,
                           Diagnostics& diagnostics);

}  // namespace cvtex::pdf
