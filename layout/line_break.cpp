// UAX #14 as one walk over the text. What the rules look back at is remembered in `Context`;
// what two classes decide is looked up in the tables of line_break_rules.hpp.

#include "layout/line_break.hpp"

#include <cstddef>

#include "base/unicode.hpp"
#include "layout/line_break_rules.hpp"

namespace cvtex::layout {
namespace {

using line_break::Class;

bool is_east_asian(char32_t c) {
    using Width = unicode::EastAsianWidth;
    const Width width = unicode::east_asian_width(c);
    return width == Width::F || width == Width::W || width == Width::H;
}

/// LB1, and the three distinctions of LB30 and LB30b.
Class classify(char32_t c) {
    const unicode::LineBreak property = unicode::line_break(c);
    const Class resolved = line_break::resolve(property);
    if (resolved == Class::OP && is_east_asian(c)) return Class::OW;
    if (resolved == Class::CP && is_east_asian(c)) return Class::CW;
    constexpr char32_t kFirstReservedPictograph = 0x1F000;
    if (resolved == Class::ID && c >= kFirstReservedPictograph) {
        const bool reserved = unicode::category(c) == unicode::Category::Cn;
        return reserved && unicode::is_extended_pictographic(c) ? Class::XP : Class::ID;
    }
    if (property == unicode::LineBreak::SA) {
        const unicode::Category category = unicode::category(c);
        const bool mark =
            category == unicode::Category::Mn || category == unicode::Category::Mc;
        if (mark) return Class::CM;
    }
    return resolved;
}

bool is_mark(Class c) {
    return c == Class::CM || c == Class::ZWJ;
}

/// How far LB25's NU (NU | SY | IS)* (CL | CP)? has come.
enum class Number : std::uint8_t { None, Open, Closed };

Number advance(Number number, Class next) {
    if (next == Class::NU) return Number::Open;
    if (number != Number::Open) return Number::None;
    if (line_break::any(next, Class::SY, Class::IS)) return Number::Open;
    return line_break::is_closing(next) ? Number::Closed : Number::None;
}

/// What has been read so far, as the rules see it.
struct Context {
    Class last = Class::BK;      ///< last class but spaces and absorbed marks; sot acts like BK
    bool spaces = false;         ///< SP+ has followed `last`
    bool joiner = false;         ///< the code point before is ZWJ (LB8a)
    bool hebrew_hyphen = false;  ///< HL (HY | BA) (LB21a)
    bool odd_indicators = false;  ///< an odd number of RI in a row (LB30a)
    Number number = Number::None;
};

/// LB9: whether a mark joins what is before it; otherwise it is a letter (LB10).
bool absorbs_mark(const Context& context) {
    return !context.spaces && context.last != Class::ZW &&
           !line_break::is_hard_break(context.last);
}

/// LB25: (PR | PO) × (OP | HY) NU. Reads on to the digit; marks between count as part of the
/// parenthesis (LB9), and are read here at most once more.
bool opens_number(Class before, Class next, std::u32string_view rest) {
    if (!line_break::is_affix(before) || !line_break::is_opening(next)) return false;
    for (const char32_t c : rest) {
        const Class after = classify(c);
        if (!is_mark(after)) return after == Class::NU;
    }
    return false;
}

/// The rules between neighbours that look at more than two classes.
bool joins_in_context(const Context& context, Class next, std::u32string_view rest) {
    using line_break::any;
    if (context.hebrew_hyphen && next != Class::CB) return true;  // LB21a; LB20 comes first
    const bool affix = line_break::is_affix(next);
    if (context.number == Number::Open && (affix || next == Class::NU)) return true;  // LB25
    if (context.number == Number::Closed && affix) return true;                       // LB25
    if (context.odd_indicators && next == Class::RI) return true;                     // LB30a
    return opens_number(context.last, next, rest);
}

/// The action between what was read and `next` (after LB10); `rest` is the text behind it.
BreakAction decide(const Context& context, Class next, std::u32string_view rest) {
    if (line_break::is_hard_break(context.last) && !context.spaces) {
        const bool crlf = context.last == Class::CR && next == Class::LF;
        return crlf ? BreakAction::Prohibited : BreakAction::Mandatory;  // LB4, LB5
    }
    if (line_break::is_hard_break(next)) return BreakAction::Prohibited;         // LB6
    if (next == Class::SP || next == Class::ZW) return BreakAction::Prohibited;  // LB7
    if (context.last == Class::ZW) return BreakAction::Allowed;                  // LB8
    if (context.joiner) return BreakAction::Prohibited;                          // LB8a
    const bool joined = context.spaces
                            ? line_break::joins(line_break::kAcrossSpaces, context.last, next)
                            : line_break::joins(line_break::kNeighbours, context.last, next) ||
                                  joins_in_context(context, next, rest);
    return joined ? BreakAction::Prohibited : BreakAction::Allowed;
}

/// The context behind `next`, which is neither SP nor an absorbed mark.
Context follow(const Context& context, Class next) {
    const bool adjacent = !context.spaces;
    Context after;
    after.last = next;
    after.hebrew_hyphen =
        adjacent && context.last == Class::HL && line_break::any(next, Class::HY, Class::BA);
    after.odd_indicators = next == Class::RI && !(adjacent && context.odd_indicators);
    after.number = advance(adjacent ? context.number : Number::None, next);
    return after;
}

}  // namespace

std::vector<BreakAction> find_line_breaks(std::u32string_view text) {
    std::vector<BreakAction> actions(text.size() + 1, BreakAction::Prohibited);
    Context context;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const Class raw = classify(text[i]);
        if (is_mark(raw) && absorbs_mark(context)) {
            context.joiner = raw == Class::ZWJ;  // LB9: no break, nothing else changes
            continue;
        }
        const Class next = is_mark(raw) ? Class::AL : raw;                  // LB10
        if (i > 0) actions[i] = decide(context, next, text.substr(i + 1));  // LB2
        if (next == Class::SP) {
            context.spaces = true;
            context.joiner = false;
        } else {
            context = follow(context, next);
            context.joiner = raw == Class::ZWJ;
        }
    }
    actions.back() = BreakAction::Mandatory;  // LB3
    return actions;
}

}  // namespace cvtex::layout
