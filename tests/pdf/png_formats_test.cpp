#include "pdf/icc.hpp"
#include "pdf/png.hpp"
#include "tests/pdf/png_maker.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::pdf;
using namespace cvtex::pdf::test;

namespace {

using Bytes = std::string;

Bytes bytes(std::initializer_list<int> values) {
    Bytes out;
    for (const int value : values) out += static_cast<char>(value);
    return out;
}

struct Case {
    const char* what;
    PngFile file;
    std::uint32_t channels;
    Bytes pixels, alpha;
};

const Bytes kPlte = chunk("PLTE", bytes({10, 20, 30, 200, 100, 50}));

/// A profile that is none of ours by name.
Bytes other_profile() {
    Bytes profile = srgb_profile();
    for (std::size_t at = 0; (at = profile.find("sRGB", at)) != Bytes::npos;) profile[at] = 'x';
    for (std::size_t at = 0; (at = profile.find(Bytes("s\0R\0G\0B", 7), at)) != Bytes::npos;)
        profile[at] = 'x';
    return profile;
}

}  // namespace

TEST_CASE("PNG files of every kind of pixel") {
    for (const Case& c : {
             Case{"grey 1", {2, 1, 1, kGray, false, bytes({0, 0x40})}, 1, bytes({0, 255}), {}},
             Case{"grey 2", {2, 1, 2, kGray, false, bytes({0, 0x60})}, 1, bytes({85, 170}), {}},
             Case{"grey 4", {2, 1, 4, kGray, false, bytes({0, 0x2F})}, 1, bytes({34, 255}), {}},
             Case{"grey 8", {2, 1, 8, kGray, false, bytes({0, 7, 9})}, 1, bytes({7, 9}), {}},
             Case{"grey 16, which is sRGB as all others",
                  {1, 1, 16, kGray, false, bytes({0, 0x80, 0x80})},
                  1,
                  bytes({128}),
                  {}},
             Case{"grey, one transparent",
                  {2, 1, 8, kGray, false, bytes({0, 7, 9}), chunk("tRNS", bytes({0, 9}))},
                  1,
                  bytes({7, 9}),
                  bytes({255, 0})},
             Case{
                 "RGB 8", {1, 1, 8, kRgb, false, bytes({0, 1, 2, 3})}, 3, bytes({1, 2, 3}), {}},
             Case{"RGB 16",
                  {1, 1, 16, kRgb, false, bytes({0, 16, 16, 32, 32, 64, 64})},
                  3,
                  bytes({16, 32, 64}),
                  {}},
             Case{"RGB, one transparent",
                  {2, 1, 8, kRgb, false, bytes({0, 1, 2, 3, 4, 5, 6}),
                   chunk("tRNS", bytes({0, 1, 0, 2, 0, 3}))},
                  3,
                  bytes({1, 2, 3, 4, 5, 6}),
                  bytes({0, 255})},
             Case{"palette 1",
                  {2, 1, 1, kPalette, false, bytes({0, 0x40}), kPlte},
                  3,
                  bytes({10, 20, 30, 200, 100, 50}),
                  {}},
             Case{"palette 1 with alpha",
                  {2, 1, 1, kPalette, false, bytes({0, 0x40}),
                   kPlte + chunk("tRNS", bytes({128}))},
                  3,
                  bytes({10, 20, 30, 200, 100, 50}),
                  bytes({128, 255})},
             Case{"palette 2",
                  {2, 1, 2, kPalette, false, bytes({0, 0x10}), kPlte},
                  3,
                  bytes({10, 20, 30, 200, 100, 50}),
                  {}},
             Case{"palette 4",
                  {2, 1, 4, kPalette, false, bytes({0, 0x01}), kPlte},
                  3,
                  bytes({10, 20, 30, 200, 100, 50}),
                  {}},
             Case{"palette 8",
                  {2, 1, 8, kPalette, false, bytes({0, 0, 1}), kPlte},
                  3,
                  bytes({10, 20, 30, 200, 100, 50}),
                  {}},
             Case{"grey and alpha",
                  {1, 1, 8, kGrayAlpha, false, bytes({0, 7, 100})},
                  1,
                  bytes({7}),
                  bytes({100})},
             Case{"RGB and alpha",
                  {1, 1, 8, kRgba, false, bytes({0, 1, 2, 3, 100})},
                  3,
                  bytes({1, 2, 3}),
                  bytes({100})},
             Case{"interlaced",
                  {2, 2, 8, kGray, true,
                   // Adam7: pass 1 has pixel 0,0; pass 6 pixel 1,0; pass 7 the second row.
                   bytes({0, 1, 0, 2, 0, 3, 4})},
                  1,
                  bytes({1, 2, 3, 4}),
                  {}},
         }) {
        INFO(c.what);
        const auto bitmap = decode_png(c.file.bytes());
        REQUIRE(bitmap.ok());
        CHECK(bitmap->channels == c.channels);
        CHECK(bitmap->pixels == c.pixels);
        CHECK(bitmap->alpha == c.alpha);
        CHECK(bitmap->profile.empty());
    }
}

