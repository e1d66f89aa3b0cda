#include "pdf/bitmap_colors.hpp"

#include "pdf/print_color.hpp"

namespace cvtex::pdf {
namespace {

Color pixel_at(const Bitmap& bitmap, std::size_t index) {
    const auto at = [&](std::size_t channel) {
        return static_cast<std::uint8_t>(bitmap.pixels[index * 3 + channel]);
    };
    return {at(0), at(1), at(2)};
}

}  // namespace

void convert_colors(Bitmap& bitmap, styles::PrintColor color) {
    if (color == styles::PrintColor::Rgb || bitmap.channels != 3) return;
    const bool gray = color == styles::PrintColor::Gray;
    if (!gray && !bitmap.profile.empty()) return;
    const std::size_t count = bitmap.pixels.size() / 3;
    std::string converted;
    converted.reserve(count * (gray ? 1 : 4));
    for (std::size_t i = 0; i < count; ++i) {
        const Color pixel = pixel_at(bitmap, i);
        if (gray) {
            converted += static_cast<char>(gray_of(pixel));
        } else {
            for (const std::uint8_t ink : inks_of(pixel)) converted += static_cast<char>(ink);
        }
    }
    bitmap.pixels = std::move(converted);
    bitmap.channels = gray ? 1 : 4;
    bitmap.profile.clear();
}

}  // namespace cvtex::pdf
