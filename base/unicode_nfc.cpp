// Normalization Form C. Text is copied except around code points that composition can touch
// (UAX #15 §9); utf8proc knows the decompositions and the compositions. Its own reordering of
// marks is quadratic in their number, so runs are sorted here.

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/unicode.hpp"
#include "base/unicode_lookup.hpp"
#include "base/utf8.hpp"

namespace cvtex::unicode {
namespace {

/// Half-open byte range that must be normalised: from the last inert code point before
/// something sensitive to the next inert one. Empty at the end of the text.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_sensitive(char32_t c) {
    constexpr char32_t kFirstSensitive = 0x300;  // COMBINING GRAVE ACCENT
    return c >= kFirstSensitive && has_flag(c, kNfcSensitive);
}

Stretch next_stretch(std::string_view text, std::size_t at) {
    std::size_t starter = at;
    Decoded decoded;
    for (; at < text.size(); at += decoded.length) {
        decoded = decode_utf8(text, at);
        if (is_sensitive(decoded.code_point)) break;
        starter = at;
    }
    for (; at < text.size(); at += decoded.length) {
        decoded = decode_utf8(text, at);
        if (!is_sensitive(decoded.code_point)) return {starter, at};
    }
    return {at == starter ? text.size() : starter, text.size()};
}

int combining_class(utf8proc_int32_t c) {
    return utf8proc_get_property(c)->combining_class;
}

std::vector<utf8proc_int32_t> decompose(std::string_view text) {
    constexpr std::size_t kLongestDecomposition = 18;  // U+FDFA, of all forms
    std::vector<utf8proc_int32_t> out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        at += decoded.length;
        utf8proc_int32_t buffer[kLongestDecomposition];
        int boundary = 0;
        const auto count = utf8proc_decompose_char(
            static_cast<utf8proc_int32_t>(decoded.code_point), buffer, kLongestDecomposition,
            static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE), &boundary);
        if (count > 0) out.insert(out.end(), buffer, buffer + count);
    }
    return out;
}

/// Canonical ordering (Unicode 15 §3.11, D109).
void sort_marks(std::vector<utf8proc_int32_t>& points) {
    const auto by_class = [](auto a, auto b) {
        return combining_class(a) < combining_class(b);
    };
    const auto is_starter = [](auto c) { return combining_class(c) == 0; };
    for (auto at = points.begin(); at != points.end();) {
        const auto run = std::find_if_not(at, points.end(), is_starter);
        at = std::find_if(run, points.end(), is_starter);
        if (at - run > 1) std::stable_sort(run, at, by_class);
    }
}

void append_normalized(std::string& out, std::string_view text) {
    std::vector<utf8proc_int32_t> points = decompose(text);
    sort_marks(points);
    const auto composed = utf8proc_normalize_utf32(
        points.data(), static_cast<utf8proc_ssize_t>(points.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    for (utf8proc_ssize_t i = 0; i < composed; ++i) {
        append_utf8(out, static_cast<char32_t>(points[static_cast<std::size_t>(i)]));
    }
}

}  // namespace

std::string to_nfc(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = next_stretch(text, at);
        out.append(text, at, stretch.begin - at);
        append_normalized(out, text.substr(stretch.begin, stretch.end - stretch.begin));
        at = stretch.end;
    }
    return out;
}

bool is_nfc(std::string_view text) {
    std::string normalized;
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = next_stretch(text, at);
        const std::string_view part = text.substr(stretch.begin, stretch.end - stretch.begin);
        normalized.clear();
        append_normalized(normalized, part);
        if (normalized != part) return false;
        at = stretch.end;
    }
    return true;
}

}  // namespace cvtex::unicode
