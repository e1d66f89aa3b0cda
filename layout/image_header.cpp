#include "layout/image_header.hpp"

#include <cstddef>
#include <optional>

namespace cvtex::layout {
namespace {

using Outcome = std::variant<ImageHeader, ImageProblem>;

constexpr std::string_view kPngSignature{"\x89PNG\r\n\x1a\n", 8};
constexpr ImageProblem kTruncated{"the file ends within its header"};
constexpr ImageProblem kEmpty{"the image has no pixels"};
constexpr double kMetersPerInch = 0.0254;
constexpr double kCentimetresPerInch = 2.54;

/// Unsigned integers at an offset; zero beyond the end, which callers exclude first.
class Bytes {
public:
    explicit Bytes(std::string_view bytes, bool little_endian = false)
        : bytes_(bytes), little_endian_(little_endian) {}

    [[nodiscard]] bool has(std::size_t offset, std::size_t count) const {
        return offset <= bytes_.size() && bytes_.size() - offset >= count;
    }

    [[nodiscard]] std::uint32_t u8(std::size_t offset) const {
        return offset < bytes_.size() ? static_cast<unsigned char>(bytes_[offset]) : 0U;
    }

    [[nodiscard]] std::uint32_t u16(std::size_t offset) const {
        const std::uint32_t a = u8(offset), b = u8(offset + 1);
        return little_endian_ ? (b << 8 | a) : (a << 8 | b);
    }

