#include <png.h>

#include <array>
#include <cstdlib>
#include <string>

#include "base/vector_drawing.hpp"
#include "convert/module.hpp"
#include "tests/convert/cmyk_jpeg.hpp"
#include "tests/convert/jpeg_writer.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::convert;

namespace {

struct Pixels {
    std::uint32_t width = 0, height = 0;
    std::string rgba;
};

Pixels decode(const std::string& png) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, png.data(), png.size()));
    image.format = PNG_FORMAT_RGBA;
    Pixels pixels{image.width, image.height, std::string(PNG_IMAGE_SIZE(image), '\0')};
    REQUIRE(png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr));
    return pixels;
}

std::string pixel(const Pixels& pixels, std::uint32_t x, std::uint32_t y) {
    return pixels.rgba.substr((std::size_t{y} * pixels.width + x) * 4, 4);
}

bool is_near(const std::string& pixel, int red, int green, int blue) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(pixel[i]); };
    return std::abs(at(0) - red) < 12 && std::abs(at(1) - green) < 12 &&
           std::abs(at(2) - blue) < 12;
}

/// A grey-blue picture of 16 by 8 pixels.
std::string encode_jpeg(bool arithmetic, bool progressive = false) {
    std::string row;
    for (int x = 0; x < 16; ++x) row += "\x40\x60\x90";
    return test::write_jpeg(row, [&](jpeg_compress_struct& info) {
        info.image_width = 16;
        info.image_height = 8;
        info.input_components = 3;
        info.in_color_space = JCS_RGB;
        jpeg_set_defaults(&info);
        info.arith_code = arithmetic ? TRUE : FALSE;
        if (progressive) jpeg_simple_progression(&info);
    });
}

}  // namespace

TEST_CASE("JPEG of every coding becomes pixels") {
    for (const bool arithmetic : {false, true}) {
        for (const bool progressive : {false, true}) {
            const auto png = jpeg_to_png(encode_jpeg(arithmetic, progressive));
            REQUIRE(png.ok());
            const Pixels pixels = decode(*png);
            CHECK(pixels.width == 16);
            CHECK(pixels.height == 8);
            CHECK(is_near(pixel(pixels, 3, 3), 0x40, 0x60, 0x90));
        }
    }
}

TEST_CASE("JPEG of four inks becomes the light they let through, however ink is counted") {
    using test::CmykForm;
    const std::array<test::Inks, 4> bands{
        {{255, 0, 0, 0}, {0, 128, 0, 0}, {0, 0, 0, 128}, {0, 0, 255, 128}}};
    for (const CmykForm form : {CmykForm::Plain, CmykForm::Adobe, CmykForm::Ycck}) {
        INFO(static_cast<int>(form));
        const auto png = jpeg_to_png(test::cmyk_jpeg(bands, form));
        REQUIRE(png.ok());
        const Pixels pixels = decode(*png);
        CHECK(is_near(pixel(pixels, 8, 8), 0, 255, 255));
        CHECK(is_near(pixel(pixels, 24, 8), 255, 127, 255));
        CHECK(is_near(pixel(pixels, 40, 8), 127, 127, 127));
        CHECK(is_near(pixel(pixels, 56, 8), 127, 127, 0));
        CHECK(pixel(pixels, 56, 8)[3] == '\xFF');
    }
}

TEST_CASE("broken JPEG is an error or a picture, at every length") {
    const std::string good = encode_jpeg(false);
    for (std::size_t length = 0; length < good.size(); ++length)
        static_cast<void>(jpeg_to_png(good.substr(0, length)));
    CHECK_FALSE(jpeg_to_png("").ok());
    CHECK_FALSE(jpeg_to_png("\xFF\xD8 nothing").ok());
}

#ifdef CVTEX_WEBP

namespace {

// Two by two pixels, lossless: red, half clear green; blue, grey.
const std::string kWebp(
    "RIFF\x3a\0\0\0WEBPVP8L\x2e\0\0\0\x2f\x01\x40\0\x10\x1f\x20\x16\x4c\x76\xe7\xef\x9b\x86\x90"
    "\x80"
    "\x20\xfa\x3f\x98\x90\x80\x20\xfa\x3f\x98\x80\x84\xf0\x5c\x96\x0b\xbc\x65\xa9\x12\x4a\x02"
    "\x04"
    "\x40\x51\x46\x22\xfa\x1f\x0c",
    66);

}  // namespace

