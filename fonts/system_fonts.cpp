#include "fonts/system_fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

#include "fonts/face.hpp"
#include "fonts/font_index.hpp"

namespace cvtex::fonts {

struct SystemFonts::Impl {
    FcConfig* config = nullptr;
    std::vector<IndexedFace> faces;
    std::vector<const FcCharSet*> characters;  ///< parallel to `faces`, owned by `config`
};

namespace {

const char* string_of(FcPattern* pattern, const char* object, int n) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, object, n, &value) != FcResultMatch) return nullptr;
    return reinterpret_cast<const char*>(value);
}

int integer_of(FcPattern* pattern, const char* object, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool is_true(FcPattern* pattern, const char* object) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value == FcTrue;
}

/// Only what a PDF can embed and HarfBuzz shape: sfnt outlines, default instances.
bool is_usable(FcPattern* pattern) {
    const char* format = string_of(pattern, FC_FONTFORMAT, 0);
    if (format == nullptr || string_of(pattern, FC_FILE, 0) == nullptr) return false;
    if (std::string_view(format) != "TrueType" && std::string_view(format) != "CFF") {
        return false;
    }
    // Named instances carry their number in the upper half; the variable face itself is listed
    // too and stands for the default instance.
    const bool named_instance = integer_of(pattern, FC_INDEX, 0) >> 16 != 0;
    return !named_instance || is_true(pattern, FC_VARIABLE);
}

IndexedFace index_pattern(FcPattern* pattern) {
    constexpr unsigned kFaceMask = 0xFFFF;
    IndexedFace face;
    face.file.path = string_of(pattern, FC_FILE, 0);
    face.file.index = static_cast<unsigned>(integer_of(pattern, FC_INDEX, 0)) & kFaceMask;
    for (int n = 0; const char* family = string_of(pattern, FC_FAMILY, n); ++n) {
        face.families.push_back(fold_family(family));
    }
    double weight = FC_WEIGHT_REGULAR;
    if (FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch) {
        weight = FC_WEIGHT_REGULAR;  // a variable face gives a range
    }
    face.weight = static_cast<int>(std::lround(FcWeightToOpenTypeDouble(weight)));
    face.italic = integer_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    face.normal_width = integer_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL;
    return face;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

SystemFonts::SystemFonts() : impl_(std::make_unique<Impl>()) {
    impl_->config = FcInitLoadConfigAndFonts();
    const FcFontSet* set =
        impl_->config != nullptr ? FcConfigGetFonts(impl_->config, FcSetSystem) : nullptr;
    if (set == nullptr) return;
    for (int i = 0; i < set->nfont; ++i) {
        FcPattern* pattern = set->fonts[i];
        FcCharSet* characters = nullptr;
        if (!is_usable(pattern)) continue;
        if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) != FcResultMatch) continue;
        impl_->faces.push_back(index_pattern(pattern));
        impl_->characters.push_back(characters);
    }
}

SystemFonts::~SystemFonts() {
    if (impl_->config != nullptr) FcConfigDestroy(impl_->config);
}

std::optional<FaceFile> SystemFonts::find_family(const FaceWish& wish) const {
    return nearest_face(impl_->faces, wish);
}

std::vector<FaceFile> SystemFonts::find_character(char32_t c, const FaceWish& wish) const {
    const std::string_view manner =
        latin_companion(wish.family) == "Noto Serif" ? "serif" : "sans";
    const auto rank = [&](const IndexedFace& face) {
        const std::string& family = face.families.empty() ? face.file.path : face.families[0];
        return std::tuple(face.italic, !face.normal_width, !family.starts_with("noto"),
                          contains(family, "mono"), !contains(family, manner),
                          weight_distance(wish.weight, face.weight), family.size(),
                          std::string_view(family), std::string_view(face.file.path),
                          face.file.index);
    };
    std::vector<const IndexedFace*> found;
    for (std::size_t i = 0; i < impl_->faces.size(); ++i) {
        if (FcCharSetHasChar(impl_->characters[i], c)) found.push_back(&impl_->faces[i]);
    }
    std::sort(found.begin(), found.end(),
              [&](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
    std::vector<FaceFile> files;
    files.reserve(found.size());
    for (const IndexedFace* face : found) files.push_back(face->file);
    return files;
}

}  // namespace cvtex::fonts
