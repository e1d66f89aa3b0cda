#include "tests/fuzz/image_target.hpp"

#include <variant>

#include "layout/data_uri.hpp"
#include "layout/image_header.hpp"
#include "pdf/jpeg.hpp"
#include "pdf/png.hpp"
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

}  // namespace

void fuzz_image(const std::string& bytes) {
    static_cast<void>(layout::foreign_format(bytes));
    static_cast<void>(layout::decode_data_uri(bytes));
    static_cast<void>(pdf::read_jpeg(bytes));
    const auto outcome = layout::read_image_header(bytes);
    const auto* header = std::get_if<layout::ImageHeader>(&outcome);
    if (header && std::uint64_t{header->width} * header->height > kMostPixels) return;
    static_cast<void>(pdf::decode_png(bytes));
    static_cast<void>(pdf::decode_png(with_checksums(bytes)));
}

}  // namespace cvtex::test
