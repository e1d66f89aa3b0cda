#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/fonts.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/to_unicode.hpp"

/// Composite fonts (9.7): Type0 -> CIDFont -> descriptor -> program.
namespace cvtex::pdf {

struct CodeWidth {
    std::uint16_t code = 0;
    double width = 0;  ///< thousandths of an em
};

/// A CIDFont that one or more Type0 fonts share.
struct FontObjects {
    Dict descendant;
    std::string base_name;  ///< of the Type0 fonts over it
};

/// Only letters, digits, '-', '_', '.' and '+', at most 80 characters, never empty.
[[nodiscard]] std::string clean_font_name(std::string_view name);

/// The value of /W: widths other than `default_width`, by runs of consecutive codes. `widths`
/// in ascending order of codes.
[[nodiscard]] std::string widths_array(const std::vector<CodeWidth>& widths,
                                       double default_width);

/// Writes program, descriptor and CIDFont. Widths of all the program's glyphs, ascending.
[[nodiscard]] FontObjects write_descendant(Document& document, const fonts::FontInfo& info,
                                           const fonts::FontProgram& program,
                                           const StreamData& packed,
                                           const std::vector<CodeWidth>& widths);

/// Makes `type0` a composite font over `objects` whose codes stand for `texts`.
void fill_type0(Document& document, Dict type0, const FontObjects& objects,
                std::vector<CodeText> texts);

}  // namespace cvtex::pdf
