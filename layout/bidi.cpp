#include "layout/bidi.hpp"

#include <dlfcn.h>
#include <fribidi.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.hpp"

namespace cvtex::layout {
namespace {

/// Languages written from right to left, by their primary subtag.
constexpr std::array<std::string_view, 14> kRightToLeftLanguages = {
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"};

/// The functions of FriBidi that are used, found in the library at run time: a document without
/// right-to-left text does not pay for loading it.
struct FriBidi {
    decltype(&fribidi_get_bidi_types) get_types = nullptr;
    decltype(&fribidi_get_bracket_types) get_brackets = nullptr;
    decltype(&fribidi_get_par_embedding_levels_ex) get_levels = nullptr;

    FriBidi() {
        // Kept open: other threads go on using it.
        void* library = ::dlopen("libfribidi.so.0", RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) return;
        find(library, "fribidi_get_bidi_types", get_types);
        find(library, "fribidi_get_bracket_types", get_brackets);
        find(library, "fribidi_get_par_embedding_levels_ex", get_levels);
    }

    [[nodiscard]] bool usable() const { return get_types && get_brackets && get_levels; }

private:
    template <class Function>
    static void find(void* library, const char* name, Function& function) {
        function = reinterpret_cast<Function>(::dlsym(library, name));
    }
};

const FriBidi& fribidi() {
    static const FriBidi loaded;
    return loaded;
}

bool is_rtl_letter(const Character& c) {
    return unicode::is_right_to_left(c.code);
}

bool is_ltr_letter(const Character& c) {
    return is_letter_like(c.cls) && unicode::is_letter(c.code) && !is_rtl_letter(c);
}

/// UAX #9 P2 and P3 by the first letter, with HL1: a name at the start does not turn a
/// paragraph of a left-to-right language around, only a majority of its letters does.
bool runs_right_to_left(const ParagraphText& paragraph) {
    const std::vector<Character>& characters = paragraph.characters;
    const auto first =
        std::find_if(characters.begin(), characters.end(),
                     [](const Character& c) { return is_rtl_letter(c) || is_ltr_letter(c); });
    if (first == characters.end() || !is_rtl_letter(*first)) return false;
    const std::string_view primary =
        std::string_view(paragraph.lang).substr(0, paragraph.lang.find('-'));
    const auto& languages = kRightToLeftLanguages;
    if (std::find(languages.begin(), languages.end(), primary) != languages.end()) return true;
    const auto count = [&](auto holds) {
        return std::count_if(characters.begin(), characters.end(), holds);
    };
    return count(is_rtl_letter) >= count(is_ltr_letter);
}

/// Levels of characters [begin, end), a paragraph to UAX #9 (P1).
bool resolve_part(const FriBidi& library, ParagraphText& paragraph, std::size_t begin,
                  std::size_t end) {
    if (begin == end) return true;
    std::vector<FriBidiChar> codes;
    codes.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) codes.push_back(paragraph.characters[i].code);
    const auto length = static_cast<FriBidiStrIndex>(codes.size());
    std::vector<FriBidiCharType> types(codes.size());
    std::vector<FriBidiBracketType> brackets(codes.size());
    std::vector<FriBidiLevel> levels(codes.size());
    library.get_types(codes.data(), length, types.data());
    library.get_brackets(codes.data(), length, types.data(), brackets.data());
    FriBidiParType base = paragraph.right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    if (library.get_levels(types.data(), brackets.data(), length, &base, levels.data()) == 0) {
        return false;
    }
    std::transform(levels.begin(), levels.end(),
                   paragraph.levels.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](FriBidiLevel level) {
                       return static_cast<BidiLevel>(std::max<FriBidiLevel>(level, 0));
                   });
    return true;
}

}  // namespace

bool resolve_directions(ParagraphText& paragraph) {
    const std::vector<Character>& characters = paragraph.characters;
    if (std::none_of(characters.begin(), characters.end(), is_rtl_letter)) return true;
    const FriBidi& library = fribidi();
    if (!library.usable()) return false;
    paragraph.right_to_left = runs_right_to_left(paragraph);
    paragraph.levels.assign(characters.size(), paragraph.right_to_left ? 1 : 0);
    for (std::size_t begin = 0; begin < characters.size();) {
        std::size_t end = begin;
        while (end < characters.size() && characters[end].cls != CharClass::LineEnd) ++end;
        if (!resolve_part(library, paragraph, begin, end)) return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace cvtex::layout
