#pragma once

#include <array>
#include <span>
#include <string>
#include <utility>

#include "tests/convert/jpeg_writer.hpp"

/// JPEG files of four inks, in the ways that programs write them.
namespace cvtex::test {

/// Cyan, magenta, yellow and black, 255 for all of an ink.
using Inks = std::array<unsigned char, 4>;

enum class CmykForm {
    Plain,  ///< no Adobe marker: ink as it is
    Adobe,  ///< with the marker: inverted, 0 for all of an ink, as Photoshop has it
    Ycck,   ///< likewise, its first three turned into brightness and colour differences
};

inline constexpr unsigned kBand = 16;

/// A picture of upright bands, 16 pixels wide and high.
inline std::string cmyk_jpeg(std::span<const Inks> bands, CmykForm form,
                             bool arithmetic = false) {
    std::string row;
    for (const Inks& inks : bands) {
        for (unsigned x = 0; x < kBand; ++x) {
            for (const unsigned char ink : inks)
                row += static_cast<char>(form == CmykForm::Plain ? ink : 255 - ink);
        }
    }
    return write_jpeg(std::move(row), [&](jpeg_compress_struct& info) {
        info.image_width = kBand * static_cast<unsigned>(bands.size());
        info.image_height = kBand;
        info.input_components = 4;
        info.in_color_space = JCS_CMYK;
        jpeg_set_defaults(&info);
        jpeg_set_colorspace(&info, form == CmykForm::Ycck ? JCS_YCCK : JCS_CMYK);
        for (int i = 0; i < info.num_components; ++i)
            info.comp_info[i].h_samp_factor = info.comp_info[i].v_samp_factor = 1;
        info.write_Adobe_marker = form == CmykForm::Plain ? FALSE : TRUE;
        info.arith_code = arithmetic ? TRUE : FALSE;
        jpeg_set_quality(&info, 95, TRUE);
    });
}

}  // namespace cvtex::test
