#include "convert/png_file.hpp"

#include <png.h>

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

/// CRC-32 of PNG's Annex D, bit by bit: for thirteen bytes.
std::uint32_t crc_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
    }
    return ~crc;
}

/// A pHYs chunk (PNG 11.3.5.3).
std::string physical_size(double dpi) {
    std::string chunk = "pHYs";
    const auto per_meter = static_cast<std::uint32_t>(std::lround(dpi / kMetersPerInch));
    append_u32(chunk, per_meter);
    append_u32(chunk, per_meter);
    chunk += '\1';  // the unit is the metre
    std::string out;
    append_u32(out, static_cast<std::uint32_t>(chunk.size() - 4));
    out += chunk;
    append_u32(out, crc_of(chunk));
    return out;
}

}  // namespace

Result<std::string> png_file(const std::string& rgba, std::uint32_t width, std::uint32_t height,
                             double dpi) {
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
    return out;
}

}  // namespace cvtex::convert
