#pragma once

#include <cstddef>
#include <cstdint>

#include "base/unicode.hpp"

/// The layout of the generated tables; private to base/.
namespace cvtex::unicode {

enum PropertyFlag : std::uint8_t {
    kPictographic = 1,
    kEmojiPresentation = 2,
    kRightToLeft = 4,
    kFolds = 8,          ///< has an entry in kFoldMappings
    kLowers = 16,        ///< has an entry in kLowerMappings
    kNfcSensitive = 32,  ///< combining class not 0, or NFC_Quick_Check not Yes
    kRadical = 64,       ///< has an entry in kRadicals
};

/// What the code points of one table row have in common.
struct Record {
    Category category;
    LineBreak line_break;
    GraphemeBreak grapheme_break;
    EastAsianWidth width;
    std::uint8_t script;  ///< index into kScripts
    std::uint8_t flags;   ///< PropertyFlag
};

struct FoldMapping {
    char32_t from;
    char32_t to[3];  ///< ends at the first 0
};

struct SimpleMapping {
    char32_t from;
    char32_t to[1];
};

}  // namespace cvtex::unicode
