#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace cvtex::verify {

/// What a PDF's XMP packet says of its making, in a fixed order: names such as "version",
/// "source", "style", "employer", "date", "title", "standards" with their values. What the
/// packet does not say is left out.
using StampEntries = std::vector<std::pair<std::string, std::string>>;

/// An error when the file can't be read or was not made by cvtex.
[[nodiscard]] Result<StampEntries> read_stamp(const std::string& pdf);

}  // namespace cvtex::verify
