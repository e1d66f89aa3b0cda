#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/unicode.hpp"

/// The rules of UAX #14 revision 49 that look at two classes, by number. They are evaluated by
/// the compiler into tables; the rules that look further are in line_break.cpp.
namespace cvtex::layout::line_break {

/// Line_Break after LB1, with the distinctions that LB30 and LB30b make: `OW`, `CW` are OP, CP
/// of East Asian width; `XP` is a code point reserved for a pictograph, otherwise like ID.
// clang-format off
enum class Class : std::uint8_t {
    AL, B2, BA, BB, BK, CB, CL, CM, CP, CR, CW, EB, EM, EX, GL, H2, H3, HL, HY, ID, IN, IS,
    JL, JT, JV, LF, NL, NS, NU, OP, OW, PO, PR, QU, RI, SP, SY, WJ, XP, ZW, ZWJ,
};
// clang-format on
inline constexpr std::size_t kClasses = static_cast<std::size_t>(Class::ZWJ) + 1;

template <class... Options>
[[nodiscard]] constexpr bool any(Class c, Options... options) {
    return ((c == options) || ...);
}

[[nodiscard]] constexpr bool is_letter(Class c) {
    return any(c, Class::AL, Class::HL);
}

[[nodiscard]] constexpr bool is_opening(Class c) {
    return any(c, Class::OP, Class::OW);
}

[[nodiscard]] constexpr bool is_closing_parenthesis(Class c) {
    return any(c, Class::CP, Class::CW);
}

[[nodiscard]] constexpr bool is_closing(Class c) {
    return c == Class::CL || is_closing_parenthesis(c);
}

[[nodiscard]] constexpr bool is_ideograph(Class c) {
    return any(c, Class::ID, Class::XP, Class::EB, Class::EM);
}

[[nodiscard]] constexpr bool is_affix(Class c) {
    return any(c, Class::PO, Class::PR);
}

[[nodiscard]] constexpr bool is_syllable_part(Class c) {
    return any(c, Class::JL, Class::JV, Class::JT, Class::H2, Class::H3);
}

[[nodiscard]] constexpr bool is_hard_break(Class c) {
    return any(c, Class::BK, Class::CR, Class::LF, Class::NL);
}

/// LB1: resolves the classes that depend on nothing but the code point's category.
[[nodiscard]] constexpr Class resolve(unicode::LineBreak property) {
    using P = unicode::LineBreak;
    // clang-format off
    switch (property) {
        // The last five are of later Unicode versions; 15.0's data never assign them.
        case P::AI: case P::AL: case P::SA: case P::SG: case P::XX:
        case P::AK: case P::AP: case P::AS: case P::VF: case P::VI: return Class::AL;
        case P::CJ: case P::NS: return Class::NS;
        case P::B2: return Class::B2;
        case P::BA: return Class::BA;
        case P::BB: return Class::BB;
        case P::BK: return Class::BK;
        case P::CB: return Class::CB;
        case P::CL: return Class::CL;
        case P::CM: return Class::CM;
        case P::CP: return Class::CP;
        case P::CR: return Class::CR;
        case P::EB: return Class::EB;
        case P::EM: return Class::EM;
        case P::EX: return Class::EX;
        case P::GL: return Class::GL;
        case P::H2: return Class::H2;
        case P::H3: return Class::H3;
        case P::HL: return Class::HL;
        case P::HY: return Class::HY;
        case P::ID: return Class::ID;
        case P::IN: return Class::IN;
        case P::IS: return Class::IS;
        case P::JL: return Class::JL;
        case P::JT: return Class::JT;
        case P::JV: return Class::JV;
        case P::LF: return Class::LF;
        case P::NL: return Class::NL;
        case P::NU: return Class::NU;
        case P::OP: return Class::OP;
        case P::PO: return Class::PO;
        case P::PR: return Class::PR;
        case P::QU: return Class::QU;
        case P::RI: return Class::RI;
        case P::SP: return Class::SP;
        case P::SY: return Class::SY;
        case P::WJ: return Class::WJ;
        case P::ZW: return Class::ZW;
        case P::ZWJ: return Class::ZWJ;
    }
    // clang-format on
    return Class::AL;
}

/// LB11 and LB13, which hold across spaces too.
[[nodiscard]] constexpr bool never_starts_line(Class after) {
    return any(after, Class::WJ, Class::EX, Class::IS, Class::SY) || is_closing(after);
}

/// No break in `before SP+ after`: LB11, LB13–LB18.
[[nodiscard]] constexpr bool joins_across_spaces(Class before, Class after) {
    if (never_starts_line(after)) return true;                  // LB11, LB13
    if (is_opening(before)) return true;                        // LB14
    if (before == Class::QU && is_opening(after)) return true;  // LB15
    if (is_closing(before) && after == Class::NS) return true;  // LB16
    return before == Class::B2 && after == Class::B2;           // LB17, LB18
}

/// LB21 and LB22: hyphens, small kana, ellipses and their like.
[[nodiscard]] constexpr bool joins_hyphen(Class before, Class after) {
    if (any(after, Class::BA, Class::HY, Class::NS)) return true;  // LB21
    if (before == Class::BB) return true;                          // LB21
    if (before == Class::SY && after == Class::HL) return true;    // LB21b
    return after == Class::IN;                                     // LB22
}

/// LB23, LB23a, LB24 and LB28–LB30: letters, digits and what goes with them.
[[nodiscard]] constexpr bool joins_word(Class before, Class after) {
    if (is_letter(before) && after == Class::NU) return true;     // LB23
    if (before == Class::NU && is_letter(after)) return true;     // LB23
    if (before == Class::PR && is_ideograph(after)) return true;  // LB23a
    if (is_ideograph(before) && after == Class::PO) return true;  // LB23a
    if (is_affix(before) && is_letter(after)) return true;        // LB24
    if (is_letter(before) && is_affix(after)) return true;        // LB24
    if (is_letter(before) && is_letter(after)) return true;       // LB28
    if (before == Class::IS && is_letter(after)) return true;     // LB29
    const auto is_word = [](Class c) { return is_letter(c) || c == Class::NU; };
    if (is_word(before) && after == Class::OP) return true;  // LB30
    return before == Class::CP && is_word(after);            // LB30
}

/// LB25 in the number form of §8.2 example 7, as far as two classes tell; the rest is
/// remembered state (see `Number` in line_break.cpp).
[[nodiscard]] constexpr bool joins_in_number(Class before, Class after) {
    return after == Class::NU &&
           (is_affix(before) || is_opening(before) || any(before, Class::HY, Class::NU));
}

/// LB26 and LB27: Korean syllable blocks and what is attached to them.
[[nodiscard]] constexpr bool joins_korean(Class before, Class after) {
    if (before == Class::JL) {
        return after == Class::PO || (is_syllable_part(after) && after != Class::JT);
    }
    if (any(before, Class::JV, Class::H2)) return any(after, Class::JV, Class::JT, Class::PO);
    if (any(before, Class::JT, Class::H3)) return any(after, Class::JT, Class::PO);
    return before == Class::PR && is_syllable_part(after);
}

/// No break between neighbours: LB11–LB31 without LB21a, LB25's longer forms and LB30a.
[[nodiscard]] constexpr bool joins_neighbours(Class before, Class after) {
    if (before == Class::WJ || before == Class::GL) return true;        // LB11, LB12
    if (after == Class::GL) return !any(before, Class::BA, Class::HY);  // LB12a
    if (joins_across_spaces(before, after)) return true;                // LB11–LB17
    if (before == Class::QU || after == Class::QU) return true;         // LB19
    if (before == Class::CB || after == Class::CB) return false;        // LB20
    return joins_hyphen(before, after) || joins_word(before, after) ||
           joins_in_number(before, after) || joins_korean(before, after) ||
           (any(before, Class::EB, Class::XP) && after == Class::EM);  // LB30b
}

using PairTable = std::array<std::array<bool, kClasses>, kClasses>;

template <class Rule>
[[nodiscard]] constexpr PairTable make_table(Rule rule) {
    PairTable table{};
    for (std::size_t before = 0; before < kClasses; ++before) {
        for (std::size_t after = 0; after < kClasses; ++after) {
            table[before][after] = rule(static_cast<Class>(before), static_cast<Class>(after));
        }
    }
    return table;
}

inline constexpr PairTable kNeighbours = make_table(joins_neighbours);
inline constexpr PairTable kAcrossSpaces = make_table(joins_across_spaces);

[[nodiscard]] constexpr bool joins(const PairTable& table, Class before, Class after) {
    return table[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
}

}  // namespace cvtex::layout::line_break
