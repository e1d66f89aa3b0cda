#pragma once

#include <string_view>
#include <vector>

namespace cvtex::serve {

/// One file of the preview's page, as the program holds it.
struct Asset {
    std::string_view name;
    std::string_view text;
};

/// All of them, from serve/assets/.
[[nodiscard]] const std::vector<Asset>& assets();

}  // namespace cvtex::serve
