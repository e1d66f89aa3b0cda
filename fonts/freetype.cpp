#include "fonts/freetype.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <type_traits>

#include "fonts/handles.hpp"

namespace cvtex::fonts {
namespace {

using LibraryPtr =
    std::unique_ptr<std::remove_pointer_t<FT_Library>, Destroyer<FT_Done_FreeType>>;
using FtFacePtr = std::unique_ptr<std::remove_pointer_t<FT_Face>, Destroyer<FT_Done_Face>>;

LibraryPtr make_library() {
    FT_Library library = nullptr;
    return LibraryPtr(FT_Init_FreeType(&library) == 0 ? library : nullptr);
}

/// Loads a few glyphs spread over the face: enough to find outlines that are not there.
bool loads_glyphs(FT_Face face) {
    constexpr FT_Long kSamples = 8;
    const FT_Long step = face->num_glyphs / kSamples + 1;
    for (FT_Long glyph = 0; glyph < face->num_glyphs; glyph += step) {
        const FT_Int32 flags = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING;
        if (FT_Load_Glyph(face, static_cast<FT_UInt>(glyph), flags) != 0) return false;
    }
    return true;
}

}  // namespace

Status check_with_freetype(const MappedFile& file, const std::string& path, unsigned index) {
    const LibraryPtr library = make_library();
    if (!library) return Error{"cannot start FreeType", {}};
    const std::string_view bytes = file.bytes();
    FT_Face raw = nullptr;
    const int failed = FT_New_Memory_Face(
        library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
        static_cast<FT_Long>(bytes.size()), static_cast<FT_Long>(index), &raw);
    const FtFacePtr face(failed == 0 ? raw : nullptr);
    if (!face || face->num_glyphs <= 0) return Error{"font " + path + " is damaged", {}};
    if ((face->face_flags & FT_FACE_FLAG_SCALABLE) != 0 && !loads_glyphs(face.get())) {
        return Error{"font " + path + " has damaged outlines", {}};
    }
    return Done{};
}

std::string freetype_version() {
    const LibraryPtr library = make_library();
    if (!library) return {};
    int major = 0;
    int minor = 0;
    int patch = 0;
    FT_Library_Version(library.get(), &major, &minor, &patch);
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

}  // namespace cvtex::fonts
