#pragma once

#include <cstdint>
#include <string>

#include "fonts/contours.hpp"

/// Type 2 charstrings (Adobe Technical Note 5177) without hints, such that they pack well.
namespace cvtex::fonts {

enum CharstringOperator : unsigned char {
    kVMoveTo = 4,
    kRLineTo = 5,
    kHLineTo = 6,
    kVLineTo = 7,
    kRRCurveTo = 8,
    kCallSubr = 10,
    kEndChar = 14,
    kRMoveTo = 21,
    kHMoveTo = 22,
    kRCurveLine = 24,
    kRLineCurve = 25,
    kVVCurveTo = 26,
    kHHCurveTo = 27,
    kVHCurveTo = 30,
    kHVCurveTo = 31,
};

/// A glyph's path in two parts: glyphs that show the same outline elsewhere, or with another
/// width, differ in the first only.
struct Charstring {
    GridPoint start;        ///< where the first move goes
    std::string operators;  ///< what comes behind it, `endchar` included
};

[[nodiscard]] Charstring encode_outline(const Outline& outline);

/// Appends an operand (3.2), and a move by (`dx`, `dy`).
void append_operand(std::string& out, std::int64_t grid_units);
void append_move(std::string& out, std::int64_t dx, std::int64_t dy);

}  // namespace cvtex::fonts
