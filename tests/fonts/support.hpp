#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fonts/fonts.hpp"
#include "tests/support/catch.hpp"

/// Shorthand of the font tests. They run on Debian's Noto packages and skip where those are
/// absent.
namespace cvtex::fonts::test {

inline FontQuery query(std::string cjk, std::string lang = "zh-Hans") {
    FontQuery result;
    result.cjk = {std::move(cjk)};
    result.lang = std::move(lang);
    return result;
}

struct Shaper {
    FontLibrary& library;
    SelectionId selection;
    Form form = Form::Latin;
    std::string lang = "zh-Hans";

    [[nodiscard]] std::vector<ShapedRun> operator()(std::string_view text,
                                                    bool right_to_left = false) const {
        ShapeRequest request;
        request.text = text;
        request.end = static_cast<std::uint32_t>(text.size());
        request.selection = selection;
        request.form = form;
        request.lang = lang;
        request.right_to_left = right_to_left;
        return library.shape(request);
    }
};

/// All glyphs of all runs.
inline std::vector<ShapedGlyph> glyphs(const std::vector<ShapedRun>& runs) {
    std::vector<ShapedGlyph> all;
    for (const ShapedRun& run : runs) {
        all.insert(all.end(), run.glyphs.begin(), run.glyphs.end());
    }
    return all;
}

inline std::vector<int> advances(const std::vector<ShapedRun>& runs) {
    std::vector<int> widths;
    for (const ShapedGlyph& glyph : glyphs(runs)) widths.push_back(glyph.advance);
    return widths;
}

/// Whether the library's first choice for `family` really is that family.
inline bool has_family(FontLibrary& library, const std::string& family) {
    FontQuery wanted;
    wanted.latin = {family};
    const auto selection = library.select(wanted);
    if (!selection) return false;
    const std::string& found = library.info(library.primary(*selection, Form::Latin)).family;
    return found.starts_with(family);
}

}  // namespace cvtex::fonts::test

/// Ends a test case where a font package is not installed.
#define CVTEX_NEED_FAMILY(library, family)                    \
    if (!::cvtex::fonts::test::has_family(library, family)) { \
        WARN("skipped: " << (family) << " is not installed"); \
        return;                                               \
    }