TEST_CASE("gamma is applied, a profile kept instead of it") {
    PngFile file{1, 1, 8, kGray, false, bytes({0, 128})};
    const Bytes linear = chunk("gAMA", be32(100000));
    file.before = linear;
    // 188 by sRGB's own curve, 186 by libpng's power of 2.2.
    const int middle = static_cast<unsigned char>(decode_png(file.bytes())->pixels[0]);
    CHECK(middle >= 186);
    CHECK(middle <= 188);

    PngFile color{1, 1, 8, kRgb, false, bytes({0, 128, 128, 128})};
    const Bytes name("other\0\0", 7);
    color.before = linear + chunk("iCCP", name + deflate(other_profile()));
    const auto kept = decode_png(color.bytes());
    REQUIRE(kept.ok());
    CHECK(kept->profile == other_profile());
    CHECK(kept->pixels == bytes({128, 128, 128}));

    // What sRGB says is said by the output intent.
    color.before = chunk("iCCP", name + deflate(srgb_profile()));
    CHECK(decode_png(color.bytes())->profile.empty());
    // One of another colour space would be a lie.
    color.kind = kGray;
    color.rows = bytes({0, 1});
    color.before = chunk("iCCP", name + deflate(other_profile()));
    CHECK(decode_png(color.bytes())->profile.empty());
}

TEST_CASE("hostile PNG files are pictures or errors, within bounds") {
    const PngFile good{4, 4, 8, kRgb, false, std::string(4 * 13, '\0')};
    const Bytes signature = "\x89PNG\r\n\x1a\n";

    struct Hostile {
        const char* what;
        Bytes file;
        bool readable;
    };

    PngFile huge = good;
    huge.width = huge.height = 30000;
    PngFile limit = good;
    limit.width = limit.height = 0x7FFFFFFF;
    PngFile none = good;
    none.width = 0;
    PngFile short_rows = good;
    short_rows.rows.resize(20);
    PngFile bomb = good;
    bomb.before = chunk("zTXt", Bytes("c\0\0", 3) + deflate(Bytes(50U << 20, 'x')));
    PngFile profile_bomb = good;
    profile_bomb.before = chunk("iCCP", Bytes("p\0\0", 3) + deflate(Bytes(50U << 20, 'x')));
    PngFile broken_profile = good;
    broken_profile.before = chunk("iCCP", Bytes("p\0\0", 3) + deflate("no profile"));
    PngFile no_palette = good;
    no_palette.kind = kPalette;
    no_palette.rows = Bytes(4 * 5, '\0');
    PngFile odd_depth = good;
    odd_depth.depth = 7;
    Bytes wrong_crc = good.bytes();
    wrong_crc[wrong_crc.size() - 16] = static_cast<char>(wrong_crc[wrong_crc.size() - 16] ^ 1);
    for (const Hostile& h : {
             Hostile{"900 million pixels", huge.bytes(), false},
             Hostile{"2^31 by 2^31", limit.bytes(), false},
             Hostile{"no pixels", none.bytes(), false},
             Hostile{"too few rows", short_rows.bytes(), false},
             Hostile{"a zTXt bomb", bomb.bytes(), true},
             Hostile{"an iCCP bomb", profile_bomb.bytes(), true},
             Hostile{"a broken profile", broken_profile.bytes(), true},
             Hostile{"a palette missing", no_palette.bytes(), false},
             Hostile{"an impossible depth", odd_depth.bytes(), false},
             Hostile{"a wrong checksum", wrong_crc, false},
             Hostile{"a length beyond the end", signature + "\x7F\xFF\xFF\xFF" + "IDAT", false},
             Hostile{"nothing", "", false},
         }) {
        INFO(h.what);
        CHECK(decode_png(h.file).ok() == h.readable);
    }
}
