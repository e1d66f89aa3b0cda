#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "fonts/face_store.hpp"
#include "fonts/font_index.hpp"
#include "fonts/system_fonts.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Turns family names and stray characters into opened faces. Looks in the folders given with
/// --font-dir, then for the catalog's files, then asks fontconfig. Thread-safe.
class FontFinder {
public:
    FontFinder(FontLibraryOptions options, FaceStore& faces);

    /// How far the search for a family goes.
    enum class Effort : std::uint8_t { CatalogOnly, Everywhere };

    [[nodiscard]] std::optional<FontId> find_family(const FaceWish& wish, Effort effort);
    /// The best installed face that has the character; a function of its arguments and the
    /// installed fonts only, never of what was asked before.
    [[nodiscard]] std::optional<FontId> find_character(char32_t c, const FaceWish& wish);

    /// Fonts that were found but cannot be used, with the reason; sorted.
    [[nodiscard]] std::vector<std::string> problems() const;

private:
    std::optional<FontId> open(const std::optional<FaceFile>& file, FaceStore::Trust trust);
    std::optional<FontId> find_in_folders(char32_t c);
    const std::vector<IndexedFace>& folder_faces();
    const SystemFonts& system_fonts();

    FaceStore& faces_;
    std::vector<std::string> folders_;       ///< --font-dir
    std::vector<std::string> system_roots_;  ///< empty when the system's fonts are not used
    mutable std::mutex mutex_;
    std::optional<std::vector<IndexedFace>> folder_faces_;
    std::unique_ptr<SystemFonts> system_fonts_;
    std::map<std::pair<char32_t, std::string>, std::optional<FontId>> characters_;
    std::vector<std::string> problems_;
};

}  // namespace cvtex::fonts
