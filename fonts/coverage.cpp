#include "fonts/coverage.hpp"

#include <string>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::fonts {
namespace {

constexpr char32_t kNonBreakingHyphen = 0x2011;
constexpr char32_t kHyphen = 0x2010;

/// HarfBuzz sets any space from U+0020 and a missing U+2011 from U+2010.
bool has_substitute(const Face& face, char32_t c) {
    if (unicode::category(c) == unicode::Category::Zs) return face.space != 0;
    return c == kNonBreakingHyphen && face.has(kHyphen);
}

bool has_decomposed(const Face& face, char32_t c) {
    constexpr int kMaxSteps = 4;  // no canonical decomposition is deeper
    hb_unicode_funcs_t* functions = hb_unicode_funcs_get_default();
    for (int step = 0; step < kMaxSteps; ++step) {
        hb_codepoint_t first = 0;
        hb_codepoint_t second = 0;
        if (hb_unicode_decompose(functions, c, &first, &second) == 0) return false;
        if (second != 0 && !face.has(second)) return false;
        if (face.has(first)) return true;
        c = first;
    }
    return false;
}

bool covers_text(const Face& face, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_utf8(text, at);
        at += next.length;
        const char32_t c = next.code_point;
        if (face.has(c) || is_ignorable(c) || has_substitute(face, c)) continue;
        if (!has_decomposed(face, c)) return false;
    }
    return true;
}

}  // namespace

bool covers(const Face& face, std::string_view text, const Cluster& cluster) {
    const std::string_view part = text.substr(cluster.begin, cluster.end - cluster.begin);
    if (covers_text(face, part)) return true;
    constexpr std::size_t kLongestComposable = 32;  // bytes: a base with a handful of marks
    if (part.size() > kLongestComposable || unicode::is_nfc(part)) return false;
    return covers_text(face, unicode::to_nfc(part));
}

char32_t base_of(std::string_view text, const Cluster& cluster) {
    for (std::size_t at = cluster.begin; at < cluster.end;) {
        const Decoded next = decode_utf8(text, at);
        if (!is_ignorable(next.code_point)) return next.code_point;
        at += next.length;
    }
    return 0;
}

}  // namespace cvtex::fonts
