#include <cstdio>
// jpeglib.h needs size_t and FILE.
#include <jpeglib.h>

#include <csetjmp>

#include "convert/module.hpp"
#include "convert/png_file.hpp"

namespace cvtex::convert {
namespace {

/// libjpeg's error manager with the way back out of it.
struct ErrorManager {
    jpeg_error_mgr base;
    std::jmp_buf out;
    char message[JMSG_LENGTH_MAX];
};

void leave(j_common_ptr info) {
    auto* manager = reinterpret_cast<ErrorManager*>(info->err);
    (*info->err->format_message)(info, manager->message);
    std::longjmp(manager->out, 1);
}

void ignore(j_common_ptr) {}

/// What passes through the frames that longjmp leaves: plain values, so that nothing is lost.
struct Decoding {
    jpeg_decompress_struct info;
    ErrorManager error;
    std::uint32_t width, height;
};

/// Up to the size. False: see the message.
bool begin(Decoding& decoding, const unsigned char* data, unsigned long size) {
    if (setjmp(decoding.error.out) != 0) return false;
    jpeg_create_decompress(&decoding.info);
    jpeg_mem_src(&decoding.info, data, size);
    jpeg_read_header(&decoding.info, TRUE);
    // Of four inks libjpeg makes no other colours.
    const bool inks = decoding.info.num_components == 4;
    decoding.info.out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_calc_output_dimensions(&decoding.info);
    decoding.width = decoding.info.output_width;
    decoding.height = decoding.info.output_height;
    return true;
}

/// Four bytes a pixel: RGBA or, in the way the file counts them, inks.
bool read_rows(Decoding& decoding, unsigned char* pixels) {
    if (setjmp(decoding.error.out) != 0) return false;
    jpeg_start_decompress(&decoding.info);
    const std::size_t stride = std::size_t{decoding.width} * 4;
    while (decoding.info.output_scanline < decoding.info.output_height) {
        JSAMPROW row = pixels + decoding.info.output_scanline * stride;
        jpeg_read_scanlines(&decoding.info, &row, 1);
    }
    return true;
}

/// Inks as the light that they let through, black through each of the others (ISO 32000-1,
/// 10.3.5). `inverted`: Adobe's way, where they are counted as light already.
void make_rgba(std::string& pixels, bool inverted) {
    for (std::size_t at = 0; at + 4 <= pixels.size(); at += 4) {
        const auto light = [&](std::size_t channel) {
            const unsigned value = static_cast<unsigned char>(pixels[at + channel]);
            return inverted ? value : 255 - value;
        };
        const unsigned black = light(3);
        for (std::size_t channel = 0; channel < 3; ++channel)
            pixels[at + channel] = static_cast<char>((light(channel) * black + 127) / 255);
        pixels[at + 3] = '\xFF';
    }
}

}  // namespace

Result<std::string> jpeg_to_png(std::string_view bytes) {
    Decoding decoding{};
    decoding.info.err = jpeg_std_error(&decoding.error.base);
    decoding.error.base.error_exit = leave;
    decoding.error.base.output_message = ignore;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    std::string rgba;
    bool done = begin(decoding, data, bytes.size());
    const std::uint64_t pixels = std::uint64_t{decoding.width} * decoding.height;
    if (done && (pixels == 0 || pixels > kMaxPixels)) {
        jpeg_destroy_decompress(&decoding.info);
        return Error{"the image has no pixels, or more than 64 million", {}};
    }
    if (done) {
        rgba.resize(pixels * 4);
        done = read_rows(decoding, reinterpret_cast<unsigned char*>(rgba.data()));
    }
    if (decoding.info.out_color_space == JCS_CMYK)
        make_rgba(rgba, decoding.info.saw_Adobe_marker == TRUE);
    jpeg_destroy_decompress(&decoding.info);
    if (!done) return Error{std::string("broken JPEG image: ") + decoding.error.message, {}};
    return png_file(rgba, decoding.width, decoding.height, 0);
}

}  // namespace cvtex::convert
