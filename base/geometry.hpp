#pragma once

#include "base/units.hpp"

namespace cvtex {

/// y grows downward everywhere; only pdf/ flips.
struct Point {
    Pt x, y;
    bool operator==(const Point&) const = default;

    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }

    friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Size {
    Pt width, height;
    bool operator==(const Size&) const = default;
};

struct Rect {
    Point origin;
    Size size;
    bool operator==(const Rect&) const = default;

    [[nodiscard]] constexpr Pt left() const { return origin.x; }

    [[nodiscard]] constexpr Pt top() const { return origin.y; }

    [[nodiscard]] constexpr Pt right() const { return origin.x + size.width; }

    [[nodiscard]] constexpr Pt bottom() const { return origin.y + size.height; }
};

struct Insets {
    Pt top, right, bottom, left;
    bool operator==(const Insets&) const = default;
};

/// sRGB, 8 bits a channel, opaque.
struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Color&) const = default;
};

}  // namespace cvtex
