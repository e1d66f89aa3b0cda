#include "fonts/catalog.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

#include "fonts/face.hpp"

namespace cvtex::fonts {
namespace {

struct NamedWeight {
    std::string_view name;
    int weight;
};

// clang-format off
constexpr std::array kSerifCjkWeights{
    NamedWeight{"ExtraLight", 200}, NamedWeight{"Light", 300}, NamedWeight{"Regular", 400},
    NamedWeight{"Medium", 500}, NamedWeight{"SemiBold", 600}, NamedWeight{"Bold", 700},
    NamedWeight{"Black", 900}};
constexpr std::array kSansCjkWeights{
    NamedWeight{"Thin", 100}, NamedWeight{"Light", 300}, NamedWeight{"DemiLight", 350},
    NamedWeight{"Regular", 400}, NamedWeight{"Medium", 500}, NamedWeight{"Bold", 700},
    NamedWeight{"Black", 900}};
constexpr std::array kMonoCjkWeights{NamedWeight{"Regular", 400}, NamedWeight{"Bold", 700}};
constexpr std::array kLatinWeights{
    NamedWeight{"Thin", 100}, NamedWeight{"ExtraLight", 200}, NamedWeight{"Light", 300},
    NamedWeight{"Regular", 400}, NamedWeight{"Medium", 500}, NamedWeight{"SemiBold", 600},
    NamedWeight{"Bold", 700}, NamedWeight{"ExtraBold", 800}, NamedWeight{"Black", 900}};

/// How a family's files are called. `first_face` is the collection index of its Japanese face.
struct KnownFamily {
    std::string_view name;  ///< folded, without a region
    std::string_view stem;
    std::string_view extension;
    std::span<const NamedWeight> weights;  ///< empty: one file without a weight in its name
    bool cjk;
    bool italics;
    unsigned first_face;
};

const std::array kFamilies{
    KnownFamily{"notoserifcjk", "NotoSerifCJK", ".ttc", kSerifCjkWeights, true, false, 0},
    KnownFamily{"notosanscjk", "NotoSansCJK", ".ttc", kSansCjkWeights, true, false, 0},
    KnownFamily{"notosansmonocjk", "NotoSansCJK", ".ttc", kMonoCjkWeights, true, false, 5},
    KnownFamily{"notoserif", "NotoSerif", ".ttf", kLatinWeights, false, true, 0},
    KnownFamily{"notosans", "NotoSans", ".ttf", kLatinWeights, false, true, 0},
    KnownFamily{"notosansmono", "NotoSansMono", ".ttf", kLatinWeights, false, false, 0},
    KnownFamily{"notosanssymbols", "NotoSansSymbols", ".ttf", kLatinWeights, false, false, 0},
    KnownFamily{"notosanssymbols2", "NotoSansSymbols2", ".ttf", kLatinWeights, false, false, 0},
    KnownFamily{"notosansmath", "NotoSansMath", ".ttf", kLatinWeights, false, false, 0},
    KnownFamily{"notocoloremoji", "NotoColorEmoji", ".ttf", {}, false, false, 0},
};

/// In the order of `Region`.
constexpr std::array<std::string_view, 5> kRegionSuffixes{"jp", "kr", "sc", "tc", "hk"};

struct Equivalent {
    std::string_view name, cjk, latin;
};

/// Noto CJK and Source Han are one design under two names; generic names are CSS's.
constexpr std::array kEquivalents{
    Equivalent{"serif", "Noto Serif CJK", "Noto Serif"},
    Equivalent{"sans-serif", "Noto Sans CJK", "Noto Sans"},
    Equivalent{"system-ui", "Noto Sans CJK", "Noto Sans"},
    Equivalent{"monospace", "Noto Sans Mono CJK", "Noto Sans Mono"},
    Equivalent{"emoji", "Noto Color Emoji", "Noto Color Emoji"},
    Equivalent{"思源宋体", "Noto Serif CJK", "Noto Serif CJK"},
    Equivalent{"思源黑体", "Noto Sans CJK", "Noto Sans CJK"},
    Equivalent{"sourcehanserif", "Noto Serif CJK JP", "Noto Serif CJK JP"},
    Equivalent{"sourcehanserifk", "Noto Serif CJK KR", "Noto Serif CJK KR"},
    Equivalent{"sourcehanserifsc", "Noto Serif CJK SC", "Noto Serif CJK SC"},
    Equivalent{"sourcehanseriftc", "Noto Serif CJK TC", "Noto Serif CJK TC"},
    Equivalent{"sourcehanserifhc", "Noto Serif CJK HK", "Noto Serif CJK HK"},
    Equivalent{"sourcehansans", "Noto Sans CJK JP", "Noto Sans CJK JP"},
    Equivalent{"sourcehansansk", "Noto Sans CJK KR", "Noto Sans CJK KR"},
    Equivalent{"sourcehansanssc", "Noto Sans CJK SC", "Noto Sans CJK SC"},
    Equivalent{"sourcehansanstc", "Noto Sans CJK TC", "Noto Sans CJK TC"},
    Equivalent{"sourcehansanshc", "Noto Sans CJK HK", "Noto Sans CJK HK"},
    Equivalent{"notoserifjp", "Noto Serif CJK JP", "Noto Serif CJK JP"},
    Equivalent{"notoserifkr", "Noto Serif CJK KR", "Noto Serif CJK KR"},
    Equivalent{"notoserifsc", "Noto Serif CJK SC", "Noto Serif CJK SC"},
    Equivalent{"notoseriftc", "Noto Serif CJK TC", "Noto Serif CJK TC"},
    Equivalent{"notoserifhk", "Noto Serif CJK HK", "Noto Serif CJK HK"},
    Equivalent{"notosansjp", "Noto Sans CJK JP", "Noto Sans CJK JP"},
    Equivalent{"notosanskr", "Noto Sans CJK KR", "Noto Sans CJK KR"},
    Equivalent{"notosanssc", "Noto Sans CJK SC", "Noto Sans CJK SC"},
    Equivalent{"notosanstc", "Noto Sans CJK TC", "Noto Sans CJK TC"},
    Equivalent{"notosanshk", "Noto Sans CJK HK", "Noto Sans CJK HK"},
};

/// Where packages put these files under a fonts folder: Debian, Arch, Fedora, or loose.
constexpr std::array<std::string_view, 8> kFolders{
    "opentype/noto/", "truetype/noto/", "", "noto-cjk/", "noto/",
    "google-noto-cjk/", "google-noto/", "google-noto-emoji/"};

// clang-format on

struct FamilyName {
    const KnownFamily* family = nullptr;
    std::optional<Region> region;
};

/// "notoserifcjksc" is the family "notoserifcjk" with the region its suffix names.
FamilyName parse_family(std::string_view name) {
    const std::string folded = fold_family(name);
    for (const KnownFamily& family : kFamilies) {
        if (folded == family.name) return {&family, std::nullopt};
        if (!family.cjk || folded.size() != family.name.size() + 2) continue;
        if (!folded.starts_with(family.name)) continue;
        for (std::size_t i = 0; i < kRegionSuffixes.size(); ++i) {
            if (folded.ends_with(kRegionSuffixes[i])) return {&family, static_cast<Region>(i)};
        }
    }
    return {};
}

std::optional<std::string> find_file(const std::string& name,
                                     const std::vector<std::string>& roots) {
    for (const std::string& root : roots) {
        for (const std::string_view folder : kFolders) {
            std::string path = root + "/";
            path.append(folder).append(name);
            if (::access(path.c_str(), R_OK) == 0) return path;
        }
    }
    return std::nullopt;
}

std::string file_name(const KnownFamily& family, std::string_view weight, bool italic) {
    std::string name(family.stem);
    if (weight.empty()) return name.append(family.extension);
    name.push_back('-');
    if (!italic) {
        name.append(weight);
    } else {
        name.append(weight == "Regular" ? "" : weight).append("Italic");
    }
    return name.append(family.extension);
}

std::optional<std::string> find_weight(const KnownFamily& family, const FaceWish& wish,
                                       bool italic, const std::vector<std::string>& roots) {
    if (family.weights.empty()) return find_file(file_name(family, {}, false), roots);
    std::vector<NamedWeight> order(family.weights.begin(), family.weights.end());
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return weight_distance(wish.weight, a.weight) < weight_distance(wish.weight, b.weight);
    });
    for (const NamedWeight& weight : order) {
        if (auto path = find_file(file_name(family, weight.name, italic), roots)) return path;
    }
    return std::nullopt;
}

