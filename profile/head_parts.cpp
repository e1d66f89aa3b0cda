#include "profile/head_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace cvtex::profile {
namespace {

/// Parts of a list with commas or single spaces between are at most this wide.
constexpr std::size_t kWidestPart = 44;
constexpr std::size_t kMostParts = 5;

constexpr std::array<std::string_view, 10> kColumnSigns{"||", "|", "｜", "丨", "│",
                                                        "•",  "‧", "\t", "　", "  "};
/// These part only with a space on either side.
constexpr std::array<std::string_view, 9> kSpacedSigns{" · ", " / ",  " // ", " - ", " – ",
                                                       " — ", " -- ", " @ ",  "——"};

/// The separator at `at`: its length, or 0.
std::size_t separator_at(std::string_view text, std::size_t at) {
    for (const std::string_view sign : kColumnSigns)
        if (text.substr(at).starts_with(sign)) return sign.size();
    for (const std::string_view sign : kSpacedSigns)
        if (text.substr(at).starts_with(sign)) return sign.size();
    // Chinese text often has no spaces around its middle dots.
    constexpr std::string_view kDot = "·";
    if (text.substr(at).starts_with(kDot) && at > 0 && at + kDot.size() < text.size()) {
        const char32_t before = decode_utf8_before(text, at).code_point;
        const char32_t after = decode_utf8(text, at + kDot.size()).code_point;
        if (unicode::is_han(before) || unicode::is_han(after) || before == U' ' ||
            after == U' ')
            return kDot.size();
    }
    return 0;
}

void push_part(std::string_view text, Slice slice, std::vector<Slice>& parts) {
    while (!slice.empty()) {
        const Decoded c = decode_utf8(text, slice.begin);
        if (!is_gap(c.code_point) && !is_sign(c.code_point)) break;
        slice.begin += c.length;
    }
    while (!slice.empty()) {
        const Decoded c = decode_utf8_before(text, slice.end);
        if (!is_gap(c.code_point) && !is_sign(c.code_point)) break;
        slice.end -= c.length;
    }
    if (!slice.empty()) parts.push_back(slice);
}

/// What the bracket at `at` adds to the depth.
int bracket_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with('(') || rest.starts_with("（")) return 1;
    return rest.starts_with(')') || rest.starts_with("）") ? -1 : 0;
}

/// Splits at separators outside brackets.
template <class LengthAt>
std::vector<Slice> split(std::string_view text, Slice slice, LengthAt length_at) {
    std::vector<Slice> parts;
    std::size_t begin = slice.begin;
    int depth = 0;
    for (std::size_t at = slice.begin; at < slice.end;) {
        depth = std::max(depth + bracket_at(text, at), 0);
        const std::size_t length = at > slice.begin && depth == 0 ? length_at(at) : 0;
        if (length == 0) {
            at += decode_utf8(text, at).length;
            continue;
        }
        push_part(text, {begin, at}, parts);
        at += length;
        begin = at;
    }
    push_part(text, {begin, slice.end}, parts);
    return parts;
}

bool all_short(std::string_view text, const std::vector<Slice>& parts) {
    return parts.size() <= kMostParts &&
           std::all_of(parts.begin(), parts.end(), [&](const Slice& part) {
               return unicode::display_width(part.of(text)) <= kWidestPart;
           });
}

/// A comma between a role and what it was at: `Data Engineer, Quillstone`.
void split_role(std::string_view text, std::vector<Slice>& parts) {
    std::vector<Slice> finer;
    for (const Slice& part : parts) {
        std::vector<Slice> halves = split(text, part, [&](std::size_t at) {
            const std::string_view rest = text.substr(at);
            return rest.starts_with("，") ? std::string_view("，").size()
                                          : std::size_t{rest.starts_with(", ") ? 2U : 0U};
        });
        const auto is_beside = [&](std::size_t role, std::size_t other) {
            return nature_of(halves[role].of(text)).person &&
                   !nature_of(halves[other].of(text)).role;
        };
        if (halves.size() == 2 && all_short(text, halves) &&
            (is_beside(0, 1) || is_beside(1, 0)))
            finer.insert(finer.end(), halves.begin(), halves.end());
        else
            finer.push_back(part);
    }
    if (finer.size() <= kMostParts) parts = std::move(finer);
}

