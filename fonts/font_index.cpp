#include "fonts/font_index.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>

#include "fonts/face.hpp"
#include "fonts/sfnt.hpp"

namespace cvtex::fonts {
namespace {

constexpr std::size_t kMaxFiles = 5000;  ///< a whole TeX tree has fewer
constexpr int kMaxDepth = 8;
constexpr unsigned kMaxFacesPerFile = 64;

bool has_font_extension(const std::filesystem::path& path) {
    constexpr std::array<std::string_view, 4> kExtensions{".ttf", ".otf", ".ttc", ".otc"};
    const std::string extension = fold_family(path.extension().native());
    return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::vector<std::string> font_files_below(const std::string& folder) {
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(
        folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry.depth() >= kMaxDepth) entry.disable_recursion_pending();
        if (!has_font_extension(entry->path())) continue;
        std::error_code unreadable;
        if (entry->is_regular_file(unreadable)) files.push_back(entry->path().native());
        if (files.size() == kMaxFiles) break;
    }
    std::sort(files.begin(), files.end());
    return files;
}

IndexedFace index_face(const Face& face) {
    constexpr std::uint16_t kNormalWidth = 5;  // OS/2 usWidthClass
    IndexedFace indexed;
    indexed.file = {face.info.path, face.info.index};
    for (const std::string& name : family_names(face)) {
        indexed.families.push_back(fold_family(name));
    }
    indexed.weight = face.info.weight;
    indexed.italic = face.info.italic;
    const std::uint16_t width = Table(face.face.get(), HB_TAG('O', 'S', '/', '2')).u16(6);
    indexed.normal_width = width == 0 || width == kNormalWidth;
    return indexed;
}

}  // namespace

std::optional<FaceFile> nearest_face(const std::vector<IndexedFace>& faces,
                                     const FaceWish& wish) {
    const std::string family = fold_family(wish.family);
    const auto distance = [&](const IndexedFace& face) {
        return std::tuple(face.italic != wish.italic, !face.normal_width,
                          weight_distance(wish.weight, face.weight), face.file.path,
                          face.file.index);
    };
    const IndexedFace* best = nullptr;
    for (const IndexedFace& face : faces) {
        if (std::find(face.families.begin(), face.families.end(), family) ==
            face.families.end()) {
            continue;
        }
        if (best == nullptr || distance(face) < distance(*best)) best = &face;
    }
    return best != nullptr ? std::optional(best->file) : std::nullopt;
}

std::vector<IndexedFace> scan_font_folder(const std::string& folder) {
    std::vector<IndexedFace> faces;
    for (const std::string& path : font_files_below(folder)) {
        const auto file = MappedFile::open(path);
        if (!file) continue;
        const unsigned count = std::min(count_faces(**file), kMaxFacesPerFile);
        for (unsigned index = 0; index < count; ++index) {
            const auto face = open_face(**file, path, index);
            if (face) faces.push_back(index_face(**face));
        }
    }
    return faces;
}

}  // namespace cvtex::fonts
