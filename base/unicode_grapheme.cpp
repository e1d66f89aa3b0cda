// Extended grapheme clusters by UAX #29 (Unicode 15.0), and terminal columns.

#include <algorithm>
#include <cstddef>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::unicode {
namespace {

using Break = GraphemeBreak;

bool is_control(Break b) {
    return b == Break::Control || b == Break::CR || b == Break::LF;
}

/// GB6–GB8: a Hangul syllable stays whole.
bool joins_hangul(Break before, Break after) {
    switch (before) {
        case Break::L:
            return after == Break::L || after == Break::V || after == Break::LV ||
                   after == Break::LVT;
        case Break::LV:
        case Break::V:
            return after == Break::V || after == Break::T;
        case Break::LVT:
        case Break::T:
            return after == Break::T;
        default:
            return false;
    }
}

/// Reads one cluster code point by code point, remembering what GB11–GB13 look back at.
class Cluster {
public:
    explicit Cluster(char32_t first) { take(first, grapheme_break(first)); }

    /// Takes `c` when no boundary lies before it; false: the cluster has ended.
    bool extend(char32_t c) {
        const Break next = grapheme_break(c);
        if (!joins(c, next)) return false;
        take(c, next);
        return true;
    }

private:
    enum class Emoji { None, Pictograph, Joiner };

    [[nodiscard]] bool joins(char32_t c, Break next) const {
        if (last_ == Break::CR) return next == Break::LF;                         // GB3, GB4
        if (is_control(last_) || is_control(next)) return false;                  // GB4, GB5
        if (joins_hangul(last_, next)) return true;                               // GB6–GB8
        if (next == Break::Extend || next == Break::ZWJ) return true;             // GB9
        if (next == Break::SpacingMark || last_ == Break::Prepend) return true;   // GB9a, b
        if (emoji_ == Emoji::Joiner && is_extended_pictographic(c)) return true;  // GB11
        return next == Break::RegionalIndicator && odd_indicators_;               // GB12, 13
    }

    void take(char32_t c, Break next) {
        if (is_extended_pictographic(c)) {
            emoji_ = Emoji::Pictograph;
        } else if (next == Break::ZWJ && emoji_ == Emoji::Pictograph) {
            emoji_ = Emoji::Joiner;
        } else if (next != Break::Extend || emoji_ == Emoji::Joiner) {
            emoji_ = Emoji::None;
        }
        odd_indicators_ = next == Break::RegionalIndicator && !odd_indicators_;
        last_ = next;
    }

    Break last_ = Break::Other;
    Emoji emoji_ = Emoji::None;
    bool odd_indicators_ = false;
};

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

/// Columns of one code point on its own.
std::size_t columns_of(char32_t c) {
    switch (category(c)) {
        case Category::Mn:
        case Category::Me:
        case Category::Cc:
        case Category::Cf:
        case Category::Zl:
        case Category::Zp:
            return 0;
        default:
            break;
    }
    const EastAsianWidth width = east_asian_width(c);
    const bool wide = width == EastAsianWidth::W || width == EastAsianWidth::F;
    return wide || is_emoji_presentation(c) ? 2 : 1;
}

/// A cluster is as wide as its widest part; a pair of regional indicators (a flag) and a
/// pictograph with the emoji variation selector are wide.
std::size_t cluster_columns(std::string_view cluster) {
    constexpr char32_t kEmojiSelector = 0xFE0F;
    std::size_t columns = 0;
    for (std::size_t at = 0; at < cluster.size();) {
        const Decoded decoded = decode_utf8(cluster, at);
        at += decoded.length;
        if (decoded.code_point == kEmojiSelector && columns > 0) columns = 2;
        columns = std::max(columns, columns_of(decoded.code_point));
    }
    return columns;
}

}  // namespace

std::size_t next_grapheme(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return text.size();
    const bool plain = is_ascii(text[begin]) && text[begin] != '\r' &&
                       begin + 1 < text.size() && is_ascii(text[begin + 1]);
    if (plain) return begin + 1;
    Decoded decoded = decode_utf8(text, begin);
    Cluster cluster(decoded.code_point);
    std::size_t at = begin + decoded.length;
    for (; at < text.size(); at += decoded.length) {
        decoded = decode_utf8(text, at);
        if (!cluster.extend(decoded.code_point)) break;
    }
    return at;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = next_grapheme(text, at);
        columns += cluster_columns(text.substr(at, end - at));
        at = end;
    }
    return columns;
}

}  // namespace cvtex::unicode
