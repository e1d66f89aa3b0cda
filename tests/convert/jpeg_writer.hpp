#pragma once

#include <cstdio>
// jpeglib.h needs size_t and FILE.
#include <jpeglib.h>

#include <cstdlib>
#include <string>

namespace cvtex::test {

/// A JPEG file all of whose rows are `row`. `set_up` is given libjpeg's structure and says what
/// the picture is.
template <class SetUp>
std::string write_jpeg(std::string row, SetUp set_up) {
    jpeg_compress_struct info{};
    jpeg_error_mgr error{};
    info.err = jpeg_std_error(&error);
    jpeg_create_compress(&info);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &data, &size);
    set_up(info);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW rows = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string out(reinterpret_cast<char*>(data), size);
    std::free(data);
    return out;
}

}  // namespace cvtex::test
