#include "tests/fuzz/image_target.hpp"

#include <cstdlib>
#include <variant>

#include "base/vector_drawing.hpp"
#include "convert/module.hpp"
#include "layout/data_uri.hpp"
#include "layout/image_header.hpp"
#include "pdf/drawing.hpp"
#include "pdf/jpeg.hpp"
#include "pdf/png.hpp"
#include "pdf/serializer.hpp"
#include "tests/pdf/png_maker.hpp"

namespace cvtex::test {
namespace {

/// Above this a run takes longer than it finds out.
constexpr std::uint64_t kMostPixels = 1'000'000;
constexpr std::size_t kFirstChunk = 8;

std::size_t u32(std::string_view bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// The checksums of a PNG's chunks set right, so that what is in them is looked at.
std::string with_checksums(std::string png) {
    std::size_t at = kFirstChunk;
    while (at + 12 <= png.size()) {
        const std::size_t length = u32(png, at);
        if (length > png.size() - at - 12) break;
        const std::string_view covered = std::string_view(png).substr(at + 4, length + 4);
        png.replace(at + 8 + length, 4, pdf::test::be32(pdf::test::crc32(covered)));
        at += 12 + length;
    }
    return png;
}

/// Width times height of a WebP file by its first chunk (RFC 9649), 0 where none is said.
std::uint64_t webp_pixels(std::string_view bytes) {
    constexpr std::size_t kHeader = 30;
    if (bytes.size() < kHeader) return 0;
    const auto at = [&](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(bytes[i])};
    };
    const auto u16 = [&](std::size_t i) { return at(i) | at(i + 1) << 8; };
    const auto u24 = [&](std::size_t i) { return u16(i) | at(i + 2) << 16; };
    const std::string_view chunk = bytes.substr(12, 4);
    if (chunk == "VP8X") return (u24(24) + 1) * (u24(27) + 1);
    if (chunk == "VP8 ") return (u16(26) & 0x3FFF) * (u16(28) & 0x3FFF);
    const std::uint64_t bits = u16(21) | u16(23) << 16;
    return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1);
}

#ifdef CVTEX_SVG
/// SVG as a drawing, written as a form. What the converter makes is always a whole drawing.
void draw(const std::string& svg) {
    const Result<std::string> file = convert::svg_to_drawing(svg);
    if (!file) return;
    const auto drawing = decode_drawing(*file);
    if (!drawing) std::abort();
    pdf::Document document(true);
    static_cast<void>(pdf::write_drawing(document, *drawing));
    if (pdf::serialize(document).empty()) std::abort();
}
#endif

/// What the modules make of formats that PDF has no place for.
void convert_foreign(const std::string& bytes) {
    const auto format = layout::foreign_format(bytes);
#ifdef CVTEX_WEBP
    if (format == layout::ForeignFormat::Webp && webp_pixels(bytes) <= kMostPixels)
        static_cast<void>(convert::webp_to_png(bytes));
#endif
#ifdef CVTEX_SVG
    if (format == layout::ForeignFormat::Svg) {
        static_cast<void>(convert::svg_to_png(bytes));
        draw(bytes);
    }
#endif
}

}  // namespace

void fuzz_image(const std::string& bytes) {
    convert_foreign(bytes);
    static_cast<void>(decode_drawing(bytes));
    static_cast<void>(layout::decode_data_uri(bytes));
    static_cast<void>(pdf::read_jpeg(bytes));
    const auto outcome = layout::read_image_header(bytes);
    const auto* header = std::get_if<layout::ImageHeader>(&outcome);
    if (header && std::uint64_t{header->width} * header->height > kMostPixels) return;
    if (header) static_cast<void>(convert::jpeg_to_png(bytes));
    static_cast<void>(pdf::decode_png(bytes));
    static_cast<void>(pdf::decode_png(with_checksums(bytes)));
}

}  // namespace cvtex::test
