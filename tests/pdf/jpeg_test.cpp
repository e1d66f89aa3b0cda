#include "pdf/jpeg.hpp"

#include "tests/support/catch.hpp"

using namespace cvtex::pdf;

namespace {

std::string segment(int marker, const std::string& data) {
    std::string out = "\xFF";
    out += static_cast<char>(marker);
    out += static_cast<char>((data.size() + 2) >> 8);
    out += static_cast<char>((data.size() + 2) & 0xFF);
    return out + data;
}

std::string frame(int bits, int components) {
    std::string data = {static_cast<char>(bits), 0, 30, 0, 40, static_cast<char>(components)};
    data.append(static_cast<std::size_t>(components) * 3, '\1');
    return data;
}

const std::string kStart = "\xFF\xD8";
const std::string kEnd = "\xFF\xD9";
const std::string kScan = segment(0xDA, "123456") + std::string("da\xFF\0ta\xFF\xD0more", 12);

}  // namespace

TEST_CASE("size and colours come from the frame header") {
    const auto jpeg = read_jpeg(kStart + segment(0xC2, frame(8, 1)) + kScan + kEnd);
    REQUIRE(jpeg.ok());
    CHECK(jpeg->width == 40);
    CHECK(jpeg->height == 30);
    CHECK(jpeg->components == 1);
    CHECK_FALSE(jpeg->inverted);
}

TEST_CASE("metadata are dropped, what decoders need stays") {
    const std::string kept = segment(0xE0, "JFIF") + segment(0xDB, "tables") +
                             segment(0xEE, "Adobe1234567") + segment(0xC0, frame(8, 4));
    const auto jpeg =
        read_jpeg(kStart + segment(0xE1, "Exif GPS 31.2N 121.5E") + segment(0xFE, "comment") +
                  kept + kScan + kEnd + "a second image with GPS" + kEnd);
    REQUIRE(jpeg.ok());
    CHECK(jpeg->bytes == kStart + kept + kScan + kEnd);
    CHECK(jpeg->inverted);
}

TEST_CASE("metadata between scans are dropped too") {
    const std::string head = kStart + segment(0xC2, frame(8, 3));
    const auto jpeg =
        read_jpeg(head + kScan + segment(0xE1, "GPS") + segment(0xC4, "t") + kScan + kEnd);
    REQUIRE(jpeg.ok());
    CHECK(jpeg->bytes == head + kScan + segment(0xC4, "t") + kScan + kEnd);
}

TEST_CASE("a missing end marker is added") {
    const auto jpeg = read_jpeg(kStart + segment(0xC0, frame(8, 3)) + kScan);
    REQUIRE(jpeg.ok());
    CHECK(jpeg->bytes.ends_with("more" + kEnd));
}

TEST_CASE("what PDF readers cannot decode is refused") {
    const std::string files[] = {
        "",
        "GIF89a",
        kStart,
        kStart + kEnd,
        kStart + kScan + kEnd,
        kStart + segment(0xC0, frame(12, 3)) + kScan + kEnd,
        kStart + segment(0xC9, frame(8, 3)) + kScan + kEnd,
        kStart + segment(0xC3, frame(8, 3)) + kScan + kEnd,
        kStart + segment(0xC0, frame(8, 2)) + kScan + kEnd,
        kStart + segment(0xC0, "short") + kScan + kEnd,
        kStart + segment(0xC0, frame(8, 3)) + kEnd,
        kStart + "\xFF\xC0\xFF\xFF",
    };
    for (const std::string& file : files) CHECK_FALSE(read_jpeg(file).ok());
}

TEST_CASE("any cut of a file is an error or a picture") {
    const std::string file = kStart + segment(0xE1, "x") + segment(0xC0, frame(8, 3)) + kScan +
                             segment(0xE1, "y") + kScan + kEnd;
    for (std::size_t length = 0; length < file.size(); ++length) {
        const auto jpeg = read_jpeg(file.substr(0, length));
        if (jpeg) CHECK(jpeg->bytes.ends_with(kEnd));
    }
}