    [[nodiscard]] std::uint32_t u32(std::size_t offset) const {
        const std::uint32_t a = u16(offset), b = u16(offset + 2);
        return little_endian_ ? (b << 16 | a) : (a << 16 | b);
    }

private:
    std::string_view bytes_;
    bool little_endian_;
};

void read_physical_size(const Bytes& in, std::size_t data, ImageHeader& header) {
    if (!in.has(data, 9) || in.u8(data + 8) != 1) return;  // 1: pixels a metre
    header.dpi_x = in.u32(data) * kMetersPerInch;
    header.dpi_y = in.u32(data + 4) * kMetersPerInch;
}

Outcome read_png(std::string_view bytes) {
    const Bytes in(bytes);
    constexpr std::size_t kFirstChunk = 8;
    if (!in.has(kFirstChunk, 8 + 13) || bytes.substr(kFirstChunk + 4, 4) != "IHDR") {
        return kTruncated;
    }
    ImageHeader header;
    header.format = ImageFormat::Png;
    header.width = in.u32(kFirstChunk + 8);
    header.height = in.u32(kFirstChunk + 12);
    if (header.width == 0 || header.height == 0) return kEmpty;
    constexpr std::uint32_t kMaxSide = 0x7fffffff;  // PNG §11.2.2: four-byte *signed* range
    if (header.width > kMaxSide || header.height > kMaxSide) {
        return ImageProblem{"the image's size is out of range"};
    }
    for (std::size_t chunk = kFirstChunk; in.has(chunk, 8);) {
        const std::size_t length = in.u32(chunk);
        const std::string_view type = bytes.substr(chunk + 4, 4);
        if (type == "IDAT") return header;
        if (!in.has(chunk, 12 + length)) return kTruncated;
        if (type == "pHYs") read_physical_size(in, chunk + 8, header);
        chunk += 12 + length;
    }
    return kTruncated;
}

// ---- JPEG ---------------------------------------------------------------------------------

/// The segment after a marker: its data, the length field left off.
struct Segment {
    std::uint32_t marker = 0;
    std::size_t data = 0, size = 0;
};

bool is_frame_header(std::uint32_t marker) {
    // SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC): T.81 table B.1.
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
           marker != 0xcc;
}

bool stands_alone(std::uint32_t marker) {
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/// The next marker segment from `at` on; nothing at the scan, the end or a broken file.
std::optional<Segment> next_segment(const Bytes& in, std::size_t at) {
    while (in.has(at, 2)) {
        if (in.u8(at) != 0xff) return {};
        const std::uint32_t marker = in.u8(at + 1);
        if (marker == 0xff) {  // fill byte (T.81 B.1.1.2)
            ++at;
            continue;
        }
        if (stands_alone(marker)) {
            at += 2;
            continue;
        }
        if (marker == 0xda || marker == 0xd9 || !in.has(at + 2, 2)) return {};
        const std::size_t length = in.u16(at + 2);
        if (length < 2 || !in.has(at + 2, length)) return {};
        return Segment{marker, at + 4, length - 2};
    }
    return {};
}

void read_jfif(const Bytes& in, const Segment& segment, ImageHeader& header) {
    if (segment.size < 12) return;
    const std::uint32_t unit = in.u8(segment.data + 7);
    const double x = in.u16(segment.data + 8);
    const double y = in.u16(segment.data + 10);
    if (unit != 1 && unit != 2) return;  // 0: only an aspect ratio
    const double per_inch = unit == 1 ? 1.0 : kCentimetresPerInch;
    header.dpi_x = x * per_inch;
    header.dpi_y = y * per_inch;
}

/// Orientation (tag 0x0112) from the first directory of the TIFF structure in an EXIF segment.
int read_orientation(std::string_view tiff) {
    const bool little_endian = tiff.starts_with("II");
    if (!little_endian && !tiff.starts_with("MM")) return 1;
    const Bytes in(tiff, little_endian);
    const std::size_t directory = in.u32(4);
    if (!in.has(directory, 2)) return 1;
    const std::size_t count = in.u16(directory);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        if (!in.has(entry, 12)) return 1;
        if (in.u16(entry) != 0x0112) continue;
        const std::uint32_t value = in.u16(entry + 8);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

/// The first frame header ends the search; metadata stand before it.
Outcome read_jpeg(std::string_view bytes) {
    const Bytes in(bytes);
    ImageHeader header;
    header.format = ImageFormat::Jpeg;
    std::size_t at = 2;
    while (const std::optional<Segment> segment = next_segment(in, at)) {
        const std::string_view data = bytes.substr(segment->data, segment->size);
        at = segment->data + segment->size;
        constexpr std::string_view kJfif{"JFIF\0", 5};
        constexpr std::string_view kExif{"Exif\0\0", 6};
        if (segment->marker == 0xe0 && data.starts_with(kJfif)) {
            read_jfif(in, *segment, header);
        } else if (segment->marker == 0xe1 && data.starts_with(kExif)) {
            header.orientation = read_orientation(data.substr(kExif.size()));
        } else if (is_frame_header(segment->marker)) {
            if (segment->size < 6) return kTruncated;
            header.height = in.u16(segment->data + 1);
            header.width = in.u16(segment->data + 3);
            header.channels = static_cast<int>(in.u8(segment->data + 5));
            header.arithmetic = segment->marker >= 0xc9;  // SOF9–SOF15
            if (header.width == 0 || header.height == 0) return kEmpty;
            return header;
        }
    }
    return kTruncated;
}

}  // namespace

std::optional<ForeignFormat> foreign_format(std::string_view bytes) {
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP"))
        return ForeignFormat::Webp;
    // An XML declaration, comments and a document type may stand before the root element.
    constexpr std::size_t kPreamble = 4096;
    std::string_view head = bytes.substr(0, kPreamble);
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || head[first] != '<') return std::nullopt;
    const std::size_t root = head.find("<svg");
    const bool prefixed = head.find(":svg") != std::string_view::npos;
    if (root == std::string_view::npos && !prefixed) return std::nullopt;
    return ForeignFormat::Svg;
}

std::variant<ImageHeader, ImageProblem> read_image_header(std::string_view bytes) {
    if (bytes.empty()) return ImageProblem{"the file is empty"};
    if (bytes.starts_with(kPngSignature)) return read_png(bytes);
    if (bytes.starts_with("\xff\xd8")) return read_jpeg(bytes);
    return ImageProblem{"the file is neither PNG, JPEG, WebP nor SVG"};
}

}  // namespace cvtex::layout
