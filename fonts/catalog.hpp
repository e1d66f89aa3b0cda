#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The faces that cvtex finds without asking fontconfig: Noto, by file name. Private to fonts/.
namespace cvtex::fonts {

/// Whose forms of the shared ideographs; the value is the face's index in Noto CJK's .ttc.
enum class Region : std::uint8_t { Japan = 0, Korea = 1, China = 2, Taiwan = 3, HongKong = 4 };

/// The region of a Chinese, Japanese or Korean BCP 47 tag; nothing for other languages.
[[nodiscard]] std::optional<Region> region_of(std::string_view lang);

/// A face of a file: what finding a family yields.
struct FaceFile {
    std::string path;
    unsigned index = 0;
    /// When set, the face must be of this family; `index` is then only the likely place.
    std::string family = {};
    bool operator==(const FaceFile&) const = default;
};

/// What is looked for under one family name.
struct FaceWish {
    std::string_view family;
    int weight = 400;
    bool italic = false;
    Region region = Region::China;  ///< for families that leave it open
};

/// Tries the known file names of a family under `roots`, nearest weight first (CSS Fonts 4
/// §5.2). With `wish.italic`, an upright face is returned when there is no italic one.
[[nodiscard]] std::optional<FaceFile> find_known_face(const FaceWish& wish,
                                                      const std::vector<std::string>& roots);
/// System and user font folders that exist on Debian and its peers.
[[nodiscard]] std::vector<std::string> system_font_roots();

/// The Latin family drawn to go with a CJK family: Noto Serif beside Noto Serif CJK.
[[nodiscard]] std::string_view latin_companion(std::string_view cjk_family);
/// The CJK family that goes with a Latin one, for documents that name none.
[[nodiscard]] std::string_view cjk_companion(std::string_view latin_family);

/// The Noto family that stands for a generic name ("serif") or is the same design under
/// another name (Source Han Serif SC, 思源宋体); empty when there is none.
[[nodiscard]] std::string_view equivalent_family(std::string_view family, bool cjk);

/// How far `weight` is from what is asked, in CSS order: 0 is exact, smaller is nearer.
[[nodiscard]] int weight_distance(int wanted, int weight);

}  // namespace cvtex::fonts
