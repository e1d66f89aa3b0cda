#include "pdf/icc_profile.hpp"

#include <array>
#include <cstdint>
#include <set>

namespace cvtex::pdf {
namespace {

// ICC.1:2010, 7.2 and 7.3: the header and the tag table.
constexpr std::size_t kHeaderBytes = 128;
constexpr std::size_t kTagBytes = 12;
constexpr std::uint32_t kMostTags = 100;
constexpr unsigned kMostMajorVersion = 4;

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

std::string_view color_space(int channels) {
    return channels == 1 ? "GRAY" : channels == 3 ? "RGB " : "CMYK";
}

bool is_allowed_class(std::string_view name) {
    return name == "scnr" || name == "mntr" || name == "prtr" || name == "spac";
}

/// The signatures of the tags, if all of them lie within the profile.
std::optional<std::set<std::string_view>> read_tags(std::string_view profile) {
    const std::uint32_t count = u32(profile, kHeaderBytes);
    const std::size_t end = kHeaderBytes + 4 + std::size_t{count} * kTagBytes;
    if (count > kMostTags || end > profile.size()) return std::nullopt;
    std::set<std::string_view> tags;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t at = kHeaderBytes + 4 + i * kTagBytes;
        const std::size_t offset = u32(profile, at + 4), size = u32(profile, at + 8);
        if (offset > profile.size() || size > profile.size() - offset) return std::nullopt;
        tags.insert(profile.substr(at, 4));
    }
    return tags;
}

/// The tags that make a profile of its kind usable (ICC.1:2010, clause 8).
bool has_transform(const std::set<std::string_view>& tags, int channels) {
    if (tags.contains("A2B0")) return true;
    if (channels == 1) return tags.contains("kTRC");
    constexpr std::array<std::string_view, 6> kMatrix{"rXYZ", "gXYZ", "bXYZ",
                                                      "rTRC", "gTRC", "bTRC"};
    if (channels != 3) return false;
    for (const std::string_view tag : kMatrix)
        if (!tags.contains(tag)) return false;
    return true;
}

/// By its description, in ASCII or in UTF-16BE.
bool is_srgb(std::string_view profile) {
    return profile.find("sRGB") != std::string_view::npos ||
           profile.find(std::string_view("s\0R\0G\0B", 7)) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> usable_profile(std::string_view profile, int channels) {
    if (profile.size() < kHeaderBytes + 4) return std::nullopt;
    const std::size_t size = u32(profile, 0);
    if (size < kHeaderBytes + 4 || size > profile.size()) return std::nullopt;
    profile = profile.substr(0, size);
    const auto major = static_cast<unsigned char>(profile[8]);
    const bool sound = profile.substr(36, 4) == "acsp" && major >= 2 &&
                       major <= kMostMajorVersion && is_allowed_class(profile.substr(12, 4)) &&
                       profile.substr(16, 4) == color_space(channels);
    if (!sound || (channels == 3 && is_srgb(profile))) return std::nullopt;
    const auto tags = read_tags(profile);
    if (!tags || !tags->contains("wtpt") || !has_transform(*tags, channels))
        return std::nullopt;
    return std::string(profile);
}

}  // namespace cvtex::pdf
