#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace cvtex {

/// Wide enough for the product of two 64-bit values; GCC and Clang both have it on 64-bit
/// machines.
__extension__ using Int128 = __int128;

/// A length in PDF points (1/72 inch), fixed point in 1/65536 pt, so that sums are exact and
/// line breaks are the same on every machine. Range about ±1.4e14 pt.
class Pt {
public:
    static constexpr std::int64_t kOne = 65536;

    constexpr Pt() = default;

    [[nodiscard]] static constexpr Pt raw(std::int64_t units) {
        Pt p;
        p.units_ = units;
        return p;
    }

    /// Nearest fixed-point length; `points` must be finite and within ±1e12.
    [[nodiscard]] static constexpr Pt of(double points) {
        const double scaled = points * static_cast<double>(kOne);
        return raw(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5));
    }

    [[nodiscard]] constexpr std::int64_t units() const { return units_; }

    [[nodiscard]] constexpr double points() const {
        return static_cast<double>(units_) / static_cast<double>(kOne);
    }

    constexpr auto operator<=>(const Pt&) const = default;

    constexpr Pt operator-() const { return raw(-units_); }

    constexpr Pt& operator+=(Pt b) {
        units_ += b.units_;
        return *this;
    }

    constexpr Pt& operator-=(Pt b) {
        units_ -= b.units_;
        return *this;
    }

    friend constexpr Pt operator+(Pt a, Pt b) { return raw(a.units_ + b.units_); }

    friend constexpr Pt operator-(Pt a, Pt b) { return raw(a.units_ - b.units_); }

    friend constexpr Pt operator*(Pt a, std::int64_t n) { return raw(a.units_ * n); }

    friend constexpr Pt operator*(std::int64_t n, Pt a) { return raw(a.units_ * n); }

    friend constexpr Pt operator/(Pt a, std::int64_t n) { return raw(a.units_ / n); }

    /// a·num/den in 128 bits, rounded toward zero.
    [[nodiscard]] constexpr Pt scaled(std::int64_t num, std::int64_t den) const {
        return raw(static_cast<std::int64_t>(static_cast<Int128>(units_) * num / den));
    }

private:
    std::int64_t units_ = 0;
};

/// A ratio of the current font size, fixed point in 1/65536 em. Becomes a length only by `at`.
class Em {
public:
    static constexpr std::int64_t kOne = 65536;

    constexpr Em() = default;

    [[nodiscard]] static constexpr Em raw(std::int64_t units) {
        Em e;
        e.units_ = units;
        return e;
    }

    [[nodiscard]] static constexpr Em of(double ems) {
        const double scaled = ems * static_cast<double>(kOne);
        return raw(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5));
    }

    [[nodiscard]] constexpr std::int64_t units() const { return units_; }

    [[nodiscard]] constexpr double ems() const {
        return static_cast<double>(units_) / static_cast<double>(kOne);
    }

    /// The length of this ratio at font size `size`.
    [[nodiscard]] constexpr Pt at(Pt size) const { return size.scaled(units_, kOne); }

    constexpr auto operator<=>(const Em&) const = default;

    constexpr Em operator-() const { return raw(-units_); }

    constexpr Em& operator+=(Em b) {
        units_ += b.units_;
        return *this;
    }

    constexpr Em& operator-=(Em b) {
        units_ -= b.units_;
        return *this;
    }

    friend constexpr Em operator+(Em a, Em b) { return raw(a.units_ + b.units_); }

    friend constexpr Em operator-(Em a, Em b) { return raw(a.units_ - b.units_); }

    friend constexpr Em operator*(Em a, std::int64_t n) { return raw(a.units_ * n); }

    friend constexpr Em operator/(Em a, std::int64_t n) { return raw(a.units_ / n); }

private:
    std::int64_t units_ = 0;
};

/// A length in a font's own design units.
struct FontUnits {
    std::int32_t value = 0;

    constexpr auto operator<=>(const FontUnits&) const = default;

    friend constexpr FontUnits operator+(FontUnits a, FontUnits b) {
        return {a.value + b.value};
    }

    friend constexpr FontUnits operator-(FontUnits a, FontUnits b) {
        return {a.value - b.value};
    }

    [[nodiscard]] constexpr Em to_em(std::int32_t upem) const {
        return Em::raw(static_cast<std::int64_t>(value) * Em::kOne / upem);
    }
};

namespace literals {
constexpr Pt operator""_pt(long double v) {
    return Pt::of(static_cast<double>(v));
}

constexpr Pt operator""_pt(unsigned long long v) {
    return Pt::raw(static_cast<std::int64_t>(v) * Pt::kOne);
}

constexpr Pt operator""_mm(long double v) {
    return Pt::of(static_cast<double>(v) * 72.0 / 25.4);
}

constexpr Pt operator""_mm(unsigned long long v) {
    return Pt::of(static_cast<double>(v) * 72.0 / 25.4);
}

constexpr Em operator""_em(long double v) {
    return Em::of(static_cast<double>(v));
}

constexpr Em operator""_em(unsigned long long v) {
    return Em::raw(static_cast<std::int64_t>(v) * Em::kOne);
}
}  // namespace literals

/// `value` points with exactly `decimals` digits after the point, locale-free: "12.5000".
[[nodiscard]] std::string format_fixed(Pt value, int decimals);
/// As `format_fixed`, without trailing zeros or a trailing point: "12.5", "-0" never.
[[nodiscard]] std::string format_short(Pt value, int max_decimals);

}  // namespace cvtex