/// The `n`-th subtag of a BCP 47 tag in lower case, empty past the end.
std::string subtag(std::string_view lang, int n) {
    std::size_t begin = 0;
    for (; n > 0; --n) {
        const std::size_t dash = lang.find_first_of("-_", begin);
        if (dash == std::string_view::npos) return {};
        begin = dash + 1;
    }
    return fold_family(lang.substr(begin, lang.find_first_of("-_", begin) - begin));
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return text.find(part) != std::string_view::npos;
    });
}

/// Serif by name: the words that Chinese and Western serif families carry.
bool looks_serif(std::string_view family) {
    const std::string folded = fold_family(family);
    if (folded.find("sans") != std::string::npos) return false;
    return contains_any(
        folded, {"serif", "song", "simsun", "ming", "fang", "kai", "宋", "明", "楷", "仿",
                 "times", "garamond", "libertin", "georgia", "cambria", "roman", "batang"});
}

}  // namespace

std::optional<Region> region_of(std::string_view lang) {
    const std::string language = subtag(lang, 0);
    if (language == "ja") return Region::Japan;
    if (language == "ko") return Region::Korea;
    const bool cantonese = language == "yue";
    if (language != "zh" && language != "cmn" && language != "wuu" && !cantonese) {
        return std::nullopt;
    }
    bool traditional = cantonese;
    bool simplified = false;
    for (int n = 1; n <= 3; ++n) {
        const std::string part = subtag(lang, n);
        if (part == "hk" || part == "mo") return Region::HongKong;
        if (part == "tw" || part == "hant") traditional = true;
        if (part == "hans" || part == "cn" || part == "sg") simplified = true;
    }
    if (simplified) return Region::China;
    return !traditional ? Region::China : cantonese ? Region::HongKong : Region::Taiwan;
}

