#include "cli/convert_picture.hpp"

#include <utility>

#include "cli/companion.hpp"
#include "convert/module.hpp"

namespace cvtex::cli {
namespace {

convert::Converter load(const char* file, const char* symbol = convert::kToPngSymbol) {
    using Entry = convert::Converter (*)();
    const auto entry = reinterpret_cast<Entry>(load_symbol(file, symbol));
    return entry == nullptr ? nullptr : entry();
}

convert::Converter converter_of(layout::ForeignFormat format) {
    switch (format) {
        case layout::ForeignFormat::Webp: {
            static const convert::Converter kWebp = load(convert::kWebpModule);
            return kWebp;
        }
        case layout::ForeignFormat::Svg: {
            static const convert::Converter kSvg = load(convert::kSvgModule);
            return kSvg;
        }
        case layout::ForeignFormat::SvgDrawing: {
            static const convert::Converter kDrawing =
                load(convert::kSvgModule, convert::kToDrawingSymbol);
            return kDrawing;
        }
        case layout::ForeignFormat::Jpeg: {
            static const convert::Converter kJpeg = load(convert::kJpegModule);
            return kJpeg;
        }
    }
    return nullptr;
}

/// The format, and the package that reads it.
std::pair<const char*, const char*> names_of(layout::ForeignFormat format) {
    switch (format) {
        case layout::ForeignFormat::Webp:
            return {"WebP", "libwebp-dev"};
        case layout::ForeignFormat::Svg:
        case layout::ForeignFormat::SvgDrawing:
            return {"SVG", "librsvg2-dev"};
        case layout::ForeignFormat::Jpeg:
            return {"decoding JPEG", "libjpeg-dev"};
    }
    return {};
}

}  // namespace

Result<std::string> convert_picture(layout::ForeignFormat format, std::string_view bytes) {
    const convert::Converter convert = converter_of(format);
    if (convert != nullptr) return convert(bytes);
    const auto [name, package] = names_of(format);
    return Error{std::string("this cvtex was built or installed without ") + name,
                 std::string("save the picture as PNG, or build cvtex with ") + package};
}

}  // namespace cvtex::cli
