#pragma once

#include <string_view>

#include "fonts/clusters.hpp"
#include "fonts/face.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Whether the face can set every visible code point of the cluster, directly or through what
/// HarfBuzz does with canonical equivalents, spaces and U+2011.
[[nodiscard]] bool covers(const Face& face, std::string_view text, const Cluster& cluster);
/// The first code point of the cluster that shows.
[[nodiscard]] char32_t base_of(std::string_view text, const Cluster& cluster);

}  // namespace cvtex::fonts
