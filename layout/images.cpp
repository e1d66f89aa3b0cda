#include "layout/images.hpp"

#include <utility>

#include "base/overloaded.hpp"
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

double usable_dpi(double dpi) {
    return dpi >= kLeastDpi && dpi <= kMostDpi ? dpi : 0;
}

Result<ImageResource> read_resource(const std::string& path, const ImageReader& read) {
    if (!read) return Error{"images are not available here", {}};
    Result<std::string> bytes = read(path);
    if (!bytes) return bytes.error();
    if (bytes->size() > kMaxFileBytes) {
        return Error{"the file is larger than 64 MB", "make the image smaller"};
    }
    return std::visit(overloaded{
                          [](const ImageProblem& problem) -> Result<ImageResource> {
                              return Error{problem.message, {}};
                          },
                          [&](const ImageHeader& header) -> Result<ImageResource> {
                              if (std::uint64_t{header.width} * header.height > kMaxPixels) {
                                  return Error{"the image has more than 64 million pixels",
                                               "make the image smaller"};
                              }
                              ImageResource image;
                              image.path = path;
                              image.format = header.format;
                              image.bytes = std::move(bytes.value());
                              image.pixel_width = header.width;
                              image.pixel_height = header.height;
                              image.dpi_x = usable_dpi(header.dpi_x);
                              image.dpi_y = usable_dpi(header.dpi_y);
                              image.orientation = header.orientation;
                              return image;
                          },
                      },
                      read_image_header(*bytes));
}

}  // namespace

std::optional<ImageId> ImageStore::load(const std::string& path, Span span,
                                        Diagnostics& diagnostics) {
    const auto known = loaded_.find(path);
    if (known != loaded_.end()) return known->second;
    Result<ImageResource> image = read_resource(path, read_);
    std::optional<ImageId> id;
    if (image) {
        id = ImageId::at(out_.images.size());
        out_.images.push_back(std::move(image.value()));
    } else {
        diagnostics.warning("image-unreadable", span,
                            "image “" + path + "” is left out: " + image.error().message,
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
