#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cvtex::pdf {

/// What one code of a font stands for, in UTF-8.
struct CodeText {
    std::uint16_t code = 0;
    std::string_view text;
};

/// A ToUnicode CMap (9.10.3) for two-byte codes. `codes` in ascending order. Characters that a
/// CMap may not hold (U+0000, U+FEFF, U+FFFE: ISO 19005-2, 6.2.11.7.2) are left out.
[[nodiscard]] std::string to_unicode_cmap(const std::vector<CodeText>& codes);

}  // namespace cvtex::pdf
