#include "pdf/jpeg.hpp"

#include <algorithm>
#include <map>

#include "pdf/icc_profile.hpp"

namespace cvtex::pdf {
namespace {

// Markers of ITU-T T.81, table B.1.
constexpr unsigned kSof0 = 0xC0, kSof2 = 0xC2, kSof15 = 0xCF, kDht = 0xC4, kJpg = 0xC8,
                   kDac = 0xCC, kSoi = 0xD8, kEoi = 0xD9, kSos = 0xDA, kApp0 = 0xE0,
                   kApp2 = 0xE2, kApp14 = 0xEE, kApp15 = 0xEF, kCom = 0xFE;

bool is_frame_header(unsigned marker) {
    return marker >= kSof0 && marker <= kSof15 && marker != kDht && marker != kJpg &&
           marker != kDac;
}

/// Metadata: all application segments but JFIF's and Adobe's, which say how to read colours.
bool is_private(unsigned marker) {
    const bool application = marker >= kApp0 && marker <= kApp15;
    return marker == kCom || (application && marker != kApp0 && marker != kApp14);
}

bool stands_alone(unsigned marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= kSoi);
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t word_at(std::string_view bytes, std::size_t at) {
    return (byte_at(bytes, at) << 8) | byte_at(bytes, at + 1);
}

/// Reads SOF's parameters (B.2.2).
Status read_frame(unsigned marker, std::string_view segment, Jpeg& jpeg) {
    if (marker > kSof2) {
        return Error{"this kind of JPEG compression cannot be shown in PDF",
                     "save the picture as a baseline or progressive JPEG"};
    }
    if (segment.size() < 8) return Error{"broken JPEG image: short frame header", {}};
    if (byte_at(segment, 2) != 8) {
        return Error{
            "JPEG with " + std::to_string(byte_at(segment, 2)) + " bits a channel, expected 8",
            "save the picture with 8 bits a channel"};
    }
    jpeg.height = word_at(segment, 3);
    jpeg.width = word_at(segment, 5);
    jpeg.components = static_cast<int>(byte_at(segment, 7));
    const bool known = jpeg.components == 1 || jpeg.components == 3 || jpeg.components == 4;
    if (!known || jpeg.width == 0 || jpeg.height == 0) {
        return Error{"broken JPEG image: no usable size or colours", {}};
    }
    return Done{};
}

bool is_adobe(std::string_view segment) {
    return segment.size() >= 14 && segment.substr(2, 5) == "Adobe";
}

/// ICC.1:2010, B.4: a profile in parts, each with its number and their count in front.
class ProfileParts {
public:
    void add(std::string_view segment) {
        constexpr std::string_view kName{"ICC_PROFILE\0", 12};
        constexpr std::size_t kHead = 2 + kName.size() + 2;  // length, name, number, count
        if (segment.size() < kHead || segment.substr(2, kName.size()) != kName) return;
        parts_.emplace(byte_at(segment, kHead - 2), segment.substr(kHead));
    }

    [[nodiscard]] std::string join() const {
        std::string all;
        for (const auto& [number, part] : parts_) all += part;
        return all;
    }

private:
    std::map<unsigned, std::string_view> parts_;
};

/// Whether 0xFF and `next` belong to entropy-coded data: a stuffed byte or a restart marker.
bool is_data(unsigned next) {
    return next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
}

/// Copies scans up to the end of the first image: behind it phones put previews and depth maps
/// with metadata of their own. A missing end marker is added.
Status finish(std::string_view rest, Jpeg& jpeg) {
    if (jpeg.width == 0) return Error{"broken JPEG image: no frame header", {}};
    constexpr std::size_t kShortestScan = 10;
    if (rest.size() < kShortestScan) return Error{"the JPEG image ends before its data", {}};
    std::size_t kept = 0;  // everything before it is in jpeg.bytes or dropped
    std::size_t at = 0;
    while ((at = rest.find('\xFF', at)) != rest.npos && at + 1 < rest.size()) {
        const unsigned marker = byte_at(rest, at + 1);
        if (is_data(marker)) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        if (marker == kEoi || at + 4 > rest.size()) break;
        const std::size_t end = at + 2 + std::max(word_at(rest, at + 2), 2U);
        if (is_private(marker)) {
            jpeg.bytes += rest.substr(kept, at - kept);
            kept = std::min(end, rest.size());
        }
        at = end;
    }
    at = std::clamp(std::min(at, rest.size()), kept, rest.size());
    jpeg.bytes += rest.substr(kept, at - kept);
    jpeg.bytes += "\xFF\xD9";
    return Done{};
}

}  // namespace

Result<Jpeg> read_jpeg(std::string_view bytes) {
    const Error broken{"broken JPEG image", {}};
    if (bytes.size() < 4 || !bytes.starts_with("\xFF\xD8"))
        return Error{"not a JPEG image", {}};
    Jpeg jpeg;
    ProfileParts profile;
    jpeg.bytes = bytes.substr(0, 2);
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) return broken;
        const unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {  // a fill byte, B.1.1.2
            ++at;
            continue;
        }
        if (marker == kEoi) break;
        if (stands_alone(marker)) {
            at += 2;
            continue;
        }
        const std::size_t length = word_at(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.size()) return broken;
        const std::string_view segment = bytes.substr(at + 2, length);
        if (is_frame_header(marker)) {
            const Status status = read_frame(marker, segment, jpeg);
            if (!status) return status.error();
        }
        if (marker == kApp2) profile.add(segment);
        if (marker == kApp14 && is_adobe(segment)) jpeg.inverted = true;
        if (marker == kSos) {
            const Status status = finish(bytes.substr(at), jpeg);
            if (!status) return status.error();
            jpeg.inverted = jpeg.inverted && jpeg.components == 4;
            jpeg.profile = usable_profile(profile.join(), jpeg.components).value_or("");
            return jpeg;
        }
        if (!is_private(marker)) jpeg.bytes += bytes.substr(at, 2 + length);
        at += 2 + length;
    }
    return Error{"the JPEG image ends before its data", {}};
}

Dict write_jpeg(Document& document, Jpeg jpeg, std::string_view color_space) {
    Dict image = document.make_stream(StreamData{std::move(jpeg.bytes), "DCTDecode"});
    image.name("Type", "XObject")
        .name("Subtype", "Image")
        .integer("Width", jpeg.width)
        .integer("Height", jpeg.height)
        .integer("BitsPerComponent", 8)
        .raw("ColorSpace", color_space);
    if (jpeg.inverted) image.raw("Decode", "[1 0 1 0 1 0 1 0]");
    return image;
}

}  // namespace cvtex::pdf
