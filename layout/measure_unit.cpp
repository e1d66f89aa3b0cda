#include "layout/measure_unit.hpp"

#include <algorithm>
#include <array>

namespace cvtex::layout {
namespace {

/// Bases and the letters that may stand before them as prefixes.
struct Unit {
    std::u32string_view base;
    std::u32string_view prefixes;
};

// clang-format off
constexpr std::array kUnits{
    Unit{U"m", U"kcdmμµn"},  Unit{U"g", U"kmμµ"},  Unit{U"s", U"mμµn"},   Unit{U"h", U""},
    Unit{U"min", U""},       Unit{U"t", U""},      Unit{U"L", U"mμµ"},    Unit{U"l", U"mμµ"},
    Unit{U"Hz", U"kMGT"},    Unit{U"W", U"kMGm"},  Unit{U"V", U"kmμµ"},   Unit{U"A", U"kmμµ"},
    Unit{U"Ah", U"m"},       Unit{U"Wh", U"kMG"},  Unit{U"J", U"kM"},     Unit{U"N", U"kM"},
    Unit{U"Pa", U"hkM"},     Unit{U"K", U""},      Unit{U"mol", U"m"},    Unit{U"Ω", U"kM"},
    Unit{U"F", U"mμµnp"},    Unit{U"dB", U""},     Unit{U"B", U"kKMGTPE"}, Unit{U"b", U"kKMGT"},
    Unit{U"iB", U"KMGTPE"},  Unit{U"bit", U"kKMG"}, Unit{U"bps", U"kKMGT"}, Unit{U"bp", U"kM"},
    Unit{U"QPS", U""},       Unit{U"TPS", U""},    Unit{U"qps", U""},     Unit{U"tps", U""},
    Unit{U"fps", U""},       Unit{U"rpm", U""},    Unit{U"px", U"M"},     Unit{U"pt", U""},
    Unit{U"em", U""},        Unit{U"dpi", U""},    Unit{U"ppi", U""},     Unit{U"°C", U""},
    Unit{U"°F", U""},        Unit{U"°", U""},      Unit{U"℃", U""},       Unit{U"%", U""},
    Unit{U"‰", U""},         Unit{U"％", U""},
};
// clang-format on

}  // namespace

bool is_measure_unit(std::u32string_view word) {
    return std::any_of(kUnits.begin(), kUnits.end(), [&](const Unit& unit) {
        if (word == unit.base) return true;
        return word.size() == unit.base.size() + 1 && word.substr(1) == unit.base &&
               unit.prefixes.find(word.front()) != std::u32string_view::npos;
    });
}

}  // namespace cvtex::layout