std::size_t comma_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("，") || rest.starts_with("、")) return std::string_view("，").size();
    if (rest.starts_with(" at ")) return 4;
    if (rest.starts_with("; ")) return 2;
    return rest.starts_with(", ") ? 2 : 0;
}

/// A space between two Han characters, which text has no use for.
std::size_t wide_space_at(std::string_view text, std::size_t at) {
    if (text[at] != ' ' || at + 1 >= text.size()) return 0;
    const auto is_wide = [](char32_t c) {
        return unicode::is_han(c) || c == U')' || c == U'）';
    };
    return is_wide(decode_utf8_before(text, at).code_point) &&
                   unicode::is_han(decode_utf8(text, at + 1).code_point)
               ? 1
               : 0;
}

}  // namespace

bool is_gap(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'　' || c == U'\u00a0' || c == U'\u2003';
}

bool is_sign(char32_t c) {
    return std::u32string_view(U"|｜丨│·•‧/,，、:：;-–—@").find(c) != std::u32string_view::npos;
}

std::size_t behind_number(std::string_view text) {
    static constexpr std::array<std::string_view, 4> kOpen{"(", "（", "[", "【"};
    static constexpr std::array<std::string_view, 7> kClose{"、", "．", ".", ")",
                                                            "）", "]",  "】"};
    constexpr std::size_t kMostFigures = 3;
    std::size_t at = 0, figures = 0;
    const auto skip = [&](const auto& signs) {
        for (const std::string_view sign : signs)
            if (text.substr(at).starts_with(sign)) return sign.size();
        return std::size_t{0};
    };
    const std::size_t open = skip(kOpen);
    at += open;
    while (at < text.size() && figures < kMostFigures) {
        const Decoded c = decode_utf8(text, at);
        const bool numeral = std::u32string_view(U"一二三四五六七八九十").find(c.code_point) !=
                             std::u32string_view::npos;
        if (!numeral && !ascii::is_digit(c.code_point)) break;
        at += c.length;
        ++figures;
    }
    const std::size_t close = skip(kClose);
    if (figures == 0 || close == 0) return 0;
    at += close;
    while (at < text.size() && text[at] == ' ') ++at;
    // 2.0 is a version.
    const bool goes_on =
        at >= text.size() || (text[at - 1] != ' ' && ascii::is_digit(text[at]));
    return goes_on ? 0 : at;
}

void split_brackets(std::string_view text, std::vector<Slice>& parts) {
    if (parts.empty()) return;
    const Slice part = parts.front();
    const std::string_view words = part.of(text);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                      {"（", "）"},
                                      {"[", "]"},
                                      {"【", "】"}}) {
        const std::size_t at = words.rfind(open);
        if (!words.ends_with(close) || at == std::string_view::npos || at == 0) continue;
        const Slice inner{part.begin + at + open.size(), part.end - close.size()};
        const PartNature nature = nature_of(inner.of(text));
        if (!nature.role && !nature.place) return;
        std::vector<Slice> outer;
        push_part(text, {part.begin, part.begin + at}, outer);
        if (outer.empty()) return;
        parts.front() = outer.front();
        parts.insert(parts.begin() + 1, inner);
        return;
    }
}

std::vector<Slice> parts_of(std::string_view text, Slice side) {
    std::vector<Slice> parts =
        split(text, side, [&](std::size_t at) { return separator_at(text, at); });
    if (parts.size() == 1) {
        std::vector<Slice> finer =
            split(text, parts[0], [&](std::size_t at) { return comma_at(text, at); });
        if (finer.size() > 1 && all_short(text, finer)) parts = std::move(finer);
    }
    if (parts.size() == 1) {
        std::vector<Slice> finer =
            split(text, parts[0], [&](std::size_t at) { return wide_space_at(text, at); });
        if (finer.size() > 1 && all_short(text, finer)) parts = std::move(finer);
    } else {
        split_role(text, parts);
    }
    return parts;
}

}  // namespace cvtex::profile
