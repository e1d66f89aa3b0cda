#include "pdf/icc.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

// ICC.1:2004-10 (version 4.2), the version that PDF 1.7 admits: header of 128 bytes, tag table,
// tagged element data, each on a multiple of four bytes.

namespace cvtex::pdf {
namespace {

void append_u32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

void append_u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value & 0xFF);
}

/// s15Fixed16Number.
void append_fixed(std::string& out, double value) {
    append_u32(
        out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

/// A type signature and the four reserved bytes after it.
std::string element(std::string_view type) {
    std::string out(type);
    append_u32(out, 0);
    return out;
}

std::string fixed_array(std::string_view type, std::initializer_list<double> values) {
    std::string out = element(type);
    for (const double value : values) append_fixed(out, value);
    return out;
}

/// multiLocalizedUnicodeType with one English record.
std::string localized(std::string_view text) {
    std::string out = element("mluc");
    append_u32(out, 1);
    append_u32(out, 12);
    out += "enUS";
    append_u32(out, static_cast<std::uint32_t>(text.size() * 2));
    append_u32(out, 28);
    for (const char c : text) append_u16(out, static_cast<unsigned char>(c));
    return out;
}

/// parametricCurveType 3: Y = (aX + b)^g from X >= d, else cX. IEC 61966-2-1, 5.2.
std::string tone_curve() {
    std::string out = element("para");
    append_u16(out, 3);
    append_u16(out, 0);
    for (const double parameter : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
        append_fixed(out, parameter);
    }
    return out;
}

struct Tag {
    std::string_view signature;
    std::string data;
};

/// Primaries and the matrix from D65 to D50 as in ICC's own sRGB profile (Bradford).
std::vector<Tag> tags() {
    return {
        {"desc", localized("sRGB IEC61966-2.1")},
        {"cprt", localized("No copyright, use freely")},
        {"wtpt", fixed_array("XYZ ", {0.9642, 1.0, 0.8249})},
        {"chad", fixed_array("sf32", {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707,
                                      -0.00925, 0.01508, 0.75168})},
        {"rXYZ", fixed_array("XYZ ", {0.43607, 0.22249, 0.01392})},
        {"gXYZ", fixed_array("XYZ ", {0.38515, 0.71687, 0.09708})},
        {"bXYZ", fixed_array("XYZ ", {0.14307, 0.06061, 0.71410})},
        {"rTRC", tone_curve()},
    };
}

/// The header (7.2), with the profile's size first and no date.
std::string header(std::size_t size) {
    std::string out;
    append_u32(out, static_cast<std::uint32_t>(size));
    append_u32(out, 0);           // no preferred colour management module
    append_u32(out, 0x04200000);  // version 4.2
    out += "mntrRGB XYZ ";
    // 7.2.8 wants a date: that of the standard.
    for (const std::uint32_t part : {2004U, 10U, 1U, 0U, 0U, 0U}) append_u16(out, part);
    out += "acsp";
    out.append(28, '\0');  // platform, flags, manufacturer, model, attributes, intent
    for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(out, value);
    out.append(128 - out.size(), '\0');
    return out;
}

}  // namespace

std::string srgb_profile() {
    const std::vector<Tag> own = tags();
    constexpr std::array<std::string_view, 2> kSharedCurves = {"gTRC", "bTRC"};
    const std::size_t count = own.size() + kSharedCurves.size();
    std::string table;
    append_u32(table, static_cast<std::uint32_t>(count));
    std::string data;
    const std::size_t data_at = 128 + 4 + 12 * count;
    const auto entry = [&](std::string_view signature, std::size_t offset, std::size_t size) {
        table += signature;
        append_u32(table, static_cast<std::uint32_t>(data_at + offset));
        append_u32(table, static_cast<std::uint32_t>(size));
    };
    std::size_t curve_at = 0;
    for (const Tag& tag : own) {
        curve_at = data.size();
        entry(tag.signature, curve_at, tag.data.size());
        data += tag.data;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    for (const std::string_view signature : kSharedCurves) {  // the red curve serves all three
        entry(signature, curve_at, own.back().data.size());
    }
    return header(data_at + data.size()) + table + data;
}

}  // namespace cvtex::pdf
