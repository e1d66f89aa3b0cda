#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fonts/catalog.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// What choosing among faces of one family needs to know of each.
struct IndexedFace {
    FaceFile file;
    std::vector<std::string> families;  ///< folded
    int weight = 400;
    bool italic = false;
    bool normal_width = true;
};

/// The face of the wished family that comes nearest: slant first, then width, then weight.
[[nodiscard]] std::optional<FaceFile> nearest_face(const std::vector<IndexedFace>& faces,
                                                   const FaceWish& wish);

/// Reads the faces of every font file below a folder, in path order. Files that are no fonts
/// are passed over; depth and number of files are bounded.
[[nodiscard]] std::vector<IndexedFace> scan_font_folder(const std::string& folder);

}  // namespace cvtex::fonts