TEST_CASE("WebP becomes pixels, with its transparency") {
    const auto png = webp_to_png(kWebp);
    REQUIRE(png.ok());
    const Pixels pixels = decode(*png);
    CHECK(pixels.width == 2);
    CHECK(pixel(pixels, 0, 0) == "\xFF" + std::string("\0\0\xFF", 3));
    CHECK(pixel(pixels, 1, 0) == std::string("\0\xFF\0\x80", 4));
    CHECK(pixel(pixels, 0, 1) == std::string("\0\0\xFF\xFF", 4));
}

TEST_CASE("WebP keeps the profile of its colours") {
    // The same picture in the extended format, with a profile of some bytes.
    const std::string profile = "an ICC profile of some bytes";
    const auto u32 = [](std::size_t value) {
        std::string out;
        for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
        return out;
    };
    const std::string extended =
        "WEBPVP8X" + u32(10) +
        std::string("\x30\0\0\0\x01\0\0\x01\0\0", 10);  // profile and alpha
    const std::string body =
        extended + "ICCP" + u32(profile.size()) + profile + kWebp.substr(12);
    const auto png = webp_to_png("RIFF" + u32(body.size()) + body);
    REQUIRE(png.ok());
    CHECK(pixel(decode(*png), 0, 0) == "\xFF" + std::string("\0\0\xFF", 3));
    REQUIRE(png->substr(33 + 4, 4) == "iCCP");
    CHECK(webp_to_png(kWebp)->find("iCCP") == std::string::npos);
}

TEST_CASE("broken WebP is an error at every length") {
    for (std::size_t length = 0; length < kWebp.size(); ++length)
        CHECK_FALSE(webp_to_png(kWebp.substr(0, length)).ok());
}

#endif
#ifdef CVTEX_SVG

namespace {

std::string svg(const std::string& attributes, const std::string& content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
           attributes + ">" + content + "</svg>";
}

}  // namespace

TEST_CASE("SVG is drawn at print resolution") {
    const auto png = svg_to_png(
        svg("width=\"96\" height=\"48\"", "<rect width=\"48\" height=\"48\" fill=\"#f00\"/>"));
    REQUIRE(png.ok());
    const Pixels pixels = decode(*png);
    CHECK(pixels.width == 1200);
    CHECK(pixels.height == 600);
    CHECK(pixel(pixels, 100, 100) == "\xFF" + std::string("\0\0\xFF", 3));
    CHECK(pixel(pixels, 1000, 100)[3] == '\0');
    CHECK(png->substr(33 + 4, 4) == "pHYs");
    // By its view box when it states no size.
    const auto boxed = svg_to_png(svg("viewBox=\"0 0 10 20\"", ""));
    REQUIRE(boxed.ok());
    CHECK(decode(*boxed).height == 1200);
    CHECK(decode(*boxed).width == 600);
}

TEST_CASE("shapes, gradients and opacity are a drawing") {
    struct Case {
        const char* what;
        std::string content;
        const char* part;  ///< in some part of the drawing
    };

    for (const Case& c : {
             Case{"a shape", "<path d=\"M0 0L9 0 9 9z\" fill=\"#f00\"/>", "1 0 0 rg"},
             Case{"a stroke", "<circle cx=\"9\" cy=\"9\" r=\"5\" stroke=\"blue\"/>",
                  "0 0 1 RG"},
             Case{"a group with a transform and opacity",
                  "<g transform=\"rotate(9)\" opacity=\".5\"><rect width=\"9\" height=\"9\"/>"
                  "<rect x=\"5\" width=\"9\" height=\"9\"/></g>",
                  "/ca 0.5"},
             Case{"a gradient",
                  "<linearGradient id=\"a\"><stop stop-color=\"red\"/>"
                  "<stop offset=\"1\" stop-color=\"blue\"/></linearGradient>"
                  "<rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>",
                  "/ShadingType 2"},
             Case{"a clip",
                  "<clipPath id=\"a\"><circle r=\"9\"/></clipPath>"
                  "<rect width=\"9\" height=\"9\" clip-path=\"url(#a)\"/>",
                  "W"},
             Case{"nothing", "", "/Resources"},
         }) {
        INFO(c.what);
        const auto file = svg_to_drawing(svg("width=\"96\" height=\"48\"", c.content));
        REQUIRE(file.ok());
        const auto drawing = decode_drawing(*file);
        REQUIRE(drawing);
        CHECK(drawing->width == 72);
        CHECK(drawing->height == 36);
        std::string all;
        for (const VectorDrawing::Part& part : drawing->parts)
            all += part.entries + part.stream.value_or("");
        CHECK(all.find(c.part) != all.npos);
        CHECK(all.find("/Font") == all.npos);
    }
}

