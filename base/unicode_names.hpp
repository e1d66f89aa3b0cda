#pragma once

#include <cstdint>

/// The layout of the generated tables of names; private to base/.
namespace cvtex::unicode {

/// Word numbers below this take one byte; from it on two, the first of them at least this.
inline constexpr std::uint32_t kTwoByteWord = 0xC0;
/// Code points that share one entry of the index of names.
inline constexpr std::uint32_t kNameBlock = 32;

struct NameBlock {
    std::uint32_t block;   ///< code point / kNameBlock
    std::uint32_t offset;  ///< into kNameBytes
};

/// Code points whose name is `prefix` and their number in hexadecimal.
struct NamePattern {
    char32_t first;
    char32_t last;
    const char* prefix;
};

}  // namespace cvtex::unicode
