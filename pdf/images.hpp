#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "layout/frame.hpp"
#include "pdf/content.hpp"
#include "pdf/hpdf.hpp"
#include "pdf/png.hpp"

namespace cvtex::pdf {

/// Image XObjects, each picture once per file: those of the document, and emoji from colour
/// fonts.
class ImageTable {
public:
    ImageTable(const layout::LaidOut& laid_out, const fonts::FontLibrary& library,
               Document& document, Diagnostics& diagnostics);

    /// Resource number of a picture of the document. Nothing when it cannot be decoded, which
    /// is reported once.
    [[nodiscard]] std::optional<std::uint32_t> picture(layout::ImageId id);
    /// Resource number of an emoji's picture. Nothing when the font has none.
    [[nodiscard]] std::optional<std::uint32_t> emoji(fonts::FontId font, fonts::GlyphId glyph);

    /// The XObject behind /Im<image>.
    [[nodiscard]] Dict resource(std::uint32_t image) const { return resources_[image]; }

    /// Whether a picture has inks instead of light, which an sRGB output intent cannot
    /// describe.
    [[nodiscard]] bool has_cmyk() const { return has_cmyk_; }

private:
    [[nodiscard]] Result<Dict> write(const layout::ImageResource& resource);
    [[nodiscard]] Dict write(Bitmap bitmap);
    /// The syntax of a colour space with `channels`, by its profile if there is one; each
    /// profile is stored once.
    [[nodiscard]] std::string color_space(std::uint32_t channels, const std::string& profile);
    std::uint32_t add(Dict image);

    const layout::LaidOut& laid_out_;
    const fonts::FontLibrary& library_;
    Document& document_;
    Diagnostics& diagnostics_;
    std::vector<Dict> resources_;
    std::map<layout::ImageId, std::optional<std::uint32_t>> pictures_;
    std::map<std::pair<fonts::FontId, fonts::GlyphId>, std::optional<std::uint32_t>> emoji_;
    std::map<std::string, Ref> profiles_;
    bool has_cmyk_ = false;
};

/// Maps the unit square to the box whose bottom left corner is (`left`, `bottom`), y upward,
/// so that a picture stored with Exif `orientation` (1–8) stands upright.
[[nodiscard]] Matrix image_matrix(double left, double bottom, double width, double height,
                                  int orientation);

}  // namespace cvtex::pdf
