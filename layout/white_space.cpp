#include "layout/white_space.hpp"

#include <algorithm>
#include <string_view>

#include "base/unicode.hpp"
#include "layout/attach_signs.hpp"

namespace cvtex::layout {
namespace {

constexpr char32_t kForcedBreak = U'\u2028';
constexpr std::uint32_t kTabColumns = 4;

bool is_collapsible(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\f' || c == U'\v';
}

/// What stands on one side of white space, for the segment break rule.
enum class Side : std::uint8_t { Edge, Wide, LatinLetter, Narrow, Hangul };

Side side_of(const Character& c) {
    if (c.cls == CharClass::LineEnd) return Side::Edge;
    if (c.cls == CharClass::Hangul) return Side::Hangul;
    if (c.cls == CharClass::Latin) return Side::LatinLetter;
    const bool wide = c.cls == CharClass::Han || c.cls == CharClass::Wide ||
                      is_full_width_mark(c.cls) || c.cls == CharClass::IdeographicSpace;
    // ASCII / is of class Solidus nowhere yet: it is settled after white space.
    return wide ? Side::Wide : Side::Narrow;
}

bool is_mark(const Character& c) {
    return is_full_width_mark(c.cls);
}

/// Whether white space between `a` and `b` leaves a space. CSS Text 3 §4.1.3 for soft breaks,
/// with Han ↵ Latin as the (untyped) gap.
bool leaves_space(const Character& a, const Character& b, bool soft_break) {
    const Side left = side_of(a);
    const Side right = side_of(b);
    if (left == Side::Edge || right == Side::Edge) return false;
    if (!soft_break) return true;
    if (left == Side::Hangul || right == Side::Hangul) return true;
    if (is_mark(a) || is_mark(b)) return false;
    if (left == Side::Wide && right == Side::Wide) return false;
    const bool gap = (a.cls == CharClass::Han && right == Side::LatinLetter) ||
                     (b.cls == CharClass::Han && left == Side::LatinLetter);
    return !gap;
}

bool is_han_neighbour(const Character& c) {
    return c.cls == CharClass::Han || is_full_width_mark(c.cls);
}

bool is_gap_side(CharClass c) {
    return c == CharClass::Latin || c == CharClass::Narrow || c == CharClass::Symbol;
}

bool is_typed_space(const Character& c) {
    return c.cls == CharClass::Space || c.code == U'\u00A0';
}

/// “A — B”, “2020 – 2021”, “Go · Rust”, “甲（乙） | 丙”: a mark with typed spaces on both sides
/// is a separator, whose spaces are meant.
bool is_spaced_separator(std::span<const Character> characters, std::size_t mark) {
    return parts_words(characters[mark].cls, characters[mark].code) && mark > 0 &&
           is_typed_space(characters[mark - 1]) && mark + 1 < characters.size() &&
           is_typed_space(characters[mark + 1]);
}

Fate space_fate(const ParagraphText& paragraph, std::size_t i) {
    const std::span<const Character> characters = paragraph.characters;
    if (i == 0 || i + 1 == characters.size()) return Fate::Set;
    const Character& left = characters[i - 1];
    const Character& right = characters[i + 1];
    if (is_spaced_separator(characters, i - 1) || is_spaced_separator(characters, i + 1)) {
        return Fate::Set;
    }
    if (is_mark(left) || is_mark(right)) return Fate::Dropped;
    if (left.cls == CharClass::IdeographicSpace || right.cls == CharClass::IdeographicSpace) {
        return Fate::Dropped;
    }
    const bool gap = (left.cls == CharClass::Han && is_gap_side(right.cls)) ||
                     (right.cls == CharClass::Han && is_gap_side(left.cls));
    return gap ? Fate::Gap : Fate::Set;
}

}  // namespace

void resolve_white_space(std::vector<Character>& characters) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < characters.size();) {
        if (!is_collapsible(characters[i].code)) {
            characters[out++] = characters[i++];
            continue;
        }
        Character space = characters[i];
        bool soft_break = false;
        for (; i < characters.size() && is_collapsible(characters[i].code); ++i) {
            soft_break |= characters[i].code == U'\n';
        }
        if (out == 0 || i == characters.size()) continue;
        if (!leaves_space(characters[out - 1], characters[i], soft_break)) continue;
        space.code = U' ';
        space.cls = CharClass::Space;
        space.form = fonts::Form::Latin;
        characters[out++] = space;
    }
    characters.resize(out);
    // A forced break at the very end asks for no empty line.
    if (!characters.empty() && characters.back().code == kForcedBreak) characters.pop_back();
}

void expand_tabs(std::vector<Character>& characters) {
    std::vector<Character> out;
    out.reserve(characters.size());
    std::uint32_t column = 0;
    for (Character c : characters) {
        if (c.code == U'\r' || c.code == U'\f' || c.code == U'\v') c.code = U' ';
        if (c.code == U'\t') {
            c.code = U' ';
            const std::uint32_t spaces = kTabColumns - column % kTabColumns;
            out.insert(out.end(), spaces, c);
            column += spaces;
            continue;
        }
        out.push_back(c);
        const unicode::EastAsianWidth width = unicode::east_asian_width(c.code);
        const bool wide =
            width == unicode::EastAsianWidth::W || width == unicode::EastAsianWidth::F;
        column = c.code == U'\n' ? 0 : column + (wide ? 2 : 1);
    }
    if (!out.empty() && (out.back().code == U'\n' || out.back().code == kForcedBreak)) {
        out.pop_back();
    }
    characters = std::move(out);
}

void classify_in_context(std::span<Character> characters) {
    const std::size_t n = characters.size();
    const auto code = [&](std::size_t i) { return characters[i].code; };
    for (std::size_t i = 0; i < n; ++i) {
        Character& c = characters[i];
        const bool han_before = i > 0 && is_han_neighbour(characters[i - 1]);
        const bool han_after = i + 1 < n && is_han_neighbour(characters[i + 1]);
        const bool repeated =
            (i > 0 && code(i - 1) == c.code) || (i + 1 < n && code(i + 1) == c.code);
        if (c.code == U'—' && c.form == fonts::Form::Han && repeated) c.cls = CharClass::Dash;
        if (c.code == U'/' && han_before && han_after) c.cls = CharClass::Solidus;
        // • is an interpunct only where it is used as one; elsewhere it is a typed bullet.
        if (c.code == U'•' && han_before && han_after) c.cls = CharClass::Interpunct;
    }
    attach_signs(characters);
}

void decide_space_fates(ParagraphText& paragraph) {
    const std::span<Character> characters = paragraph.characters;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        Character& c = characters[i];
        if (c.cls == CharClass::Invisible) c.fate = Fate::Dropped;
        const bool literal = paragraph.preformatted || paragraph.spans[c.span].code;
        // Korean types its spaces and means them (§12).
        const bool korean = paragraph.spans[c.span].region == Region::KR;
        if (c.cls == CharClass::Space && !literal && !korean) {
            c.fate = space_fate(paragraph, i);
        }
    }
}

}  // namespace cvtex::layout
