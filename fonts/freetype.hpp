#pragma once

#include <string>

#include "base/result.hpp"
#include "fonts/mapped_file.hpp"

/// The one place that names FreeType. Private to fonts/.
namespace cvtex::fonts {

/// A second opinion on a font that a document names: FreeType opens it and loads glyphs.
[[nodiscard]] Status check_with_freetype(const MappedFile& file, const std::string& path,
                                         unsigned index);
[[nodiscard]] std::string freetype_version();

}  // namespace cvtex::fonts
