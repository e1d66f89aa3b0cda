#include "convert/png_file.hpp"

#include <png.h>
#include <zlib.h>

#include <cmath>

namespace cvtex::convert {
namespace {

constexpr double kMetersPerInch = 0.0254;
/// Signature and IHDR: what stands before all other chunks.
constexpr std::size_t kHeaderBytes = 8 + 25;

void append_u32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

/// A chunk (PNG 5.3); `content` begins with its type.
std::string chunk_of(const std::string& content) {
    std::string out;
    append_u32(out, static_cast<std::uint32_t>(content.size() - 4));
    out += content;
    append_u32(out, static_cast<std::uint32_t>(crc32_z(
                        0, reinterpret_cast<const Bytef*>(content.data()), content.size())));
    return out;
}

/// A pHYs chunk (PNG 11.3.5.3).
std::string physical_size(double dpi) {
    std::string content = "pHYs";
    const auto per_meter = static_cast<std::uint32_t>(std::lround(dpi / kMetersPerInch));
    append_u32(content, per_meter);
    append_u32(content, per_meter);
    content += '\1';  // the unit is the metre
    return chunk_of(content);
}

/// An iCCP chunk (PNG 11.3.3.3): name, NUL, method 0, the profile as a zlib stream.
std::string color_profile(std::string_view profile) {
    uLongf size = compressBound(profile.size());
    std::string packed(size, '\0');
    const int outcome =
        compress(reinterpret_cast<Bytef*>(packed.data()), &size,
                 reinterpret_cast<const Bytef*>(profile.data()), profile.size());
    if (outcome != Z_OK) return {};
    packed.resize(size);
    return chunk_of(std::string("iCCPicc\0\0", 9) + packed);
}

}  // namespace

Result<std::string> png_file(const std::string& rgba, std::uint32_t width, std::uint32_t height,
                             double dpi, std::string_view profile) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGBA;
    image.flags = PNG_IMAGE_FLAG_FAST;  // it is decoded again at once
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string out(size, '\0');
    if (!png_image_write_to_memory(&image, out.data(), &size, 0, rgba.data(), 0, nullptr)) {
        const Error error{std::string("cannot convert the picture: ") + image.message, {}};
        png_image_free(&image);
        return error;
    }
    out.resize(size);
    if (dpi > 0) out.insert(kHeaderBytes, physical_size(dpi));
    if (!profile.empty()) out.insert(kHeaderBytes, color_profile(profile));
    return out;
}

}  // namespace cvtex::convert
