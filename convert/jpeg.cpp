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
    decoding.info.out_color_space = JCS_EXT_RGBA;
    jpeg_calc_output_dimensions(&decoding.info);
    decoding.width = decoding.info.output_width;
    decoding.height = decoding.info.output_height;
    return true;
}

bool read_rows(Decoding& decoding, unsigned char* rgba) {
    if (setjmp(decoding.error.out) != 0) return false;
    jpeg_start_decompress(&decoding.info);
    const std::size_t stride = std::size_t{decoding.width} * 4;
    while (decoding.info.output_scanline < decoding.info.output_height) {
        JSAMPROW row = rgba + decoding.info.output_scanline * stride;
        jpeg_read_scanlines(&decoding.info, &row, 1);
    }
    return true;
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
    jpeg_destroy_decompress(&decoding.info);
    if (!done) return Error{std::string("broken JPEG image: ") + decoding.error.message, {}};
    return png_file(rgba, decoding.width, decoding.height, 0);
}

}  // namespace cvtex::convert
