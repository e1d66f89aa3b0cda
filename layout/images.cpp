#include "layout/images.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/overloaded.hpp"
#include "base/vector_drawing.hpp"
#include "layout/data_uri.hpp"
#include "layout/image_header.hpp"

namespace cvtex::layout {
namespace {

/// What decoding may cost at most: 64 megapixels are 256 MB as RGBA (ROBUSTNESS D3).
constexpr std::uint64_t kMaxPixels = 64'000'000;
constexpr std::size_t kMaxFileBytes = 64U << 20;
/// CSS's reference pixel, for files that state no resolution.
constexpr double kDefaultDpi = 96;
/// Stated resolutions outside this range are mistakes, such as pHYs of one pixel a metre.
constexpr double kLeastDpi = 20;
constexpr double kMostDpi = 10'000;

/// A data: URI without its data.
std::string shown_path(const std::string& path) {
    constexpr std::size_t kLongestType = 60;
    if (!is_data_uri(path)) return path;
    return path.substr(0, std::min(path.find(','), kLongestType)) + ",…";
}

double usable_dpi(double dpi) {
    return dpi >= kLeastDpi && dpi <= kMostDpi ? dpi : 0;
}

Result<std::string> read_bytes(const std::string& path, const LayoutOptions& options) {
    if (is_data_uri(path)) return decode_data_uri(path);
    if (!options.read_image) return Error{"images are not available here", {}};
    return options.read_image(path);
}

/// A file as what is set: PNG, JPEG or, if we have drawn it ourselves, a drawing. One that
/// only looks like a drawing is none: its syntax would go into the PDF as it is.
struct Picture {
    std::string bytes;
    std::optional<VectorDrawing> drawing = {};
};

/// A drawing where the file's colours stay as they are and nothing in it needs pixels.
Result<Picture> read_picture(const std::string& path, const LayoutOptions& options,
                             styles::PrintColor color) {
    Result<std::string> bytes = read_bytes(path, options);
    if (!bytes) return bytes.error();
    if (bytes->size() > kMaxFileBytes)
        return Error{"the file is larger than 64 MB", "make the image smaller"};
    const auto foreign = foreign_format(*bytes);
    if (!foreign) return Picture{std::move(bytes).value()};
    if (!options.convert_image)
        return Error{"pictures of this format are not available here",
                     "save it as PNG or JPEG"};
    if (foreign == ForeignFormat::Svg && color == styles::PrintColor::Rgb) {
        Result<std::string> file = options.convert_image(ForeignFormat::SvgDrawing, *bytes);
        std::optional<VectorDrawing> drawing;
        if (file) drawing = decode_drawing(*file);
        if (drawing) return Picture{std::move(file).value(), std::move(drawing)};
    }
    Result<std::string> png = options.convert_image(*foreign, *bytes);
    if (!png) return png.error();
    return Picture{std::move(png).value()};
}

/// A drawing's own size, as pixels so small that none of it is lost.
ImageResource make_drawing(const std::string& path, std::string bytes, Size size) {
    constexpr double kDpi = 7200;
    const auto pixels = [](Pt length) {
        return static_cast<std::uint32_t>(std::lround(length.points() * kDpi / 72));
    };
    ImageResource image;
    image.path = shown_path(path);
    image.format = ImageFormat::Drawing;
    image.pixel_width = pixels(size.width);
    image.pixel_height = pixels(size.height);
    image.dpi_x = image.dpi_y = kDpi;
    image.bytes = std::move(bytes);
    return image;
}

/// Whether the JPEG is to be decoded: its coding is rare, or its colours are to be changed.
bool needs_decoding(const ImageHeader& header, styles::PrintColor color) {
    if (header.format != ImageFormat::Jpeg) return false;
    const bool rgb_to_inks = color == styles::PrintColor::Cmyk && header.channels == 3;
    const bool to_gray = color == styles::PrintColor::Gray && header.channels != 1;
    return header.arithmetic || rgb_to_inks || to_gray;
}

Result<ImageResource> make_resource(const std::string& path, std::string bytes,
                                    const ImageHeader& header, const LayoutOptions& options,
                                    styles::PrintColor color) {
    if (std::uint64_t{header.width} * header.height > kMaxPixels)
        return Error{"the image has more than 64 million pixels", "make the image smaller"};
    ImageResource image;
    image.path = shown_path(path);
    image.format = header.format;
    image.bytes = std::move(bytes);
    image.pixel_width = header.width;
    image.pixel_height = header.height;
    image.dpi_x = usable_dpi(header.dpi_x);
    image.dpi_y = usable_dpi(header.dpi_y);
    image.orientation = header.orientation;
    if (!needs_decoding(header, color) || !options.convert_image) return image;
    Result<std::string> png = options.convert_image(ForeignFormat::Jpeg, image.bytes);
    if (!png) return png.error();
    image.bytes = std::move(png).value();
    image.format = ImageFormat::Png;
    return image;
}

Result<ImageResource> read_resource(const std::string& path, const LayoutOptions& options,
                                    styles::PrintColor color) {
    Result<Picture> picture = read_picture(path, options, color);
    if (!picture) return picture.error();
    if (const auto& drawing = picture->drawing) {
        const Size size{Pt::of(drawing->width), Pt::of(drawing->height)};
        return make_drawing(path, std::move(picture->bytes), size);
    }
    return std::visit(overloaded{
                          [](const ImageProblem& problem) -> Result<ImageResource> {
                              return Error{problem.message, {}};
                          },
                          [&](const ImageHeader& header) -> Result<ImageResource> {
                              return make_resource(path, std::move(picture->bytes), header,
                                                   options, color);
                          },
                      },
                      read_image_header(picture->bytes));
}

}  // namespace

std::optional<ImageId> ImageStore::load(const std::string& path, Span span,
                                        Diagnostics& diagnostics) {
    const auto known = loaded_.find(path);
    if (known != loaded_.end()) return known->second;
    Result<ImageResource> image = read_resource(path, options_, out_.print.color);
    std::optional<ImageId> id;
    if (image) {
        id = ImageId::at(out_.images.size());
        image->span = span;
        out_.images.push_back(std::move(image.value()));
    } else {
        diagnostics.warning(
            "image-unreadable", span,
            "image “" + shown_path(path) + "” is left out: " + image.error().message,
            image.error().hint);
    }
    loaded_.emplace(path, id);
    return id;
}

Size ImageStore::natural_size(ImageId id) const {
    const ImageResource& image = out_.images[id.index()];
    const auto length = [](std::uint32_t pixels, double dpi) {
        return Pt::of(pixels * 72.0 / (dpi > 0 ? dpi : kDefaultDpi));
    };
    const Size size{length(image.pixel_width, image.dpi_x),
                    length(image.pixel_height, image.dpi_y)};
    // EXIF orientations 5–8 turn the picture by a quarter.
    return image.orientation >= 5 ? Size{size.height, size.width} : size;
}

}  // namespace cvtex::layout
