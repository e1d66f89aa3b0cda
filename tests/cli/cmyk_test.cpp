#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/pipeline.hpp"
#include "tests/cli/pdf_tools.hpp"
#include "tests/convert/cmyk_jpeg.hpp"
#include "tests/support/catch.hpp"

// Pictures of four inks, rendered: whether 0 or 255 is all of an ink depends on the file.

namespace {

using namespace cvtex;
namespace fs = std::filesystem;
using Rgb = std::array<int, 3>;

constexpr std::array<test::Inks, 5> kBands{
    {{255, 0, 0, 0}, {0, 255, 0, 0}, {0, 0, 0, 0}, {0, 0, 255, 0}, {0, 0, 0, 255}}};
/// As they look on paper; renderers differ in how much so.
constexpr std::array<Rgb, 5> kColors{
    {{0, 200, 245}, {245, 0, 195}, {255, 255, 255}, {255, 245, 0}, {25, 25, 25}}};
constexpr int kTolerance = 80;
/// What is so near to white is paper.
constexpr int kPaper = 8;

/// A binary PPM of 8 bits a channel.
struct Pixels {
    int width = 0, height = 0;
    std::string rgb;

    [[nodiscard]] Rgb at(int x, int y) const {
        Rgb out{};
        const auto first = static_cast<std::size_t>((y * width + x) * 3);
        for (std::size_t i = 0; i < 3; ++i) out[i] = static_cast<unsigned char>(rgb[first + i]);
        return out;
    }
};

Pixels read_ppm(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    int most = 0;
    Pixels pixels;
    file >> magic >> pixels.width >> pixels.height >> most;
    file.get();
    std::ostringstream rest;
    rest << file.rdbuf();
    pixels.rgb = rest.str();
    REQUIRE(magic == "P6");
    REQUIRE(pixels.rgb.size() == static_cast<std::size_t>(pixels.width) *
                                     static_cast<std::size_t>(pixels.height) * 3);
    return pixels;
}

bool is_near(const Rgb& a, const Rgb& b, int tolerance = kTolerance) {
    return std::equal(a.begin(), a.end(), b.begin(),
                      [=](int x, int y) { return std::abs(x - y) <= tolerance; });
}

/// The colours in the middle of `count` bands of equal width that are all a page shows.
std::vector<Rgb> bands_of(const Pixels& pixels, int count) {
    int left = pixels.width, right = 0, top = pixels.height, bottom = 0;
    for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
            if (is_near(pixels.at(x, y), {255, 255, 255}, kPaper)) continue;
            left = std::min(left, x);
            right = std::max(right, x + 1);
            top = std::min(top, y);
            bottom = std::max(bottom, y + 1);
        }
    }
    REQUIRE(left < right);
    std::vector<Rgb> out;
    for (int i = 0; i < count; ++i)
        out.push_back(
            pixels.at(left + (right - left) * (2 * i + 1) / (2 * count), (top + bottom) / 2));
    return out;
}

/// A folder with the picture, gone afterwards.
class Folder {
public:
    explicit Folder(const std::string& picture)
        : path_(fs::temp_directory_path() / ("cvtex-cmyk-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
        std::ofstream(path_ / "a.jpg", std::ios::binary) << picture;
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }

    [[nodiscard]] std::string compile(const cli::Options& options) const {
        fonts::FontLibrary library(fonts::FontLibraryOptions{});
        const cli::Compiled compiled =
            cli::compile("cv.md", "![色](a.jpg)\n", path_.string(), options, {library});
        REQUIRE(compiled.output);
        return *compiled.output;
    }

private:
    fs::path path_;
};

/// The colours of the bands of the only picture of `pdf`, by each renderer.
std::vector<std::vector<Rgb>> rendered(const std::string& pdf, const Folder& folder) {
    const test::PdfFile file(pdf);
    const std::string out = folder.path() + "/page";
    std::vector<std::vector<Rgb>> bands;
    if (test::have("pdftoppm")) {
        CHECK(file.run("pdftoppm -r 72 -singlefile", out) == "");
        bands.push_back(bands_of(read_ppm(out + ".ppm"), static_cast<int>(kBands.size())));
    }
    if (test::have("mutool")) {
        static_cast<void>(file.run("mutool draw -q -r 72 -c rgb -o " + out + ".ppm", "1"));
        bands.push_back(bands_of(read_ppm(out + ".ppm"), static_cast<int>(kBands.size())));
    }
    return bands;
}

}  // namespace

TEST_CASE("CMYK pictures have their colours, however the file counts ink") {
    for (const test::CmykForm form :
         {test::CmykForm::Plain, test::CmykForm::Adobe, test::CmykForm::Ycck}) {
        for (const bool arithmetic : {false, true}) {
            INFO("form " << static_cast<int>(form) << (arithmetic ? ", arithmetic" : ""));
            const Folder folder(test::cmyk_jpeg(kBands, form, arithmetic));
            for (const std::vector<Rgb>& bands : rendered(folder.compile({}), folder)) {
                for (std::size_t i = 0; i < kBands.size(); ++i) {
                    INFO("band " << i << ": " << bands[i][0] << ' ' << bands[i][1] << ' '
                                 << bands[i][2]);
                    CHECK(is_near(bands[i], kColors[i]));
                }
            }
        }
    }
}

TEST_CASE("CMYK pictures are grey where the print is") {
    cli::Options options;
    options.overrides = {{"print.color", "gray"}};
    for (const test::CmykForm form : {test::CmykForm::Plain, test::CmykForm::Adobe}) {
        INFO("form " << static_cast<int>(form));
        const Folder folder(test::cmyk_jpeg(kBands, form));
        const std::string pdf = folder.compile(options);
        CHECK(pdf.find("/DeviceCMYK") == std::string::npos);
        for (const std::vector<Rgb>& bands : rendered(pdf, folder)) {
            for (const Rgb& band : bands) {
                CHECK(std::abs(band[0] - band[1]) <= 1);
                CHECK(std::abs(band[1] - band[2]) <= 1);
            }
            CHECK(bands[2][0] > 250);
            CHECK(bands[4][0] < 50);
            CHECK(bands[3][0] > bands[0][0]);  // yellow is light
        }
    }
}
