#pragma once

#include "layout/layout.hpp"

namespace cvtex::cli {

/// A picture of a foreign format as PNG or as a drawing, through the format's module, which is
/// loaded on the first call. Safe to call from several threads.
[[nodiscard]] Result<std::string> convert_picture(layout::ForeignFormat format,
                                                  std::string_view bytes);

}  // namespace cvtex::cli
