#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace cvtex {

/// A distinct 32-bit index: cross-references between values are ids, not pointers.
/// `Id<struct FontTag>` and `Id<struct StyleTag>` do not convert into each other.
template <class Tag>
struct Id {
    std::uint32_t value = UINT32_MAX;

    constexpr auto operator<=>(const Id&) const = default;

    [[nodiscard]] constexpr bool valid() const { return value != UINT32_MAX; }

    [[nodiscard]] constexpr std::size_t index() const { return value; }

    [[nodiscard]] static constexpr Id at(std::size_t index) {
        return {static_cast<std::uint32_t>(index)};
    }
};

}  // namespace cvtex