TEST_CASE("what would bring fonts, pixels or masks along is no drawing") {
    for (const char* content :
         {"<text y=\"9\">a</text>",
          "<filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter>"
          "<rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>",
          "<mask id=\"m\"><rect width=\"5\" height=\"9\" fill=\"#888\"/></mask>"
          "<rect width=\"9\" height=\"9\" mask=\"url(#m)\"/>",
          "<linearGradient id=\"a\"><stop stop-color=\"red\"/>"
          "<stop offset=\"1\" stop-opacity=\"0\"/></linearGradient>"
          "<rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>"}) {
        INFO(content);
        CHECK_FALSE(svg_to_drawing(svg("width=\"96\" height=\"48\"", content)).ok());
    }
    // ISO 19005-2 has a limit for groups in groups.
    for (const int depth : {5, 40}) {
        std::string content =
            "<rect width=\"9\" height=\"9\"/><rect width=\"5\" height=\"5\"/>";
        for (int i = 0; i < depth; ++i) content = "<g opacity=\".9\">" + content + "</g>";
        CHECK(svg_to_drawing(svg("width=\"96\" height=\"48\"", content)).ok() == (depth == 5));
    }
}

TEST_CASE("a drawing's file is read back, and damaged ones are not") {
    VectorDrawing drawing;
    drawing.width = 72;
    drawing.height = 36.5;
    drawing.parts = {{"/A \1"
                      "1\1",
                      "0 0 m"},
                     {"/B 2", std::nullopt},
                     {"", std::string()}};
    drawing.source = "<svg/>";
    const std::string file = encode(drawing);
    const auto read = decode_drawing(file);
    REQUIRE(read);
    CHECK(read->width == 72);
    CHECK(read->height == 36.5);
    REQUIRE(read->parts.size() == 3);
    CHECK(read->parts[0].entries == drawing.parts[0].entries);
    CHECK(read->parts[0].stream == drawing.parts[0].stream);
    CHECK_FALSE(read->parts[1].stream);
    CHECK(read->parts[2].stream == "");
    CHECK(read->source == drawing.source);
    for (std::size_t length = 0; length < file.size(); ++length)
        CHECK_FALSE(decode_drawing(std::string_view(file).substr(0, length)));
}

TEST_CASE("hostile SVG loads nothing and ends") {
    std::string nested;
    for (int i = 0; i < 2000; ++i) nested += "<g>";

    struct Case {
        const char* what;
        std::string file;
        bool readable;
    };

    for (const Case& c : {
             Case{"an external entity",
                  "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM "
                  "\"file:///etc/passwd\">]>" +
                      svg("width=\"10\" height=\"10\"", "<text y=\"9\">&x;</text>"),
                  true},
             Case{"a picture of the machine",
                  svg("width=\"10\" height=\"10\"",
                      "<image width=\"10\" height=\"10\" xlink:href=\"file:///etc/passwd\"/>"),
                  true},
             Case{"a script", svg("width=\"10\" height=\"10\"", "<script>for(;;);</script>"),
                  true},
             Case{"use of itself",
                  svg("width=\"10\" height=\"10\"",
                      "<g id=\"a\"><use xlink:href=\"#a\"/><use xlink:href=\"#a\"/></g>"),
                  true},
             Case{"unclosed nesting", svg("width=\"10\" height=\"10\"", nested), false},
             Case{"no size", svg("width=\"0\" height=\"0\"", ""), false},
             Case{"a size beyond all paper", svg("width=\"1e9\" height=\"1e9\"", ""), false},
             Case{"no drawing", "<svg", false},
             Case{"nothing", "", false},
         }) {
        INFO(c.what);
        const auto png = svg_to_png(c.file);
        CHECK((c.readable || !svg_to_drawing(c.file).ok()));
        if (!c.readable) CHECK_FALSE(png.ok());
        if (png.ok())
            CHECK(std::uint64_t{decode(*png).width} * decode(*png).height <= 16'100'000);
    }
}

#endif
