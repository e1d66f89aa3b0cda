#pragma once

#include <string>
#include <string_view>

namespace cvtex::cli {

/// What differs between two texts, line by line with two lines around each change; where lines
/// were reworded, `color` also marks the words. Empty when nothing differs. Control characters
/// are made visible.
[[nodiscard]] std::string diff_texts(std::string_view before, std::string_view after,
                                     bool color);

}  // namespace cvtex::cli
