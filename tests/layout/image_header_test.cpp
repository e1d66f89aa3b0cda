#include "layout/image_header.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace cvtex::layout;

namespace {

std::string be32(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>(value >> shift & 0xff);
    }
    return out;
}

std::string be16(std::uint32_t value) {
    return be32(value).substr(2);
}

std::string chunk(const std::string& type, const std::string& data) {
    return be32(static_cast<std::uint32_t>(data.size())) + type + data + "CRC!";
}

std::string png(std::uint32_t width, std::uint32_t height, const std::string& more = {}) {
    const std::string ihdr = be32(width) + be32(height) + std::string("\x08\x06\0\0\0", 5);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", ihdr) + more + chunk("IDAT", "x");
}

std::string segment(char marker, const std::string& data) {
    return std::string("\xff") + marker + be16(static_cast<std::uint32_t>(data.size() + 2)) +
           data;
}

std::string frame_header(char marker, std::uint32_t width, std::uint32_t height) {
    return segment(marker, "\x08" + be16(height) + be16(width) + "\x03");
}

std::string exif(int orientation) {
    const std::string entry = be16(0x0112) + be16(3) + be32(1) +
                              be16(static_cast<std::uint32_t>(orientation)) + be16(0);
    return segment('\xe1',
                   std::string("Exif\0\0", 6) + "MM" + be16(42) + be32(8) + be16(1) + entry);
}

const ImageHeader* header(const std::variant<ImageHeader, ImageProblem>& outcome) {
    return std::get_if<ImageHeader>(&outcome);
}

}  // namespace

TEST_CASE("a PNG tells its size and resolution") {
    const auto plain = read_image_header(png(640, 480));
    REQUIRE(header(plain));
    CHECK(header(plain)->width == 640);
    CHECK(header(plain)->height == 480);
    CHECK(header(plain)->dpi_x == 0);
    const auto fine =
        read_image_header(png(10, 10, chunk("pHYs", be32(11811) + be32(11811) + "\x01")));
    REQUIRE(header(fine));
    CHECK(header(fine)->dpi_x == Approx(300).margin(0.1));
}

TEST_CASE("a JPEG tells its size, density and orientation") {
    const std::string jfif = segment('\xe0', std::string("JFIF\0\x01\x02\x01", 8) + be16(150) +
                                                 be16(75) + std::string("\0\0", 2));
    const auto outcome = read_image_header("\xff\xd8" + jfif + exif(6) + "\xff" +
                                           frame_header('\xc2', 300, 200));
    REQUIRE(header(outcome));
    CHECK(header(outcome)->format == ImageFormat::Jpeg);
    CHECK(header(outcome)->width == 300);
    CHECK(header(outcome)->height == 200);
    CHECK(header(outcome)->dpi_x == Approx(150));
    CHECK(header(outcome)->dpi_y == Approx(75));
    CHECK(header(outcome)->orientation == 6);
}

TEST_CASE("broken images are named, never read beyond their end") {
    const std::string good_png = png(64, 64, chunk("pHYs", be32(1) + be32(1) + "\x01"));
    for (std::size_t length = 0; length + 9 < good_png.size(); ++length) {
        CHECK_FALSE(header(read_image_header(good_png.substr(0, length))));
    }
    const std::string good_jpeg = "\xff\xd8" + exif(3) + frame_header('\xc0', 5, 5);
    for (std::size_t length = 0; length < good_jpeg.size(); ++length) {
        CHECK_FALSE(header(read_image_header(good_jpeg.substr(0, length))));
    }
    for (const std::string& bytes :
         {png(0, 5), png(5, 0), png(0x80000000U, 1), std::string("GIF89a"),
          std::string("<svg/>"), "\xff\xd8" + frame_header('\xc0', 0, 5)}) {
        CHECK_FALSE(header(read_image_header(bytes)));
    }
}

TEST_CASE("formats that are converted are known by their first bytes") {
    const std::string webp = std::string("RIFF") + "1234" + "WEBPVP8 ";
    CHECK(foreign_format(webp) == ForeignFormat::Webp);
    CHECK(foreign_format("<svg/>") == ForeignFormat::Svg);
    CHECK(foreign_format("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- x --><svg>") ==
          ForeignFormat::Svg);
    CHECK(foreign_format("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>") ==
          ForeignFormat::Svg);
    CHECK_FALSE(foreign_format("<html>"));
    CHECK_FALSE(foreign_format("RIFF1234WAVE"));
    CHECK_FALSE(foreign_format(png(1, 1)));
    CHECK_FALSE(foreign_format(""));
}
