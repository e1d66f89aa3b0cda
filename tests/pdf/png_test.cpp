#include "pdf/png.hpp"

#include <png.h>

#include "pdf/png_chunks.hpp"
#include "tests/pdf/pdf_case.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::pdf::test;

namespace {

std::string encode_png(std::uint32_t width, std::uint32_t height, png_uint_32 format,
                       const std::string& samples) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = format;
    png_alloc_size_t size = 0;
    REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, samples.data(), 0, nullptr));
    std::string out(size, '\0');
    REQUIRE(
        png_image_write_to_memory(&image, out.data(), &size, 0, samples.data(), 0, nullptr));
    out.resize(size);
    return out;
}

layout::LaidOut with_image(PdfCase& c, layout::ImageFormat format, const std::string& bytes) {
    layout::ImageResource resource;
    resource.path = "photo.png";
    resource.format = format;
    resource.bytes = bytes;
    c.laid_out.images.push_back(resource);
    const layout::TagId figure = c.tag(layout::Role::Figure);
    c.laid_out.tags.back().alternative = "照片";
    for (int i = 0; i < 2; ++i) {
        c.items().push_back({{50_pt, 50_pt},
                             figure,
                             layout::ImageItem{layout::ImageId::at(0), {60_pt, 80_pt}}});
    }
    return c.laid_out;
}

}  // namespace

TEST_CASE("colours, greys and transparency are told apart") {
    const auto rgb = decode_png(encode_png(2, 1, PNG_FORMAT_RGB, "abcdef"));
    REQUIRE(rgb.ok());
    CHECK(rgb->channels == 3);
    CHECK(rgb->pixels == "abcdef");
    CHECK(rgb->alpha.empty());
    const auto clear = decode_png(encode_png(2, 1, PNG_FORMAT_RGBA,
                                             "abc\xFF"
                                             "def\x10"));
    REQUIRE(clear.ok());
    CHECK(clear->pixels == "abcdef");
    CHECK(clear->alpha == "\xFF\x10");
    const auto opaque = decode_png(encode_png(1, 1, PNG_FORMAT_RGBA, "abc\xFF"));
    CHECK(opaque->alpha.empty());
    CHECK(decode_png(encode_png(1, 2, PNG_FORMAT_GRAY, "xy"))->channels == 1);
}

TEST_CASE("broken files are errors, at every length") {
    const std::string png = encode_png(9, 9, PNG_FORMAT_RGBA, std::string(9 * 9 * 4, 'p'));
    for (std::size_t length = 0; length + 12 < png.size(); ++length) {
        CHECK_FALSE(decode_png(std::string_view(png).substr(0, length)).ok());
    }
    for (std::size_t at = 0; at < png.size(); ++at) {
        std::string bent = png;
        bent[at] = static_cast<char>(bent[at] ^ 0x55);
        (void)decode_png(bent);  // an error or a picture, never a crash
    }
}

TEST_CASE("a huge picture is refused by its header") {
    std::string png = encode_png(1, 1, PNG_FORMAT_GRAY, "x");
    png[16 + 1] = png[20 + 1] = '\x7F';
    CHECK_FALSE(decode_png(png).ok());
}

TEST_CASE("row filters can be undone") {
    const std::string rows = "abcdefgaicdefZbbcdEfg";  // three rows of seven, one byte a pixel
    const std::string filtered = filter_rows(rows, 7, 1);
    REQUIRE(filtered.size() == 24);
    std::string back;
    for (std::size_t row = 0; row < 3; ++row) {
        const int type = filtered[row * 8];
        for (std::size_t i = 0; i < 7; ++i) {
            const auto at = [&](std::size_t k) { return static_cast<unsigned char>(back[k]); };
            const int left = i ? at(row * 7 + i - 1) : 0;
            const int up = row ? at(row * 7 + i - 7) : 0;
            const int corner = row && i ? at(row * 7 + i - 8) : 0;
            const int p = left + up - corner;
            const int near = std::abs(p - left) <= std::abs(p - up) &&
                                     std::abs(p - left) <= std::abs(p - corner)
                                 ? left
                             : std::abs(p - up) <= std::abs(p - corner) ? up
                                                                        : corner;
            const int predicted = type == 1 ? left : type == 2 ? up : near;
            back += static_cast<char>(filtered[row * 8 + 1 + i] + predicted);
        }
    }
    CHECK(back == rows);
}

TEST_CASE("a picture is stored once and described") {
    PdfCase c;
    std::string samples;
    for (int i = 0; i < 64 * 64 * 4; ++i) samples += static_cast<char>(i / 7);
    with_image(c, layout::ImageFormat::Png, encode_png(64, 64, PNG_FORMAT_RGBA, samples));
    const std::string pdf = c.write();
    check_syntax(pdf);
    const auto images = run_tool("pdfimages", "-list {}", pdf);
    if (images.present) {
        INFO(images.output);
        CHECK(contains(images.output, "smask"));
    }
    const auto tree = run_tool("pdfinfo", "-struct-text {}", pdf);
    if (tree.present) CHECK(contains(tree.output, "Figure"));
    const std::string plain = c.write(false);
    CHECK(contains(plain, "/Im0 Do"));
    CHECK_FALSE(contains(plain, "/Im1"));
    CHECK(contains(plain, "/BBox [50 270 110 350]"));
}

TEST_CASE("a picture that cannot be decoded is reported once by name") {
    PdfCase c;
    with_image(c, layout::ImageFormat::Png, "not a picture");
    check_syntax(c.write());
    REQUIRE(c.diagnostics.all().size() == 1);
    CHECK(contains(c.diagnostics.all()[0].message, "photo.png"));
}

TEST_CASE("libpng never sees a chunk that claims more than the file has") {
    const std::string whole = encode_png(1, 1, PNG_FORMAT_RGB, "abc");
    const std::string head = whole.substr(0, 33);  // signature and IHDR
    const std::string pixels = whole.substr(whole.find("IDAT") - 4);
    const std::string claim = std::string("\x77\0\0\0", 4);
    for (const char* type : {"PLTE", "tRNS", "zTXt", "abCd"}) {
        INFO(type);
        const std::string broken = head + claim + type + "data";
        CHECK(split_png(broken).file == head);
        CHECK_FALSE(decode_png(broken).ok());
    }
    // Pixels are read as they come.
    const std::string cut = head + pixels.substr(0, 14);
    CHECK(split_png(cut).file == cut);
    CHECK_FALSE(decode_png(cut).ok());
}
