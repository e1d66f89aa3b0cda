#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// The little of a CFF table (Adobe Technical Note #5176) that HarfBuzz does not tell.
/// Private to fonts/.
namespace cvtex::fonts {

struct CffHead {
    bool cid_keyed = false;
    std::uint32_t charset = 0;      ///< offset; 0, 1, 2 are predefined
    std::uint32_t glyph_count = 0;  ///< of the CharStrings INDEX
};

/// Reads the first Top DICT; nothing when the table is malformed.
[[nodiscard]] std::optional<CffHead> read_cff_head(std::string_view cff);
/// The CIDs of `glyphs` (sorted) in a CID-keyed table; nothing when the charset is malformed.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> cids_of(
    std::string_view cff, const CffHead& head, std::span<const std::uint32_t> glyphs);

}  // namespace cvtex::fonts
