#include "fonts/font_finder.hpp"

#include <algorithm>
#include <iterator>

namespace cvtex::fonts {

using Trust = FaceStore::Trust;

FontFinder::FontFinder(FontLibraryOptions options, FaceStore& faces)
    : faces_(faces), folders_(std::move(options.font_dirs)) {
    if (options.system_fonts) system_roots_ = system_font_roots();
}

std::optional<FontId> FontFinder::open(const std::optional<FaceFile>& file, Trust trust) {
    if (!file) return std::nullopt;
    const auto font = faces_.open(*file, trust);
    if (font) return *font;
    const std::string& message = font.error().message;
    const auto place = std::lower_bound(problems_.begin(), problems_.end(), message);
    if (place == problems_.end() || *place != message) problems_.insert(place, message);
    return std::nullopt;
}

std::optional<FontId> FontFinder::find_family(const FaceWish& wish, Effort effort) {
    const std::lock_guard lock(mutex_);
    if (!folders_.empty()) {
        if (auto font = open(find_known_face(wish, folders_), Trust::Foreign)) return font;
        if (auto font = open(nearest_face(folder_faces(), wish), Trust::Foreign)) return font;
    }
    if (auto font = open(find_known_face(wish, system_roots_), Trust::Known)) return font;
    if (effort == Effort::CatalogOnly || system_roots_.empty()) return std::nullopt;
    return open(system_fonts().find_family(wish), Trust::Foreign);
}

std::optional<FontId> FontFinder::find_character(char32_t c, const FaceWish& wish) {
    constexpr std::size_t kMaxTries = 8;  // of candidates that turn out unusable
    const std::lock_guard lock(mutex_);
    const std::string manner =
        std::string(latin_companion(wish.family)) + " " + std::to_string(wish.weight);
    const std::pair key(c, manner);
    if (const auto known = characters_.find(key); known != characters_.end()) {
        return known->second;
    }
    std::optional<FontId> found = find_in_folders(c);
    if (!found && !system_roots_.empty()) {
        std::vector<FaceFile> files = system_fonts().find_character(c, wish);
        files.resize(std::min(files.size(), kMaxTries));
        for (const FaceFile& file : files) {
            found = open(file, Trust::Foreign);
            if (found && faces_[*found].has(c)) break;
            found.reset();
        }
    }
    characters_.emplace(key, found);
    return found;
}

std::optional<FontId> FontFinder::find_in_folders(char32_t c) {
    constexpr std::size_t kMaxTries = 200;  // the folder of one project holds a few
    if (folders_.empty()) return std::nullopt;
    std::size_t tries = 0;
    for (const IndexedFace& face : folder_faces()) {
        if (face.italic || ++tries > kMaxTries) continue;
        const auto font = open(face.file, Trust::Foreign);
        if (font && faces_[*font].has(c)) return font;
    }
    return std::nullopt;
}

const std::vector<IndexedFace>& FontFinder::folder_faces() {
    if (!folder_faces_) {
        folder_faces_.emplace();
        for (const std::string& folder : folders_) {
            std::vector<IndexedFace> faces = scan_font_folder(folder);
            std::move(faces.begin(), faces.end(), std::back_inserter(*folder_faces_));
        }
    }
    return *folder_faces_;
}

const SystemFonts& FontFinder::system_fonts() {
    if (!system_fonts_) system_fonts_ = std::make_unique<SystemFonts>();
    return *system_fonts_;
}

std::vector<std::string> FontFinder::problems() const {
    const std::lock_guard lock(mutex_);
    return problems_;
}

}  // namespace cvtex::fonts
