#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fonts/fonts.hpp"
#include "fonts/handles.hpp"
#include "fonts/mapped_file.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// One opened face. Immutable, so that any number of threads may read it.
struct Face {
    FontInfo info;
    FacePtr face;
    FontPtr font;  ///< scaled to units per em: HarfBuzz answers in font units
    unsigned glyph_count = 0;
    GlyphId space = 0;          ///< 0 when the face has no space
    bool cjk = false;           ///< covers ideographs: it can set Han text
    std::uint16_t fs_type = 0;  ///< OS/2 embedding rights

    [[nodiscard]] bool has(char32_t c) const {
        hb_codepoint_t glyph = 0;
        return hb_font_get_nominal_glyph(font.get(), c, &glyph) != 0;
    }
};

/// How many faces a file holds; 0 when it is no font.
[[nodiscard]] unsigned count_faces(const MappedFile& file);
/// Opens face `index`; `file` must outlive it. Checks only what the rest relies on: the tables
/// are there and HarfBuzz accepts them.
[[nodiscard]] Result<std::unique_ptr<Face>> open_face(const MappedFile& file,
                                                      const std::string& path, unsigned index);
/// All names of a face's family, in every language, in the order of its name table.
[[nodiscard]] std::vector<std::string> family_names(const Face& face);
/// Whether OS/2 fsType allows a subset in a PDF (OpenType 1.9, OS/2, fsType).
[[nodiscard]] bool may_embed(std::uint16_t fs_type);
/// Lower case without blanks: families are compared so, as fontconfig does.
[[nodiscard]] std::string fold_family(std::string_view family);

}  // namespace cvtex::fonts