std::optional<FaceFile> find_known_face(const FaceWish& wish,
                                        const std::vector<std::string>& roots) {
    const FamilyName name = parse_family(wish.family);
    if (name.family == nullptr) return std::nullopt;
    std::optional<std::string> path;
    if (wish.italic && name.family->italics)
        path = find_weight(*name.family, wish, true, roots);
    if (!path) path = find_weight(*name.family, wish, false, roots);
    if (!path) return std::nullopt;
    if (!name.family->cjk) return FaceFile{*std::move(path)};
    const Region region = name.region.value_or(wish.region);
    const auto face = static_cast<unsigned>(region);
    return FaceFile{*std::move(path), name.family->first_face + face,
                    std::string(name.family->name).append(kRegionSuffixes[face])};
}

std::vector<std::string> system_font_roots() {
    std::vector<std::string> roots{"/usr/share/fonts", "/usr/local/share/fonts"};
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
        roots.push_back(std::string(home) + "/.local/share/fonts");
        roots.push_back(std::string(home) + "/.fonts");
    }
    return roots;
}

std::string_view latin_companion(std::string_view cjk_family) {
    return looks_serif(cjk_family) ? "Noto Serif" : "Noto Sans";
}

std::string_view cjk_companion(std::string_view latin_family) {
    return looks_serif(latin_family) ? "Noto Serif CJK" : "Noto Sans CJK";
}

std::string_view equivalent_family(std::string_view family, bool cjk) {
    const std::string folded = fold_family(family);
    for (const Equivalent& equivalent : kEquivalents) {
        if (folded == equivalent.name) return cjk ? equivalent.cjk : equivalent.latin;
    }
    return {};
}

int weight_distance(int wanted, int weight) {
    // CSS Fonts 4 §5.2 step 4: 400–500 tries up to 500, then lighter, then heavier; below 400
    // lighter first, above 500 heavier first. Later groups are pushed behind by 1000 each.
    constexpr int kGroup = 1000;
    constexpr int kRegular = 400;
    constexpr int kMedium = 500;
    const int distance = wanted > weight ? wanted - weight : weight - wanted;
    if (wanted >= kRegular && wanted <= kMedium) {
        if (weight >= wanted && weight <= kMedium) return distance;
        return weight < wanted ? kGroup + distance : 2 * kGroup + distance;
    }
    const bool preferred = wanted < kRegular ? weight <= wanted : weight >= wanted;
    return preferred ? distance : kGroup + distance;
}

}  // namespace cvtex::fonts
