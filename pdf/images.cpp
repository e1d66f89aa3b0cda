#include "pdf/images.hpp"

#include "base/vector_drawing.hpp"
#include "pdf/bitmap_colors.hpp"
#include "pdf/drawing.hpp"
#include "pdf/jpeg.hpp"

namespace cvtex::pdf {

ImageTable::ImageTable(const layout::LaidOut& laid_out, const fonts::FontLibrary& library,
                       Document& document, Diagnostics& diagnostics)
    : laid_out_(laid_out), library_(library), document_(document), diagnostics_(diagnostics) {}

std::uint32_t ImageTable::add(Dict image) {
    resources_.push_back(image);
    return static_cast<std::uint32_t>(resources_.size() - 1);
}

std::string ImageTable::color_space(std::uint32_t channels, const std::string& profile) {
    if (profile.empty()) {
        has_cmyk_ = has_cmyk_ || channels == 4;
        return channels == 1 ? "/DeviceGray" : channels == 3 ? "/DeviceRGB" : "/DeviceCMYK";
    }
    auto known = profiles_.find(profile);
    if (known == profiles_.end()) {
        Dict stream = document_.make_stream(std::string_view(profile));
        stream.integer("N", channels);
        known = profiles_.emplace(profile, stream.ref()).first;
    }
    std::string out = "[/ICCBased ";
    append_ref(out, known->second);
    return out + "]";
}

Dict ImageTable::write(Bitmap bitmap) {
    convert_colors(bitmap, laid_out_.print.color);
    return write_bitmap(document_, bitmap, color_space(bitmap.channels, bitmap.profile));
}

Result<Dict> ImageTable::write(const layout::ImageResource& resource) {
    if (resource.format == layout::ImageFormat::Drawing) {
        const auto drawing = decode_drawing(resource.bytes);
        if (!drawing) return Error{"the drawing is damaged", {}};
        return write_drawing(document_, *drawing);
    }
    if (resource.format == layout::ImageFormat::Jpeg) {
        Result<Jpeg> jpeg = read_jpeg(resource.bytes);
        if (!jpeg) return jpeg.error();
        const std::string space =
            color_space(static_cast<std::uint32_t>(jpeg->components), jpeg->profile);
        return write_jpeg(document_, std::move(jpeg).value(), space);
    }
    Result<Bitmap> bitmap = decode_png(resource.bytes);
    if (!bitmap) return bitmap.error();
    return write(std::move(bitmap).value());
}

std::optional<std::uint32_t> ImageTable::picture(layout::ImageId id) {
    if (!id.valid() || id.index() >= laid_out_.images.size()) return std::nullopt;
    const auto known = pictures_.find(id);
    if (known != pictures_.end()) return known->second;
    const layout::ImageResource& resource = laid_out_.images[id.index()];
    const Result<Dict> image = write(resource);
    std::optional<std::uint32_t> number;
    if (image) {
        number = add(*image);
    } else {
        diagnostics_.warning("bad-image", resource.span,
                             resource.path + ": " + image.error().message, image.error().hint);
    }
    pictures_.emplace(id, number);
    return number;
}

std::optional<std::uint32_t> ImageTable::emoji(fonts::FontId font, fonts::GlyphId glyph) {
    const auto key = std::pair(font, glyph);
    const auto known = emoji_.find(key);
    if (known != emoji_.end()) return known->second;
    std::optional<std::uint32_t> number;
    if (const auto bitmap = library_.color_bitmap(font, glyph)) {
        Result<Bitmap> decoded = decode_png(bitmap->png);
        if (decoded) number = add(write(std::move(decoded).value()));
    }
    emoji_.emplace(key, number);
    return number;
}

Matrix image_matrix(double left, double bottom, double width, double height, int orientation) {
    const double right = left + width;
    const double top = bottom + height;
    switch (orientation) {  // TIFF 6.0, Orientation: where row 0 and column 0 are
        case 2:
            return {-width, 0, 0, height, right, bottom};
        case 3:
            return {-width, 0, 0, -height, right, top};
        case 4:
            return {width, 0, 0, -height, left, top};
        case 5:
            return {0, -height, -width, 0, right, top};
        case 6:
            return {0, -height, width, 0, left, top};
        case 7:
            return {0, height, width, 0, left, bottom};
        case 8:
            return {0, height, -width, 0, right, bottom};
        default:
            return {width, 0, 0, height, left, bottom};
    }
}

}  // namespace cvtex::pdf
